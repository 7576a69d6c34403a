// A length of time by which a date is told: "2 years and 3 months" ago, "dans deux semaines et demie", "in an
// hour and a half".
#pragma once

#include <optional>

#include "absl/types/span.h"
#include "crosscheck/mention.h"
#include "mention/amounts.h"
#include "mention/reader.h"

namespace crosscheck {

struct Length {
  uint32_t last = 0;
  Grain unit = Grain::day;  // in which it is told; months where it mixes years and months
  int count = 0;            // whole `unit`s
  int days = 0;             // beside them: the half of "a month and a half"
  int64_t seconds = 0;      // instead, where hours, minutes or seconds are told
  Form form = Form::exact;
  bool known = true;  // false: "a few days", "between two and three years"
};

// `amounts` are those of the article.
std::optional<Length> read_length(const Reader& read, absl::Span<const Amount> amounts, uint32_t at);

// The amount of a duration that starts at `first`.
const Amount* duration_from(absl::Span<const Amount> amounts, uint32_t first);

// Seconds in a unit of hours or less; 0 for days and more.
int64_t seconds_of(absl::string_view unit);

}  // namespace crosscheck
