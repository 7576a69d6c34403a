// The report as a comment on a change: GitHub's Markdown, the long lists folded.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/escape.h"
#include "report/render.h"
#include "report/value_words.h"
#include "report/view.h"

namespace crosscheck {
namespace {

constexpr size_t kContext = 90;  // bytes of the sentence kept on each side of a quote
// GitHub refuses comments of more than 65,536 characters. Contradictions leave room for the lists below them.
constexpr size_t kRoomForProblems = 8000;
constexpr size_t kRoomForContradictions = 40000;
constexpr size_t kRoomForLists = 58000;
constexpr size_t kRows = 20;  // claims shown of one contradiction

class Markdown {
 public:
  Markdown(const Report& report, const FormatOptions& options)
      : view_{report, Words::of(options.language), options.show_baselined} {}

  std::string write() {
    const Totals counts = totals(view_.report);
    const std::string articles = words().count("count.document", counts.documents);
    // A platform's script finds the comment of the last run by this line, to replace it.
    add("<!-- crosscheck report -->\n## crosscheck: ",
        words().fill("text.in_documents", {{"what", view_.headline()}, {"where", articles}}), "\n\n");
    if (const std::string standing = view_.standing(); !standing.empty())
      add(words().fill("text.standing", {{"counts", standing}}), "\n\n");
    problems();
    contradictions();
    agreements();
    single_sources();
    not_compared();
    return std::move(out_);
  }

 private:
  const Words& words() const { return view_.words; }

  template <typename... Parts>
  void add(const Parts&... parts) {
    absl::StrAppend(&out_, parts...);
  }

  // Adds what `write` makes of each item while there is room, then how many are left.
  template <typename Items, typename Write>
  void list(const Items& items, size_t room, Write write) {
    size_t told = 0;
    for (auto item = items.begin(); item != items.end() && out_.size() < room; ++item, ++told) write(*item);
    if (told == items.size()) return;
    more(items.size() - told);
  }

  void begin_fold(absl::string_view key, size_t count) {
    add("<details><summary>", escape_html(words()(key)), " (", count, ")</summary>\n\n");
  }
  void end_fold() { add("\n</details>\n\n"); }

  void problems() {
    if (view_.report.problems.empty()) return;
    add("> **", words().count("count.problem", static_cast<int64_t>(view_.report.problems.size())), "**\n");
    list(view_.report.problems, kRoomForProblems,
         [this](const Problem& problem) { add("> - ", escape_markdown(view_.problem(problem)), "\n"); });
    add("\n");
  }

  void contradictions() {
    const auto sections = view_.sections(Verdict::contradiction);
    int number = 0;
    for (const View::Section& section : sections) {
      if (view_.has_draft()) add("## ", words()(section.words_key), "\n\n");
      contradictions(section.findings, &number);
    }
    if (const std::string hidden = view_.hidden(); !hidden.empty())
      add("*", escape_markdown(hidden), "*\n\n");
  }

  void contradictions(const std::vector<const Finding*>& findings, int* number) {
    list(findings, kRoomForContradictions, [&](const Finding* finding) {
      add("### ", ++*number, ". ", escape_markdown(view_.subject_and_label(*finding)), "\n\n");
      const std::string kind = absl::StrCat(
          "**", words()(absl::StrCat("severity.", to_string(finding->severity))), "**, ",
          words()(absl::StrCat("reason.", to_string(finding->reason))), ", ", view_.status(*finding));
      add(finding->explanation.empty() ? kind : view_.said(kind, escape_markdown(finding->explanation)),
          "\n\n");
      for (const std::string& told : view_.decisions(*finding)) add(escape_markdown(told), "\n\n");
      table(*finding);
    });
  }

  void table(const Finding& finding) {
    add("| ", words()("text.value"), " | ", words()("text.who"), " | ", words()("text.quote"), " | ",
        words()("text.where"), " |\n| --- | --- | --- | --- |\n");
    const std::vector<SideView> sides = view_.sides(finding);
    size_t left = 0;
    for (const SideView& side : sides) {
      // Each side gets its share, so that many claims of one do not hide another.
      const size_t shown = std::min(side.claims.size(), std::max<size_t>(1, kRows / sides.size()));
      left += side.claims.size() - shown;
      for (size_t i = 0; i < shown; ++i) row(view_.claim(side.claims[i]), i == 0);
    }
    if (left > 0) more(left);
    add("\n");
  }

  void row(const Claim& claim, bool first) {
    const std::string value = escape_markdown(view_.value(claim));
    add("| ", first ? absl::StrCat("**", value, "**") : value, " | ", who(claim), " | ", quote(claim), " | ",
        place(claim), " |\n");
  }

  void more(size_t left) {
    const std::string figure = number_in_words(Decimal(static_cast<int64_t>(left)), words());
    add("\n*", words().fill("text.more", {{"n", figure}}), "*\n\n");
  }

  std::string who(const Claim& claim) const {
    std::vector<std::string> parts = view_.qualifiers(claim);
    parts.insert(parts.begin(), view_.outlet(view_.document(claim)));
    return escape_markdown(absl::StrJoin(parts, words()("list.comma")));
  }

  std::string quote(const Claim& claim) const {
    const Excerpt parts = excerpt(claim, kContext);
    return absl::StrCat(escape_markdown(parts.before), "<b>", escape_markdown(parts.quote), "</b>",
                        escape_markdown(parts.after));
  }

  std::string place(const Claim& claim) const { return escape_markdown(view_.place(claim)); }

  void agreements() {
    for (const View::Section& section : view_.sections(Verdict::agreement)) agreements(section);
  }

  void agreements(const View::Section& section) {
    begin_fold(section.words_key, section.findings.size());
    list(section.findings, kRoomForLists, [this](const Finding* finding) {
      std::vector<std::string> values;
      for (const SideView& side : view_.sides(*finding)) values.push_back(absl::StrJoin(side.values, " / "));
      const std::string value = absl::StrCat("**", escape_markdown(absl::StrJoin(values, " / ")), "**");
      add("- ", view_.said(escape_markdown(view_.subject_and_label(*finding)), value), " (",
          escape_markdown(view_.sources(*finding)));
      if (view_.rests_on_one(*finding)) add(words()("list.apart"), words()("text.single_origin"));
      add(")\n");
    });
    end_fold();
  }

  void single_sources() {
    for (const View::Section& section : view_.sections(Verdict::single_source)) single_sources(section);
  }

  void single_sources(const View::Section& section) {
    begin_fold(section.words_key, section.findings.size());
    std::vector<const Finding*> listed = section.findings;
    std::erase_if(listed, [](const Finding* finding) { return View::in_words_only(*finding); });
    list(listed, kRoomForLists, [this](const Finding* finding) {
      const Claim& claim = view_.claim(finding->members.front().claim);
      const std::string value = absl::StrCat("**", escape_markdown(view_.value(claim)), "**");
      add("- ", view_.said(escape_markdown(view_.subject_and_label(*finding)), value), " (",
          escape_markdown(view_.outlet(view_.document(claim))), ", ", place(claim), ")\n");
    });
    if (const size_t left = section.findings.size() - listed.size(); left > 0)
      add("\n*", words().fill("text.words_only", {{"n", absl::StrCat(left)}}), "*\n");
    end_fold();
  }

  void not_compared() {
    const auto reasons = view_.left_out();
    if (reasons.empty()) return;
    begin_fold("text.not_compared", view_.report.not_compared.size());
    list(reasons, kRoomForLists, [this](const auto& reason) {
      add("- ", view_.said(absl::StrCat(reason.second.size()), escape_markdown(reason.first)), "\n");
    });
    end_fold();
  }

  View view_;
  std::string out_;
};

}  // namespace

std::string render_markdown(const Report& report, const FormatOptions& options) {
  return Markdown(report, options).write();
}

}  // namespace crosscheck
