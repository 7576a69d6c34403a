// Weighs contradictions as the policy says and as the articles themselves ask for.
#pragma once

#include <vector>

#include "crosscheck/finding.h"
#include "crosscheck/policy.h"

namespace crosscheck {

// Whether the policy leaves an article of this source out.
bool is_left_out(const Policy& policy, const Document& document);

// Holds back the claims of rules that are switched off; before they are compared.
void hold_back(const Policy& policy, std::vector<Claim>* claims);

// Sets the severities; the findings are then in order and numbered anew.
void weigh_findings(const Policy& policy, Report* report);

// Marks the contradictions that would not be there without the articles that ask to ignore their rule. A wish
// that concerns no contradiction becomes a warning of its article.
void ignore_findings(Report* report);

}  // namespace crosscheck
