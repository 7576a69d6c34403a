// Where in a sentence an expression of a date is tried: one look at the words at a place, so that the many
// ways to tell a date are tried at few. DateReach (date_reach.h) has looked at the sentence as a whole
// before.
#pragma once

#include <cstdint>

#include "mention/reader.h"

namespace crosscheck {

// The first token from `at` on that may be what makes a date; the end of the sentence when there is none.
uint32_t find_next_date(const Reader& read, uint32_t at);

// Whether an expression may start at `at`. `*next_date` is what find_next_date() told last, and is kept so.
bool starts_date(const Reader& read, uint32_t at, uint32_t* next_date);

// Past a phrase in which no date is read: "Sunday best"; `at` when there is none.
uint32_t skip_never(const Reader& read, uint32_t at);

}  // namespace crosscheck
