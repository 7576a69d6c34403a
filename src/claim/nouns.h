// What a figure counts: the noun behind it with its modifiers, or, when the noun is left out, the one that
// was counted before ("700.000 selon la CGT", "dont 81.000 à Paris").
#pragma once

#include "claim/context.h"

namespace crosscheck {

// Sets noun, noun_concept and noun_inherited of the amounts, and Count::unit. Concepts that can be counted
// are those below the concept "countable".
void attach_nouns(ClaimContext* context);

}  // namespace crosscheck
