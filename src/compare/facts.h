// The first decider: which claims tell one fact with values that can stand side by side.
#pragma once

#include <vector>

#include "compare/likeness.h"
#include "crosscheck/finding.h"
#include "rules/rule.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Claims that agree, each with each; ascending.
struct Fact {
  std::vector<uint32_t> claims;
};

// Every claim of the report is in one fact; facts are ordered by their first claim. Grown by edges in the
// order of their strength, a claim never joining where it does not fit all members. Pairs whose values fit
// and that were not taken for one fact leave a refusal.
std::vector<Fact> find_facts(const Rulebook& rulebook, const Report& report, const Likeness& likeness,
                             std::vector<Refusal>* refusals);

// How the values of the two are to be compared: as the rule of one of them says.
Comparison comparison_of(const Rulebook& rulebook, const Claim& a, const Claim& b);

// Dossier of a claim; empty when there is one only.
std::string dossier_of(const Report& report, const Claim& claim);

}  // namespace crosscheck
