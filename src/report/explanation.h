// The one plain sentence that tells why a finding has its verdict, in the language of the report.
#pragma once

#include "absl/strings/string_view.h"
#include "crosscheck/finding.h"

namespace crosscheck {

// Fills Finding::explanation of every finding.
void explain_findings(absl::string_view language, Report* report);

}  // namespace crosscheck
