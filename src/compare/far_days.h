// Days that are none of those around the article: "le 5 novembre", told in March. A story has few of them,
// each for one deed, so that two which lie near each other and are told with the same words may be one day,
// told wrongly. So with years long past.
#pragma once

#include <cstdint>
#include <optional>

#include "absl/time/civil_time.h"
#include "crosscheck/finding.h"

namespace crosscheck {

// Days from which on a day is none of those around the article.
inline constexpr int64_t kFarDays = 7;

// The day that the claim tells, or a part of which it does; nullopt for any other length of time, and for
// "two weeks ago", which is no certain day.
std::optional<absl::CivilDay> day_told(const Claim& claim);

// How many days lie between the start of what the claim tells, else its end, and the publication of its
// article.
std::optional<int64_t> days_from_article(const Report& report, const Claim& claim);

// Whether the claim tells a day that lies more than a week from the publication of its article.
bool is_far_day(const Report& report, const Claim& claim);

// The year of a date that is told no nearer: "1953", "il y a soixante-treize ans"; nullopt for a longer time.
std::optional<int64_t> year_told(const Value& value);

// Whether the claim tells a year that is long past: "built in 1938".
bool is_far_year(const Report& report, const Claim& claim);

// Whether one of the two may be told for the other: days that lie near each other, years that follow each
// other or show the same digits ("1787", "1778").
bool are_near_days(const Claim& a, const Claim& b);

}  // namespace crosscheck
