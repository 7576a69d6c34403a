// Lengths of time told without a figure, and the words that belong to one with it: "half an hour", "une
// quinzaine de jours", "two and a half hours", "an hour or two". Collected by duration_amounts.h.
#pragma once

#include <optional>

#include "mention/reader.h"
#include "mention/recognizers.h"

namespace crosscheck {

// The length that ends with `unit`, a phrase of duration_unit; "a week" only where it lasts().
std::optional<Amount> read_length_words(const Reader& read, Amounts amounts, const Hit& unit);

// Takes in the words before the length that ends with `unit` which its figure left out: of "two and a half
// hours" the figure alone has "half hours".
void widen(const Reader& read, const Hit& unit, Amount* length);

// Takes in the "or two" of "an hour or two", "un jour ou deux"; false when there is none.
bool add_more(const Reader& read, Amount* length);

// Whether "a week" is told as a length: "in a week", "a week ago", "a week later".
bool lasts(const Reader& read, const Amount& length);

}  // namespace crosscheck
