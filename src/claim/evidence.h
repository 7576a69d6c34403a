// The words that a claim points at: a value with the noun it counts, and those of its pattern that stand
// close.
#pragma once

#include <cstdint>

#include "claim/context.h"
#include "claim/matcher.h"

namespace crosscheck {

// The token behind a mention and the noun that it counts, where that stands behind it.
uint32_t behind_noun(const ClaimContext& context, uint32_t value);

// A mention with the noun that it counts.
TextSpan evidence_of(const ClaimContext& context, uint32_t value);

// The words of a match with its value; those of the value alone where both together are long.
TextSpan evidence_of(const ClaimContext& context, const PatternMatch& match, uint32_t value);

// The words of a match that tells a state, with what denies it: "(n'est pas) maîtrisé", "(no plans for) any
// layoffs".
TextSpan evidence_of_state(const ClaimContext& context, const PatternMatch& match);

}  // namespace crosscheck
