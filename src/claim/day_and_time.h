// "samedi vers 19 h 40" tells two things: articles agree on the day and differ on the hour.
#pragma once

#include <optional>

#include "crosscheck/mention.h"
#include "rules/annotate.h"

namespace crosscheck {

struct DayAndTime {
  Date day;
  ClockTime time;
};

// Nothing for other mentions than of one moment with its hour.
std::optional<DayAndTime> day_and_time(const Annotated& text, const Mention& mention);

}  // namespace crosscheck
