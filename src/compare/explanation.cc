#include "compare/explanation.h"

#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "compare/fingerprint.h"

namespace crosscheck {

std::string explain_finding(const Rulebook&, const Report& report, const Finding& finding, absl::string_view) {
  std::vector<std::string> sides;
  for (const Member& member : finding.members) {
    const Claim& claim = report.claims[member.claim];
    if (static_cast<int>(sides.size()) > member.side) continue;
    sides.push_back(absl::StrCat(canonical(claim.value), " (", report.documents[claim.document].id, ")"));
  }
  return absl::StrCat(absl::StrJoin(sides, " against "), ": ", to_string(finding.verdict));
}

}  // namespace crosscheck
