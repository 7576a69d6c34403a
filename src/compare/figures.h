// The values of two claims side by side, as they are told: which is larger by far, which is a slip of the
// pen. Whether they are compatible is for compare/comparators to say.
#pragma once

#include <optional>

#include "crosscheck/claim.h"

namespace crosscheck {

// The figure that a claim shows, on the scale of its kind: SI units, seconds, percent. nullopt when it has
// none.
std::optional<Decimal> size_of(const Claim& claim);

// Whether one amount is so many times the other that they can hardly answer one question: "$3" and "$8.4
// billion".
bool of_other_magnitude(const Claim& a, const Claim& b);

// Whether the two figures have the same digits in another order or with the point elsewhere: "4,812" and
// "4,182", "1.2" and "12"; seldom of two things by chance, and of four digits and more never.
bool is_slip(const Claim& a, const Claim& b);
bool is_long_slip(const Claim& a, const Claim& b);
// Whether the digits of one stand in another order in the other, and nothing else is different: "7.8" and
// "8.7", but not "88" and "8.8".
bool is_swap(const Claim& a, const Claim& b);
// Of three digits and more, of whole numbers.
bool is_long_swap(const Claim& a, const Claim& b);

// Between two clock times, whatever the day: 90 for "23:30" and "01:00". nullopt for other values.
std::optional<int> minutes_apart(const Claim& a, const Claim& b);

// "Samedi midi", "around midnight": a part of the day more than an hour, of which much is told.
bool is_part_of_day(const Claim& claim);

// Whether both tell the very same value.
bool same_value(const Claim& a, const Claim& b);

}  // namespace crosscheck
