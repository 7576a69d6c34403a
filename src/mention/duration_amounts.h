// Lengths of time that are told without a figure before their unit: "une demi-heure", "half a day", "trois
// quarts d'heure", "une dizaine de jours", "an hour and a half", "a week". They join the amounts that
// amounts.h reads.
#pragma once

#include <vector>

#include "mention/recognizers.h"

namespace crosscheck {

// The durations among `amounts` and those found here, in order of their first token, not overlapping.
std::vector<Amount> duration_amounts(const Annotated& text, Amounts amounts);

}  // namespace crosscheck
