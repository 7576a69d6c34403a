#include "claim/ends.h"

#include "absl/strings/numbers.h"

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

void take_age(Value* value, absl::string_view told, absl::CivilDay published) {
  const auto* age = std::get_if<Age>(value);
  const auto* duration = std::get_if<Duration>(value);
  const Interval* amount = age ? &age->amount : duration ? &duration->amount : nullptr;
  const std::string& unit = age ? age->unit : duration ? duration->unit : "";
  if (!amount || !amount->low || amount->low != amount->high || unit != "year") return;
  const std::optional<Decimal> begun = add(Decimal(published.year()), -*amount->low);
  int64_t number = 0;
  if (!begun || !absl::SimpleAtoi(begun->to_string(), &number) || number <= 0) return;
  const absl::CivilYear year(number);
  Date date;
  date.start = absl::CivilSecond(year);
  date.end = absl::CivilSecond(year + 1);
  date.grain = date.told_to.emplace(Grain::year);
  date.as_told = std::string(told);
  date.resolved_from = ResolvedFrom::published;
  *value = std::move(date);
}

}  // namespace crosscheck
