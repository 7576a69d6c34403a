#include "absl/strings/str_cat.h"
#include "crosscheck/finding.h"

namespace crosscheck {

bool is_settled(const Finding& finding) {
  return finding.ignored || (finding.decision && finding.decision->ruling != Ruling::real_conflict);
}

Totals& Totals::operator+=(const Totals& more) {
  documents += more.documents, claims += more.claims, not_compared += more.not_compared;
  agreement += more.agreement, contradiction += more.contradiction, single_source += more.single_source;
  fresh += more.fresh, known += more.known, reopened += more.reopened;
  gone += more.gone, decided += more.decided, ignored += more.ignored;
  return *this;
}

Totals totals(const Report& report) {
  Totals out;
  out.documents = static_cast<int>(report.documents.size());
  out.claims = static_cast<int>(report.claims.size());
  out.not_compared = static_cast<int>(report.not_compared.size());
  out.gone = report.gone;
  for (const Finding& finding : report.findings) {
    switch (finding.verdict) {
      case Verdict::contradiction:
        ++out.contradiction;
        out.fresh += finding.status == Status::fresh;
        out.known += finding.status == Status::known;
        out.reopened += finding.status == Status::reopened;
        out.decided += finding.decision.has_value();
        out.ignored += finding.ignored.has_value();
        break;
      case Verdict::agreement:
        ++out.agreement;
        break;
      case Verdict::single_source:
        ++out.single_source;
        break;
    }
  }
  return out;
}

std::optional<std::string> totals_add_up(const Report& report) {
  std::vector<int> seen(report.claims.size());
  for (const Finding& finding : report.findings) {
    if (finding.reason == Reason::derived) continue;  // cites claims that belong to other findings
    for (const Member& member : finding.members) {
      if (member.claim >= seen.size())
        return absl::StrCat(finding.id, " cites claim ", member.claim, ", which is not there");
      ++seen[member.claim];
    }
  }
  for (const NotCompared& left : report.not_compared) {
    if (left.claim >= seen.size())
      return absl::StrCat("not_compared cites claim ", left.claim, ", which is not there");
    ++seen[left.claim];
  }
  for (size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] == 1) continue;
    return absl::StrCat("claim ", i, " (", report.claims[i].quote, ") stands in ", seen[i],
                        " places instead of one");
  }
  return std::nullopt;
}

}  // namespace crosscheck
