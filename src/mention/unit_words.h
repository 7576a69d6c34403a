// Which word behind or before a figure is its unit. Many such words mean something else as often, so that the
// values of the categories `unit` and `currency` may carry marks:
//
//   foot: [feet, ft]
//   "foot?": [foot]                 doubtful: read only where it is joined to its figure ("10-foot"), where a
//                                   currency stands behind millions, or near one of its words
//   near_foot: [tall, high]         its words; near_GBP, those of a currency, stand under `unit`, too
//   rest_inch: [in]                 only behind "6 ft 2"
//   apart_meter: [m]                with a space before it, and no noun behind: "1.83 m in his socks"
//   mark_foot: ["'"]                a sign of compounds: 6'2"
//   before_magnitude: [magnitude]   stands before its figure
#pragma once

#include <string>

#include "mention/amounts.h"

namespace crosscheck {

// The sentence in which a figure stands.
struct UnitPlace {
  const Annotated& text;
  uint32_t first;
  uint32_t limit;
};

// The identifier without its marks: "foot".
std::string unit_symbol(const Hit& hit);

// The currency, the hundredth or the measure at token `at`, behind `amount`; nullptr when there is none, or
// when it means something else here. currency_at leaves a word to measure_at where that is meant: "200 pounds
// of meat".
const Hit* currency_at(const UnitPlace& place, uint32_t at, const Amount& amount);
const Hit* cent_at(const UnitPlace& place, uint32_t at, const Amount& amount);
const Hit* measure_at(const UnitPlace& place, uint32_t at, const Amount& amount);

// A sign or code that may stand before its figure: "$", "US$", "EUR"; no word such as "Euro" of "Euro 2024".
bool is_currency_sign(const Annotated& text, const Hit& hit);
// Whether a doubtful code before `amount` is none: "PEN 5".
bool is_false_sign(const Hit& hit, const Amount& amount);

// Whether a word for a measure, a currency or a percentage stands at `at`, and no doubtful one: "mile" of
// "half a mile", "percentage point" of "half a percentage point".
bool is_unit_word(const Annotated& text, uint32_t at, uint32_t limit);

// The word of `unit` at `at` that is one only behind a larger unit: "in" of "6 ft 2 in".
const Hit* rest_at(const UnitPlace& place, uint32_t at, absl::string_view unit);

// The sign at `at` that stands for `unit` between or behind the figures of a compound: the "'" of 6'2".
const Hit* mark_at(const UnitPlace& place, uint32_t at, absl::string_view unit);
// Whether the word at `at` is one that tells a doubtful `unit`: "tall" for feet.
bool near_word_at(const UnitPlace& place, uint32_t at, absl::string_view unit);

// Whether the "a year" that ends at `at` is told of by "ago" or "earlier", and is no rate: "up from $900m a
// year ago"; but "$900 a month earlier this year".
bool tells_when(const Annotated& text, uint32_t at, uint32_t limit);

// The unit that ends right before `amount`: "magnitude" of "magnitude 6,0", "magnitude-6.0".
const Hit* unit_before(const UnitPlace& place, const Amount& amount);

}  // namespace crosscheck
