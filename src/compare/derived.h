// Arithmetic across claims: a share against the counts it is a share of, parts against their total. Each
// check has a function of its own in derived.cc; all are listed in find_derived().
#pragma once

#include <vector>

#include "compare/likeness.h"
#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Claims that cannot all be true, with the calculation that shows it. Both sides cite claims that belong to
// other findings, too.
struct Derived {
  std::vector<uint32_t> told;      // the share, the total
  std::vector<uint32_t> measured;  // the counts, the parts
  Calculation calculation;
};

// In the order of the claims; at most one for each claim of `told`.
std::vector<Derived> find_derived(const Rulebook& rulebook, const Report& report, const Likeness& likeness);

}  // namespace crosscheck
