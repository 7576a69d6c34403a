#include "gate/gate.h"

namespace crosscheck {

std::vector<std::string> stopping_findings(const Report& report, absl::string_view level) {
  std::vector<std::string> out;
  if (level == "never") return out;
  const Severity least = level == "note"      ? Severity::note
                         : level == "warning" ? Severity::warning
                                              : Severity::error;
  for (const Finding& finding : report.findings) {
    if (finding.verdict == Verdict::contradiction && finding.is_new && finding.severity >= least)
      out.push_back(finding.id);
  }
  return out;
}

}  // namespace crosscheck
