// Runs the examples that rules carry: texts and the claims they must yield, texts that must yield none, pairs
// and their verdict.
#pragma once

#include <string>
#include <vector>

#include "crosscheck/problem.h"
#include "rules/rulebook.h"

namespace crosscheck {

struct RuleTestResult {
  int examples = 0;
  int known_gaps = 0;  // marked known_gap and failing, as expected
  Problems failures;   // one for each example that does not hold, at its place in the rule's file
};

// The examples of every rule whose id starts with `prefix`; all for an empty one. In the order of the ids.
RuleTestResult test_rules(const Rulebook& rules, const std::string& prefix);

}  // namespace crosscheck
