// Which statements of two articles say the same, by the words they share, rare ones counting more.
#pragma once

#include "compare/likeness.h"
#include "crosscheck/finding.h"

namespace crosscheck {

constexpr const char* kStatement = "statement";  // attribute of such claims

bool is_statement(const Claim& claim);

// Points on the scale of Likeness; 0 when the shared words are too few, too frequent, or too small a part of
// either.
int statement_points(const Likeness& likeness, const Claim& a, const Claim& b);

}  // namespace crosscheck
