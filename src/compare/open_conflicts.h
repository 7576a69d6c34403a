// Conflicts that no rule asks for: two facts that count or measure the same thing in much the same words,
// each the only one of its kind that fits the other. A different value is nearly always another fact, so the
// evidence asked for is strict, and the margin over every rival counts most.
#pragma once

#include <vector>

#include "compare/facts.h"
#include "compare/likeness.h"
#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

struct OpenConflict {
  uint32_t a, b;  // indices of facts, a < b
  int points;
};

// Strongest first.
std::vector<OpenConflict> find_open_conflicts(const Rulebook& rulebook, const Report& report,
                                              const Likeness& likeness, const std::vector<Fact>& facts,
                                              std::vector<Refusal>* refusals);

}  // namespace crosscheck
