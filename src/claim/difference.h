// Whether an amount tells by how much something differs or has changed, as against how much it is: "five
// fewer than before", "deux de plus", "a enflé de 18 millions".
#pragma once

#include <cstdint>

#include "claim/context.h"

namespace crosscheck {

// Of the amount at tokens [first, last), whose noun ends before `noun_end`.
bool tells_difference(const ClaimContext& context, uint32_t first, uint32_t last, uint32_t noun_end);

// Whether the range that starts at token `first` tells where something began and where it ended: "est passé
// de 28 à 46 millions". No range of one time.
bool goes_from_to(const ClaimContext& context, uint32_t first);

}  // namespace crosscheck
