// The clock time or part of the day beside a date: "vendredi après-midi", "samedi 8 heures", "6 p.m. on
// Sunday", "tomorrow from 2 to 4pm". Only for date_expression.cc: others call read_date.
#pragma once

#include "mention/date_part.h"

namespace crosscheck {

// Adds to a day what stands behind it: ", vers 20 heures", "afternoon", "from 2 to 4pm".
void read_clock_after_date(const Reader& read, DatePart* part);

// A date that begins with its part of the day or clock time: "on the morning of November 17", "à 15h20
// dimanche".
std::optional<DatePart> read_clock_before_date(const Reader& read, absl::Span<const Amount> amounts,
                                               uint32_t at);
// The same with two clock times: "from 2pm to 4pm tomorrow", "de 9 h à 11 h lundi".
std::optional<DatePart> read_clock_range_before_date(const Reader& read, absl::Span<const Amount> amounts,
                                                     uint32_t at);

}  // namespace crosscheck
