// The second decider: which facts contradict each other. It sees what the first left apart, and asks for far
// more: the same question of the same subject, no qualifier that differs, and no article that tells both.
#pragma once

#include <string>
#include <vector>

#include "compare/facts.h"
#include "compare/likeness.h"
#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

// One finding in the making: a single side, or sides that conflict each with each.
struct Cluster {
  std::vector<Fact> sides;
  bool attributed = false;  // each side has a speaker of its own
};

// Every fact is a side of one cluster. Pairs that look like a conflict but are none leave a refusal.
std::vector<Cluster> find_conflicts(const Rulebook& rulebook, const Report& report, const Likeness& likeness,
                                    std::vector<Fact> facts, std::vector<Refusal>* refusals);

}  // namespace crosscheck
