// The one plain sentence that tells why a finding has its verdict.
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

std::string explain_finding(const Rulebook& rulebook, const Report& report, const Finding& finding, absl::string_view language);

}  // namespace crosscheck
