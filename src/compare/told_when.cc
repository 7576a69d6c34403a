#include "compare/told_when.h"

#include <cstdlib>

#include "absl/time/civil_time.h"

namespace crosscheck {
namespace {

bool is_year(const std::optional<Date>& date) { return date && date->is_told_to_the_year(); }

// Of clock times. One night is told under either of its dates: "23:40 on Tuesday", "1 a.m. on Wednesday".
bool of_two_days(const Claim& a, const Claim& b, int64_t days) {
  constexpr int kDay = 24 * 60;
  const auto* x = std::get_if<ClockTime>(&a.value);
  const auto* y = std::get_if<ClockTime>(&b.value);
  if (!x || !y || days == 0) return false;
  const bool later = *a.qualifiers.as_of->start < *b.qualifiers.as_of->start;
  const int ahead = later ? y->minute_of_day - x->minute_of_day : x->minute_of_day - y->minute_of_day;
  return days * kDay + ahead > kDay / 2;
}

}  // namespace

std::string objection_of_time(const Claim& a, const Claim& b, const Comparison& comparison) {
  const std::optional<Date>& x = a.qualifiers.as_of;
  const std::optional<Date>& y = b.qualifiers.as_of;
  const auto is_toll = [](const Value& value) {
    return std::holds_alternative<Count>(value) || std::holds_alternative<Measure>(value);
  };
  const bool tolls = is_toll(a.value) && is_toll(b.value);
  if (tolls && comparison.grows && is_year(x) != is_year(y)) return "one is the toll of a whole year";
  if (!x || !y || !x->start || !y->start) return "";
  const int64_t days = std::abs(absl::CivilDay(*x->start) - absl::CivilDay(*y->start));
  return (comparison.daily && days > 0) || of_two_days(a, b, days) ? "each is told for its own day" : "";
}

}  // namespace crosscheck
