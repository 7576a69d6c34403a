// The report for a terminal or a pipe: plain lines, nothing wider than asked for, readable without colour.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "report/columns.h"
#include "report/render.h"
#include "report/view.h"

namespace crosscheck {
namespace {

constexpr int kNarrowestColumn = 34;
constexpr size_t kContext = 140;  // bytes of the sentence kept on each side of a quote
constexpr size_t kPlaces = 3;     // claims shown of one agreement

enum class Style { none, bold, red, green, yellow, dim };

class Terminal {
 public:
  Terminal(const Report& report, const FormatOptions& options)
      : view_{report, Words::of(options.language), options.show_baselined},
        options_(options),
        width_(std::max(options.width, 20)) {}

  std::string write() {
    problems();
    summary();
    contradictions();
    if (options_.quiet) return std::move(out_);
    agreements();
    single_sources();
    not_compared();
    return std::move(out_);
  }

 private:
  const Words& words() const { return view_.words; }

  std::string painted(absl::string_view text, Style style) const {
    constexpr const char* kCodes[] = {"", "1", "31", "32", "33", "2"};
    if (!options_.colour || style == Style::none) return std::string(text);
    return absl::StrCat("\x1b[", kCodes[static_cast<int>(style)], "m", text, "\x1b[0m");
  }

  std::string strong(absl::string_view text) const { return absl::StrCat(kStrongBegin, text, kStrongEnd); }

  void line(absl::string_view text = "") { absl::StrAppend(&out_, text, "\n"); }

  // Wrapped with the first line after `lead` and the others below its text.
  void item(absl::string_view lead, absl::string_view text, Style style = Style::none) {
    const int indent = display_width(lead);
    bool first = true;
    for (const std::string& part : wrap(text, width_ - indent)) {
      line(absl::StrCat(first ? std::string(lead) : std::string(static_cast<size_t>(indent), ' '),
                        painted(part, style)));
      first = false;
    }
  }

  void heading(absl::string_view key, size_t count) {
    line();
    line(painted(absl::StrCat(words()(key), " (", count, ")"), Style::bold));
  }

  void problems() {
    const Problems& all = view_.report.problems;
    if (all.empty()) return;
    item("", words().count("count.problem", static_cast<int64_t>(all.size())) + ":", Style::bold);
    for (const Problem& problem : all) {
      item("  ! ", plain(view_.problem(problem)),
           problem.severity == Severity::error ? Style::red : Style::yellow);
      if (!problem.fix.empty()) item("    ", words().fill("text.fix", {{"fix", plain(problem.fix)}}));
    }
    line();
  }

  void summary() {
    const Totals counts = totals(view_.report);
    const std::string read = absl::StrCat(words().count("count.document", counts.documents),
                                          words()("list.comma"), words().count("count.claim", counts.claims));
    item("", absl::StrCat("crosscheck: ", read), Style::bold);
    item("", view_.headline());
    if (const std::string standing = view_.standing(); !standing.empty())
      item("", words().fill("text.standing", {{"counts", standing}}));
    if (options_.quiet) return;
    for (const Document& document : view_.report.documents) {
      for (const std::string& warning : document.warnings) {
        item("  ! ", plain(absl::StrCat(document.path, ": ", warning)), Style::yellow);
      }
    }
  }

  void contradictions() {
    int number = 0;
    for (const View::Section& section : view_.sections(Verdict::contradiction)) {
      heading(section.words_key, section.findings.size());
      for (const Finding* finding : section.findings) contradiction(*finding, ++number);
    }
    if (const std::string hidden = view_.hidden(); !hidden.empty()) {
      line();
      item("", hidden);
    }
  }

  void contradiction(const Finding& finding, int number) {
    line();
    const Style style = finding.severity == Severity::error     ? Style::red
                        : finding.severity == Severity::warning ? Style::yellow
                                                                : Style::none;
    item(absl::StrCat(number, ". "), plain(view_.subject_and_label(finding)), Style::bold);
    std::vector<std::string> tags = {words()(absl::StrCat("severity.", to_string(finding.severity))),
                                     words()(absl::StrCat("reason.", to_string(finding.reason))),
                                     view_.status(finding)};
    if (!finding.dossier.empty()) tags.push_back(plain(finding.dossier));
    item("   ", absl::StrJoin(tags, ", "), style);
    if (!finding.explanation.empty()) item("   ", plain(finding.explanation));
    for (const std::string& told : view_.decisions(finding)) item("   ", plain(told));
    line();
    sides(view_.sides(finding));
  }

  // Next to each other where there is room for it and for the places whole, so that these can be copied.
  void sides(const std::vector<SideView>& sides) {
    const int count = static_cast<int>(sides.size());
    const int column = count > 0 ? (width_ - 3 - 3 * (count - 1)) / count : width_;
    bool fits = count > 1 && column >= kNarrowestColumn;
    for (const SideView& side : sides) {
      for (const uint32_t claim : side.claims) {
        fits = fits && display_width(plain(view_.place(view_.claim(claim)))) <= column;
      }
    }
    const int width = fits ? column : width_ - 3;
    std::vector<std::vector<std::string>> blocks;
    for (const SideView& side : sides) blocks.push_back(block(side, width));
    std::vector<std::string> lines;
    if (fits) {
      lines = beside(blocks, width);
    } else {
      for (const auto& block : blocks) {
        if (!lines.empty()) lines.emplace_back();
        lines.insert(lines.end(), block.begin(), block.end());
      }
    }
    for (const std::string& text : lines) {
      line(text.empty() ? ""
                        : absl::StrReplaceAll(absl::StrCat("   ", text),
                                              {{kStrongBegin, "\x1b[1m"}, {kStrongEnd, "\x1b[0m"}}));
    }
  }

  std::vector<std::string> block(const SideView& side, int width) const {
    std::vector<std::string> out;
    const auto add = [&](absl::string_view text, int indent) {
      for (const std::string& part : wrap(text, width - indent)) {
        out.push_back(absl::StrCat(std::string(static_cast<size_t>(indent), ' '), part));
      }
    };
    std::string value = plain(absl::StrJoin(side.values, " / "));
    if (!side.speaker.empty())
      value = words().fill("list.said", {{"who", plain(side.speaker)}, {"what", value}});
    add(options_.colour ? strong(value) : absl::StrCat("= ", value), 0);
    for (const uint32_t index : side.claims) {
      const Claim& claim = view_.claim(index);
      std::vector<std::string> who = view_.qualifiers(claim);
      who.insert(who.begin(), view_.outlet(view_.document(claim)));
      add(plain(absl::StrJoin(who, words()("list.comma"))), 2);
      add(sentence(claim), 4);
      add(plain(view_.place(claim)), 4);
    }
    balance_strong(&out);
    return out;
  }

  // The quote in its sentence, bold or between stars.
  std::string sentence(const Claim& claim) const {
    const Excerpt words_of = excerpt(claim, kContext);
    const std::string quote = plain(words_of.quote);
    return absl::StrCat(plain(words_of.before),
                        options_.colour ? strong(quote) : absl::StrCat("*", quote, "*"),
                        plain(words_of.after));
  }

  void agreements() {
    for (const View::Section& section : view_.sections(Verdict::agreement)) {
      heading(section.words_key, section.findings.size());
      for (const Finding* finding : section.findings) agreement(*finding);
    }
  }

  void agreement(const Finding& finding) {
    std::vector<std::string> values;
    for (const SideView& side : view_.sides(finding)) values.push_back(absl::StrJoin(side.values, " / "));
    item("- ", plain(view_.said(view_.subject_and_label(finding), absl::StrJoin(values, " / "))));
    std::string sources = view_.sources(finding);
    if (view_.rests_on_one(finding))
      absl::StrAppend(&sources, words()("list.apart"), words()("text.single_origin"));
    item("  ", plain(sources), view_.rests_on_one(finding) ? Style::yellow : Style::green);
    places(finding);
  }

  void places(const Finding& finding) {
    for (size_t i = 0; i < std::min(finding.members.size(), kPlaces); ++i) {
      item("    ", plain(view_.place(view_.claim(finding.members[i].claim))), Style::dim);
    }
    if (finding.members.size() > kPlaces) {
      item("    ", words().fill("text.more", {{"n", absl::StrCat(finding.members.size() - kPlaces)}}),
           Style::dim);
    }
  }

  void single_sources() {
    for (const View::Section& section : view_.sections(Verdict::single_source)) {
      heading(section.words_key, section.findings.size());
      size_t words_only = 0;
      for (const Finding* finding : section.findings) {
        if (View::in_words_only(*finding)) {
          ++words_only;
          continue;
        }
        const Claim& claim = view_.claim(finding->members.front().claim);
        item("- ", plain(absl::StrCat(view_.said(view_.subject_and_label(*finding), view_.value(claim)), " (",
                                      view_.outlet(view_.document(claim)), ")")));
        item("    ", plain(view_.place(claim)), Style::dim);
      }
      if (words_only > 0)
        item("", words().fill("text.words_only", {{"n", absl::StrCat(words_only)}}), Style::dim);
    }
  }

  void not_compared() {
    const auto reasons = view_.left_out();
    if (reasons.empty()) return;
    heading("text.not_compared", view_.report.not_compared.size());
    for (const auto& [reason, claims] : reasons) item(absl::StrCat("- ", claims.size(), "  "), plain(reason));
  }

  View view_;
  const FormatOptions& options_;
  int width_;
  std::string out_;
};

}  // namespace

std::string render_terminal(const Report& report, const FormatOptions& options) {
  return Terminal(report, options).write();
}

}  // namespace crosscheck
