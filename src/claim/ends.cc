#include "claim/ends.h"

#include "absl/time/civil_time.h"

namespace crosscheck {
namespace {

// The moment `steps` of the grain further; what is finer than a day is a day.
absl::CivilSecond further(absl::CivilSecond from, Grain grain, int steps) {
  switch (grain) {
    case Grain::year:
      return absl::CivilSecond(absl::CivilYear(from) + steps);
    case Grain::quarter:
      return absl::CivilSecond(absl::CivilMonth(from) + 3 * steps);
    case Grain::month:
      return absl::CivilSecond(absl::CivilMonth(from) + steps);
    case Grain::week:
      return absl::CivilSecond(absl::CivilDay(from) + 7 * steps);
    default:
      return absl::CivilSecond(absl::CivilDay(from) + steps);
  }
}

}  // namespace

void take_start(Value* value) {
  auto* date = std::get_if<Date>(value);
  if (date && date->start && !date->end) date->end = further(*date->start, date->grain, 1);
}

void take_end(Value* value) {
  auto* date = std::get_if<Date>(value);
  if (!date || !date->end) return;
  // A night ends on the morning after, and is over the day before all the same.
  constexpr int64_t kDay = 86400;
  if (date->start && *date->end - *date->start <= kDay) return;
  // At eight in the morning: the day is that of the last second.
  const absl::CivilSecond last = *date->end - 1;
  const absl::CivilSecond end = further(absl::CivilSecond(absl::CivilDay(last)), Grain::day, 1);
  const absl::CivilSecond start = further(end, date->grain, -1);
  if (date->start && *date->start >= start) return;
  date->start = start;
  date->end = end;
}

}  // namespace crosscheck
