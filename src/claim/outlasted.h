// A state that its own article goes on to end: "closed at 10pm and reopened at 6am".
#pragma once

#include "claim/candidates.h"
#include "claim/context.h"

namespace crosscheck {

// Whether the sentence of a state tells another one of the same rule that excludes it and comes after it,
// by the order of the words or by an "after" before this one ("reopened after it was closed"). The first
// clause of the next sentence counts too where it opens with a pronoun: "It reopened at noon."
bool is_outlasted(const ClaimContext& context, const Candidate& candidate);

}  // namespace crosscheck
