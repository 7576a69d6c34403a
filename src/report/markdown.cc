// The report as a comment on a change: GitHub's Markdown, the long lists folded.
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/escape.h"
#include "report/render.h"
#include "report/view.h"

namespace crosscheck {
namespace {

constexpr size_t kContext = 90;  // bytes of the sentence kept on each side of a quote

class Markdown {
 public:
  Markdown(const Report& report, const FormatOptions& options) : view_{report, Words::of(options.language)} {}

  std::string write() {
    const Totals counts = totals(view_.report);
    const std::string articles = words().count("count.document", counts.documents);
    add("## crosscheck: ",
        words().fill("text.in_documents", {{"what", view_.headline()}, {"where", articles}}), "\n\n");
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

  void begin_fold(absl::string_view key, size_t count) {
    add("<details><summary>", escape_html(words()(key)), " (", count, ")</summary>\n\n");
  }
  void end_fold() { add("\n</details>\n\n"); }

  void problems() {
    if (view_.report.problems.empty()) return;
    add("> **", words().count("count.problem", static_cast<int64_t>(view_.report.problems.size())), "**\n");
    for (const Problem& problem : view_.report.problems)
      add("> - ", escape_markdown(view_.problem(problem)), "\n");
    add("\n");
  }

  void contradictions() {
    int number = 0;
    for (const Finding* finding : view_.of(Verdict::contradiction)) {
      add("### ", ++number, ". ", escape_markdown(view_.subject_and_label(*finding)), "\n\n");
      add("**", words()(absl::StrCat("severity.", to_string(finding->severity))), "**, ",
          words()(absl::StrCat("reason.", to_string(finding->reason))), ", ",
          words()(finding->is_new ? "text.new" : "text.known"));
      if (!finding->explanation.empty()) add(": ", escape_markdown(finding->explanation));
      add("\n\n");
      table(*finding);
    }
  }

  void table(const Finding& finding) {
    add("| ", words()("text.value"), " | ", words()("text.who"), " | ", words()("text.quote"), " | ",
        words()("text.where"), " |\n| --- | --- | --- | --- |\n");
    for (const SideView& side : view_.sides(finding)) {
      bool first = true;
      for (const uint32_t index : side.claims) {
        const Claim& claim = view_.claim(index);
        const std::string value = escape_markdown(view_.value(claim));
        add("| ", first ? absl::StrCat("**", value, "**") : value, " | ", who(claim), " | ", quote(claim),
            " | ", place(claim), " |\n");
        first = false;
      }
    }
    add("\n");
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
    const auto findings = view_.of(Verdict::agreement);
    if (findings.empty()) return;
    begin_fold("text.agreements", findings.size());
    for (const Finding* finding : findings) {
      std::vector<std::string> values;
      for (const SideView& side : view_.sides(*finding)) values.push_back(absl::StrJoin(side.values, " / "));
      add("- ", escape_markdown(view_.subject_and_label(*finding)), ": **",
          escape_markdown(absl::StrJoin(values, " / ")), "** (", escape_markdown(view_.sources(*finding)));
      if (view_.rests_on_one(*finding)) add("; ", words()("text.single_origin"));
      add(")\n");
    }
    end_fold();
  }

  void single_sources() {
    const auto findings = view_.of(Verdict::single_source);
    if (findings.empty()) return;
    begin_fold("text.single_sources", findings.size());
    for (const Finding* finding : findings) {
      const Claim& claim = view_.claim(finding->members.front().claim);
      add("- ", escape_markdown(view_.subject_and_label(*finding)), ": **",
          escape_markdown(view_.value(claim)), "** (", escape_markdown(view_.outlet(view_.document(claim))),
          ", ", place(claim), ")\n");
    }
    end_fold();
  }

  void not_compared() {
    const auto reasons = view_.left_out();
    if (reasons.empty()) return;
    begin_fold("text.not_compared", view_.report.not_compared.size());
    for (const auto& [reason, claims] : reasons)
      add("- ", claims.size(), ": ", escape_markdown(reason), "\n");
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
