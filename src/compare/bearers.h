// Whether two states may be told of one person: "the gardener confessed" and "the cook denies it" are of two.
#pragma once

#include <string>

#include "crosscheck/claim.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Why two states are of two bearers; empty when they may be of one. What a noun of another language means is
// known by its concepts alone; where it has none it may be anybody.
std::string objection_of_bearers(const Rulebook& rulebook, const Claim& a, const Claim& b);

}  // namespace crosscheck
