#include "gate/gate.h"

namespace crosscheck {

std::vector<const Finding*> stopping_findings(const Report& report, absl::string_view level) {
  std::vector<const Finding*> out;
  if (level == "never") return out;
  const Severity least = level == "note"      ? Severity::note
                         : level == "warning" ? Severity::warning
                                              : Severity::error;
  for (const Finding& finding : report.findings) {
    if (finding.verdict == Verdict::contradiction && finding.is_new() && !is_settled(finding) &&
        finding.severity >= least)
      out.push_back(&finding);
  }
  return out;
}

}  // namespace crosscheck
