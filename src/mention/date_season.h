// Seasons: "l'été dernier", "winter 2018/19", "late summer 2020".
#pragma once

#include "mention/date_part.h"

namespace crosscheck {

std::optional<DatePart> read_season(const Reader& read, uint32_t at);

// Two months of a season, told by "start", "middle" or "end" (`which`); those of a winter only where none is
// of the next year.
std::optional<DatePart> read_part_of_season(const Reader& read, uint32_t at, absl::string_view which);

// The "/19" of "winter 2018/19", the "-2019" of "hiver 2018-2019".
void read_next_year(const Reader& read, DatePart* part);

}  // namespace crosscheck
