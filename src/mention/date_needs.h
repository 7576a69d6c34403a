// What must stand before words that are a date only then: "en mars", "in 1985", "le 17" (DatePart::Needs).
#pragma once

#include "mention/date_part.h"

namespace crosscheck {

// What stands right before: nothing, a list of years or months, a list of bare days.
enum class Chain { none, periods, days };

// Whether what `part` needs is there; `related` when a word such as "depuis", "until" leads to it.
bool needs_met(const Reader& read, const DatePart& part, bool related, Chain chain);

}  // namespace crosscheck
