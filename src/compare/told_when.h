// Figures that are told for different times: a day each, or a whole year on one side.
#pragma once

#include <string>

#include "crosscheck/claim.h"
#include "rules/rule.h"

namespace crosscheck {

// Why two amounts that differ may both be true; empty when their times say nothing against a conflict.
//   "62 % mardi", "27 % lundi": each day has its strikers
//   "quatre morts", "onze tués l'an dernier": a toll of a year is that of many events
std::string objection_of_time(const Claim& a, const Claim& b, const Comparison& comparison);

}  // namespace crosscheck
