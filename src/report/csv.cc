// The report as a table, one row a claim: to sort, to filter, to count in a spreadsheet.
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/because.h"
#include "report/csv_writer.h"
#include "report/escape.h"
#include "report/render.h"
#include "report/view.h"

namespace crosscheck {
namespace {

constexpr const char* kColumns[] = {
    "finding",  "verdict",    "reason",   "severity", "status", "dossier",    "subject",   "attribute",
    "value",    "low",        "high",     "side",     "source", "origin",     "origins",   "holds",
    "quote",    "context",    "document", "file",     "line",   "column",     "published", "explanation",
    "decision", "decided_by", "until",    "note",     "rule",   "fingerprint"};

class Csv {
 public:
  Csv(const Report& report, const FormatOptions& options)
      : view_{report, Words::of(options.language)}, csv_(view_.words) {}

  std::string write() {
    for (const char* column : kColumns) csv_.text(view_.words(absl::StrCat("csv.", column)));
    csv_.end_row();
    for (const Finding& finding : view_.report.findings) {
      for (const Member& member : finding.members) row(finding, member);
    }
    for (const NotCompared& left : view_.report.not_compared) row(left);
    return csv_.take();
  }

 private:
  const Words& words() const { return view_.words; }

  void row(const Finding& finding, const Member& member) {
    const bool contradiction = finding.verdict == Verdict::contradiction;
    csv_.text(finding.id)
        .text(words()(absl::StrCat("verdict.", to_string(finding.verdict))))
        .text(words()(absl::StrCat("reason.", to_string(finding.reason))))
        .text(contradiction ? words()(absl::StrCat("severity.", to_string(finding.severity))) : "")
        .text(contradiction ? view_.status(finding) : "")
        .text(finding.dossier)
        .text(finding.subject)
        .text(view_.label(finding));
    claim(view_.claim(member.claim), member.side + 1, finding.independent_origins);
    csv_.text(finding.explanation);
    judgements(finding);
    csv_.text(finding.rule).text(finding.fingerprint);
    csv_.end_row();
  }

  void row(const NotCompared& left) {
    const Claim& told = view_.claim(left.claim);
    csv_.text("")
        .text(words()("text.not_compared"))
        .text(because(words(), left.reason))
        .text("")
        .text("")
        .text("");
    csv_.text(told.subject).text(told.attribute);
    claim(told, 0, 0);
    csv_.text("");
    for (int column = 0; column < 4; ++column) csv_.text("");
    csv_.text(told.rule).text("");
    csv_.end_row();
  }

  // From "decision" to "note": all that was said in words, then the columns of what counts or counted last.
  void judgements(const Finding& finding) {
    const std::vector<Judgement> all = view_.judgements(finding);
    std::vector<std::string> told;
    const Judgement* last = nullptr;
    for (const Judgement& judgement : all) {
      told.push_back(judgement.words);
      if (judgement.holds || !last || !last->holds) last = &judgement;
    }
    csv_.text(absl::StrJoin(told, words()("list.apart")));
    csv_.text(last ? last->who : "").text(last ? last->until : "").text(last ? last->comment : "");
  }

  // From "value" to "published".
  void claim(const Claim& claim, int side, int origins) {
    const Document& document = view_.document(claim);
    const Interval* amount = amount_of(claim.value);
    csv_.text(view_.value(claim));
    csv_.number(amount ? amount->low : std::nullopt).number(amount ? amount->high : std::nullopt);
    if (side > 0)
      csv_.number(side);
    else
      csv_.text("");
    csv_.text(view_.outlet(document)).text(claim.origin);
    if (side > 0)
      csv_.number(origins);
    else
      csv_.text("");
    csv_.text(absl::StrJoin(view_.qualifiers(claim), words()("list.comma")))
        .text(claim.quote)
        .text(claim.context)
        .text(document.id)
        .text(document.path);
    csv_.number(claim.line).number(claim.column);
    csv_.text(document.metadata.published.value.text);
  }

  View view_;
  CsvWriter csv_;
};

}  // namespace

std::string render_csv(const Report& report, const FormatOptions& options) {
  return Csv(report, options).write();
}

}  // namespace crosscheck
