// Reads a clock time at a place: "12h30", "8 heures du matin", "6:56 p.m.", "minuit et demi", "a quarter to
// seven", "1845 GMT", with its zone. Whether words beside it make sure that it is no length of time or score
// is told, too.
#pragma once

#include <optional>
#include <string>

#include "mention/reader.h"

namespace crosscheck {

struct Clock {
  uint32_t last = 0;
  int minute_of_day = 0;
  bool minutes = false;  // told to the minute
  bool seconds = false;  // and seconds, which are read over
  bool sure = false;     // a.m., a zone, "noon": it is a clock time wherever it stands
  bool has_sign =
      false;  // "8 heures", "8:30": could be a duration or a score; needs a preposition or a date beside it
  bool about = false;  // "6ish"
  std::string zone;
};

std::optional<Clock> read_clock(const Reader& read, uint32_t at);

// "6:30-7:30pm": the minute of the day of the former of two times, which has its half of the day from the
// latter, told at `to` and ending before token `last`.
int with_half_day_of(const Reader& read, int from, int to, uint32_t last);

}  // namespace crosscheck
