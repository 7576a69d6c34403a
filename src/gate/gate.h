// Which findings stop a run.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/finding.h"

namespace crosscheck {

// The new and reopened contradictions of severity `level` ("note", "warning", "error") or above; none for
// "never".
std::vector<const Finding*> stopping_findings(const Report& report, absl::string_view level);

}  // namespace crosscheck
