// Quarters and halves of a year: "Q3 2024", "premier trimestre", "the second half of next year".
#pragma once

#include "mention/date_part.h"

namespace crosscheck {

// With its year where that is told.
std::optional<DatePart> read_quarter(const Reader& read, uint32_t at);

// "the end of Q3": its last month; `which` is "start", "middle" or "end".
std::optional<DatePart> read_part_of_quarter(const Reader& read, uint32_t at, absl::string_view which);

}  // namespace crosscheck
