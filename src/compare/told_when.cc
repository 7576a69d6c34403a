#include "compare/told_when.h"

#include <cstdlib>

#include "absl/time/civil_time.h"

namespace crosscheck {
namespace {

bool is_year(const std::optional<Date>& date) { return date && date->is_told_to_the_year(); }

}  // namespace

std::string objection_of_time(const Claim& a, const Claim& b, const Comparison& comparison) {
  const std::optional<Date>& x = a.qualifiers.as_of;
  const std::optional<Date>& y = b.qualifiers.as_of;
  const bool counts = std::holds_alternative<Count>(a.value) && std::holds_alternative<Count>(b.value);
  if (counts && comparison.grows && is_year(x) != is_year(y)) return "one is the toll of a whole year";
  if (!x || !y || !x->start || !y->start) return "";
  const int64_t days = std::abs(absl::CivilDay(*x->start) - absl::CivilDay(*y->start));
  // One night is told under either of its dates.
  const bool hours = std::holds_alternative<ClockTime>(a.value) && std::holds_alternative<ClockTime>(b.value);
  return (comparison.daily && days > 0) || (hours && days > 1) ? "each is told for its own day" : "";
}

}  // namespace crosscheck
