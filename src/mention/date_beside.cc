// Weekdays and weeks that are told from a day of the calendar: "the Monday after Easter", "the second Sunday
// before Christmas", "le week-end après Pâques", "the week after the 15th of May".
#include "mention/date_part.h"

namespace crosscheck {
namespace {

constexpr int kSaturday = 6, kSunday = 7, kMost = 5;

// The day of the calendar behind "after" or "before", which is told by itself and neither by its weekday.
std::optional<DatePart> read_fixed_day(const Reader& read, uint32_t at) {
  for (const Symbol use : std::initializer_list<Symbol>{"the", "det", "on", ""}) {
    const bool nothing = use == "";
    const uint32_t start = nothing ? at : read.skip(at, use);
    if (!nothing && start == at) continue;
    std::optional<DatePart> day = read_absolute(read, start);
    const bool fits = day && !day->to && !day->unresolved && day->reading.grain == Grain::day &&
                      ((day->reading.month && day->reading.day) || day->reading.easter) &&
                      !day->reading.weekday && !day->reading.nth;
    if (fits) return day;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DatePart> read_beside_day(const Reader& read, uint32_t at) {
  uint32_t from = read.skip(at, "det");
  uint32_t after_rank = from;
  const auto rank = read_spelled_rank(read, from, &after_rank);
  const int count = rank.value_or(1);
  const Hit* weekday = read.hit(after_rank, Category::weekday);
  const Hit* weekend = weekday ? nullptr : read.hit(after_rank, Category::date_unit, "weekend");
  const Hit* week = weekday || weekend ? nullptr : read.hit(after_rank, Category::date_unit, "week");
  const Hit* counted = weekday ? weekday : weekend ? weekend : week;
  if (!counted || count < 1 || count > kMost) return std::nullopt;
  const Hit* after = read.hit(counted->last, Category::date_relation, "after");
  const Hit* before = after ? nullptr : read.hit(counted->last, Category::date_relation, "before");
  if (!after && !before) return std::nullopt;
  std::optional<DatePart> part = read_fixed_day(read, (after ? after : before)->last);
  if (!part) return std::nullopt;
  part->first = at;
  part->needs = DatePart::Needs::nothing;
  part->reading.nth = after ? count : -count;
  if (week) {
    part->reading.grain = Grain::week;
    return part;
  }
  part->reading.weekday = weekday ? number_of(*weekday) : kSaturday;
  if (weekend) {
    part->to = part->reading;
    part->to->weekday = kSunday;
  }
  return part;
}

}  // namespace crosscheck
