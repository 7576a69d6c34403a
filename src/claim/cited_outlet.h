// The outlet or agency that a sentence takes what it tells from: "selon Le Monde", "told Reuters", "a-t-il
// dit à l'AFP".
#pragma once

#include <string>

#include "claim/context.h"

namespace crosscheck {

// The name of the one that the sentence cites; empty when there is none, or several.
std::string cited_outlet(const ClaimContext& context, uint32_t sentence);

}  // namespace crosscheck
