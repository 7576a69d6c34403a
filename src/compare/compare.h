// From the claims of all articles to findings. Agreements are settled first: what agrees is explained and
// free to conflict with nothing else. What is left conflicts only on strict evidence: same subject and
// attribute, no qualifier that differs, no article that tells both values. What cannot be decided is said to
// be so.
#pragma once

#include <string>
#include <vector>

#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

struct CompareOptions {
  std::string language = "en";        // of explanations
  std::vector<std::string> agencies;  // by document: the entity whose copy it says it runs; empty for none
};

// Reads report->documents and report->claims (ordered by document and place); fills findings, not_compared,
// refusals and Claim::origin.
void compare_claims(const Rulebook& rulebook, const CompareOptions& options, Report* report);

}  // namespace crosscheck
