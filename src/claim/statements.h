// Statements: what a clause tells besides its figures, as far as it names somebody or tells a deed. They are
// compared by the words they share (compare/alike.h), where no rule knows the deed.
#pragma once

#include <vector>

#include "claim/context.h"

namespace crosscheck {

// Tokens [first, last) of one clause, without figures and dates.
struct StatementRange {
  uint32_t first = 0;
  uint32_t last = 0;
  bool denied = false;  // a word of negation stands in it
};

// In the order of the text; none longer than a reader takes in at a glance.
std::vector<StatementRange> find_statements(const ClaimContext& context);

}  // namespace crosscheck
