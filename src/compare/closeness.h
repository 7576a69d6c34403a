// How near the figures of two claims are, as evidence that they answer one question: articles that differ on
// a fact seldom differ by much, or by a slip of the pen.
#pragma once

#include "crosscheck/claim.h"

namespace crosscheck {

inline constexpr int kClose = 10;  // points of two that differ by less than a third
inline constexpr int kNear = 5;    // of two of which one is at most twice the other

// Points on the scale of Likeness; below 0 for figures far apart.
int closeness(const Claim& a, const Claim& b);

}  // namespace crosscheck
