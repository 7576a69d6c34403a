// Tallies: "bringing the number of arrests to six" tells how many arrests there are.
#pragma once

#include <cstdint>
#include <optional>

#include "claim/context.h"

namespace crosscheck {

// "the number of", "death toll", "bilan" at the token; nullptr when there is none.
const Hit* tally_at(const ClaimContext& context, uint32_t token, uint32_t limit);

// What the tally before a figure at token `first` is of, in its sentence and with no other amount between.
std::optional<Hit> tallied_before(const ClaimContext& context, uint32_t first);

}  // namespace crosscheck
