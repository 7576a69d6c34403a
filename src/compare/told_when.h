// Figures and hours that are told for different times: a day each, or a whole year on one side.
#pragma once

#include <string>

#include "crosscheck/claim.h"
#include "rules/rule.h"

namespace crosscheck {

// Why two amounts or hours that differ may both be true; empty when their times say nothing against a
// conflict.
//   "62 % mardi", "27 % lundi": each day has its strikers
//   "hit the reef at 11.40pm on Monday", "came off it at 5.15am on Friday"
//   "quatre morts", "onze tués l'an dernier": a toll of a year is that of many events
std::string objection_of_time(const Claim& a, const Claim& b, const Comparison& comparison);

}  // namespace crosscheck
