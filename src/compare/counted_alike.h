// Whether two claims count one thing.
#pragma once

#include "crosscheck/claim.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Whether both count what is called by one word or is one concept.
bool counts_alike(const Claim& a, const Claim& b);

// Whether it counts people of whom no more is told: "four men" are told of many things.
bool counts_anybody(const Rulebook& rulebook, const Claim& claim);

// What it is worth as evidence that the two tell of one fact.
int noun_points(const Rulebook& rulebook, const Claim& a, const Claim& b);

}  // namespace crosscheck
