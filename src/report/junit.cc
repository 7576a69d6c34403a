// JUnit XML for platforms that show tests: a suite is a dossier, a class what the articles speak of. A new
// contradiction is a failure, a known one is skipped, an agreement passes, an unread article is an error.
// What stands on a single source was not compared, so that it is no test.
#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "report/escape.h"
#include "report/placing.h"
#include "report/render.h"

namespace crosscheck {
namespace {

// Two characters that XML has no way to write stand in no article either.
std::string escape_xml(absl::string_view text) {
  return absl::StrReplaceAll(escape_html(text),
                             {{"\xEF\xBF\xBE", "\xEF\xBF\xBD"}, {"\xEF\xBF\xBF", "\xEF\xBF\xBD"}});
}

struct Suite {
  std::string cases;
  int tests = 0, failures = 0, errors = 0, skipped = 0;
};

class Junit {
 public:
  Junit(const Report& report, const FormatOptions& options)
      : view_{report, Words::of(options.language)}, options_(options) {}

  std::string write() {
    for (const Problem& problem : view_.report.problems) {
      if (problem.severity == Severity::error) unread(problem);
    }
    for (const Finding& finding : view_.report.findings) {
      if (finding.verdict != Verdict::single_source) compared(finding);
    }
    Suite all;
    std::string suites;
    for (const auto& [name, suite] : suites_) {
      all.tests += suite.tests, all.failures += suite.failures;
      all.errors += suite.errors, all.skipped += suite.skipped;
      absl::StrAppend(&suites, "<testsuite name=\"", escape_xml(name), "\"", counts(suite), ">\n",
                      suite.cases, "</testsuite>\n");
    }
    return absl::StrCat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"crosscheck\"",
                        counts(all), ">\n", suites, "</testsuites>\n");
  }

 private:
  const Words& words() const { return view_.words; }

  static std::string counts(const Suite& suite) {
    return absl::StrCat(" tests=\"", suite.tests, "\" failures=\"", suite.failures, "\" errors=\"",
                        suite.errors, "\" skipped=\"", suite.skipped, "\"");
  }

  Suite& suite_of(const std::string& dossier) { return suites_[dossier.empty() ? "crosscheck" : dossier]; }

  // The name is what stays when values change, so that a platform can follow a test from run to run.
  std::string open(const std::string& class_name, std::string name, const std::string& path, int line) {
    const int times = ++names_[absl::StrCat(class_name, "\n", name)];
    if (times > 1) absl::StrAppend(&name, " (", times, ")");
    std::string out =
        absl::StrCat("<testcase classname=\"", escape_xml(class_name), "\" name=\"", escape_xml(name), "\"");
    if (!path.empty()) absl::StrAppend(&out, " file=\"", escape_xml(repository_path(path, options_)), "\"");
    if (line > 0) absl::StrAppend(&out, " line=\"", line, "\"");
    return out;
  }

  void unread(const Problem& problem) {
    Suite& suite = suite_of("");
    ++suite.tests, ++suite.errors;
    const std::string told = view_.problem(problem);
    const std::string fix =
        problem.fix.empty() ? "" : absl::StrCat("\n", words().fill("text.fix", {{"fix", problem.fix}}));
    absl::StrAppend(&suite.cases, open(problem.path, words()("junit.read"), problem.path, problem.line),
                    ">\n<error message=\"", escape_xml(told), "\" type=\"unread\">",
                    escape_xml(absl::StrCat(told, fix)), "</error>\n</testcase>\n");
  }

  void compared(const Finding& finding) {
    Suite& suite = suite_of(finding.dossier);
    ++suite.tests;
    const std::vector<uint32_t> claims = claims_by_place(view_, finding);
    const Claim& first = view_.claim(claims[0]);
    const std::string head =
        open(view_.subject_and_label(finding), finding.rule, view_.document(first).path, first.line);
    std::string message = view_.statement(finding);
    for (const std::string& told : view_.decisions(finding)) absl::StrAppend(&message, ". ", told);
    if (finding.verdict == Verdict::agreement) {
      absl::StrAppend(&suite.cases, head, "/>\n");
      return;
    }
    if (view_.is_known(finding)) {
      ++suite.skipped;
      absl::StrAppend(
          &suite.cases, head, ">\n<skipped message=\"",
          escape_xml(words().fill("list.said", {{"who", view_.status(finding)}, {"what", message}})),
          "\"/>\n</testcase>\n");
      return;
    }
    const std::string body = escape_xml(absl::StrCat(message, "\n", places(claims)));
    if (finding.severity < options_.fail_on) {
      absl::StrAppend(&suite.cases, head, ">\n<system-out>", body, "</system-out>\n</testcase>\n");
      return;
    }
    ++suite.failures;
    absl::StrAppend(&suite.cases, head, ">\n<failure message=\"", escape_xml(message), "\" type=\"",
                    to_string(finding.reason), "\">", body, "</failure>\n</testcase>\n");
  }

  std::string places(const std::vector<uint32_t>& claims) const {
    std::string out;
    for (const uint32_t index : claims) {
      const Claim& claim = view_.claim(index);
      absl::StrAppend(&out, repository_path(view_.document(claim).path, options_), ":", claim.line, ":",
                      claim.column, ": ", view_.outlet(view_.document(claim)), ": ", one_line(claim.quote),
                      "\n");
    }
    return out;
  }

  View view_;
  const FormatOptions& options_;
  std::map<std::string, Suite> suites_;
  std::map<std::string, int> names_;
};

}  // namespace

std::string render_junit(const Report& report, const FormatOptions& options) {
  return Junit(report, options).write();
}

}  // namespace crosscheck
