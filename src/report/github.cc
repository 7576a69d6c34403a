// Workflow commands of GitHub Actions: one line an annotation, shown beside the changed lines. Every line
// begins with a command of our own or with the program's name, so that no article can give one.
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "report/escape.h"
#include "report/placing.h"
#include "report/render.h"

namespace crosscheck {
namespace {

constexpr int kMostOfLevel = 10;  // annotations of one level that GitHub shows of a step
constexpr size_t kMostMessage = 4000;

std::string message_text(absl::string_view text) {
  std::string out = one_line(text);
  if (out.size() > kMostMessage) {
    size_t at = kMostMessage;
    while ((static_cast<unsigned char>(out[at]) & 0xC0) == 0x80) --at;
    out = out.substr(0, at) + "…";
  }
  return absl::StrReplaceAll(out, {{"%", "%25"}, {"\r", "%0D"}, {"\n", "%0A"}});
}

std::string property(absl::string_view text) {
  return absl::StrReplaceAll(message_text(text), {{":", "%3A"}, {",", "%2C"}});
}

const char* command(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

class Github {
 public:
  Github(const Report& report, const FormatOptions& options)
      : view_{report, Words::of(options.language)}, options_(options) {}

  std::string write() {
    for (const Problem& problem : view_.report.problems) {
      std::string where = file(problem.path);
      if (problem.line > 0) absl::StrAppend(&where, ",line=", problem.line);
      annotate(problem.severity, where, words()("text.problems"), view_.problem(problem));
    }
    for (const Finding* finding : view_.of(Verdict::contradiction)) {
      if (!view_.is_known(*finding)) annotate(*finding, finding->severity, view_.statement(*finding));
    }
    for (const Finding* finding : view_.of(Verdict::single_source)) {
      if (view_.in_draft(*finding)) annotate(*finding, Severity::note, view_.statement(*finding));
    }
    std::string tail = absl::StrCat("crosscheck: ", one_line(view_.headline()), "\n");
    int hidden = 0;
    for (const auto& [level, count] : count_) hidden += std::max(0, count - kMostOfLevel);
    if (hidden > 0) absl::StrAppend(&tail, "crosscheck: ", words().count("github.hidden", hidden), "\n");
    return out_ + tail;
  }

 private:
  const Words& words() const { return view_.words; }

  std::string file(const std::string& path) const {
    return path.empty() || path == "-" ? ""
                                       : absl::StrCat("file=", property(repository_path(path, options_)));
  }

  void annotate(const Finding& finding, Severity severity, const std::string& statement) {
    const std::vector<uint32_t> claims = claims_by_place(view_, finding);
    const Claim& claim = view_.claim(claims[0]);
    const Region region = region_of(view_.document(claim), claim.span);
    std::string where = file(view_.document(claim).path);
    if (!where.empty()) {
      absl::StrAppend(&where, ",line=", region.start_line, ",endLine=", region.end_line);
      // Columns are taken only within one line; the end column is that of the last character.
      if (region.start_line == region.end_line)
        absl::StrAppend(&where, ",col=", region.start_column, ",endColumn=", region.end_column - 1);
    }
    std::vector<std::string> others;
    for (size_t i = 1; i < claims.size(); ++i)
      others.push_back(repository_path(view_.place(view_.claim(claims[i])), options_));
    std::string message = statement;
    for (const std::string& told : view_.decisions(finding)) absl::StrAppend(&message, ". ", told);
    if (!others.empty()) {
      absl::StrAppend(&message, ". ",
                      words().fill("list.said", {{"who", words()("sarif.compare_with")},
                                                 {"what", absl::StrJoin(others, words()("list.comma"))}}));
    }
    annotate(severity, where, view_.subject_and_label(finding), message);
  }

  void annotate(Severity severity, std::string where, absl::string_view title, absl::string_view message) {
    ++count_[severity];
    if (!where.empty() && where[0] == ',') where.erase(0, 1);
    absl::StrAppend(&out_, "::", command(severity), " ", where, where.empty() ? "" : ",",
                    "title=", property(title), "::", message_text(message), "\n");
  }

  View view_;
  const FormatOptions& options_;
  std::string out_;
  std::map<Severity, int> count_;
};

}  // namespace

std::string render_github(const Report& report, const FormatOptions& options) {
  return Github(report, options).write();
}

}  // namespace crosscheck
