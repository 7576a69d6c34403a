#include "resolve/calendar.h"

#include <vector>

namespace crosscheck {
namespace {

using absl::CivilDay;
using absl::CivilHour;
using absl::CivilMinute;
using absl::CivilMonth;
using absl::CivilSecond;
using absl::CivilYear;
using Lean = Occasion::Lean;

struct Days {
  CivilDay start, end;
};

CivilDay monday_of(CivilDay day) { return day - (weekday_of(day) - 1); }

CivilMonth quarter_of(CivilDay day) { return CivilMonth(day.year(), (day.month() - 1) / 3 * 3 + 1); }

Days month_days(CivilMonth month, const DateReading& reading) {
  const CivilDay first(month), next(month + 1);
  if (!reading.part_low || !reading.part_high) return {first, next};
  return {first + (*reading.part_low - 1), std::min(next, first + *reading.part_high)};
}

Days year_days(CivilYear year, const DateReading& reading) {
  const CivilMonth first(year);
  if (!reading.part_low || !reading.part_high) return {CivilDay(first), CivilDay(first + 12)};
  return {CivilDay(first + (*reading.part_low - 1)), CivilDay(first + *reading.part_high)};
}

Days week_days(CivilDay monday, const DateReading& reading) {
  if (!reading.part_low || !reading.part_high) return {monday, monday + 7};
  return {monday + (*reading.part_low - 1), monday + *reading.part_high};
}

// The quarter that begins with `first`, or those of its months that are told: "the end of the quarter".
Days quarter_days(CivilMonth first, const DateReading& reading) {
  if (!reading.part_low || !reading.part_high) return {CivilDay(first), CivilDay(first + 3)};
  return {CivilDay(first + (*reading.part_low - 1)), CivilDay(first + *reading.part_high)};
}

// The Sunday of Easter in the Gregorian calendar.
CivilDay easter_of(int64_t year) {
  const int64_t golden = year % 19, century = year / 100;
  const int64_t moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
  const int64_t full = moon - moon / 28 * (1 - 29 / (moon + 1) * ((21 - golden) / 11));
  const int64_t weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
  return CivilDay(year, 3, 28) + (full - weekday);
}

// The nth weekday of a month, or its nth week, Monday to Sunday, where a week is of the month that has most
// of its days; -1 is the last one.
std::optional<Days> nth_of_month(const DateReading& reading, CivilMonth month) {
  constexpr int kThursday = 4;
  const CivilDay first(month), next(month + 1);
  // "the last day of October"
  if (!reading.weekday && reading.grain == Grain::day) {
    const CivilDay day = *reading.nth < 0 ? next + *reading.nth : first + (*reading.nth - 1);
    return Days{day, day + 1};
  }
  const int weekday = reading.weekday.value_or(kThursday);
  CivilDay day = first + (weekday - weekday_of(first) + 7) % 7 + 7 * (*reading.nth - 1);
  if (*reading.nth < 0) day = next - 1 - (weekday_of(next - 1) - weekday + 7) % 7;
  if (CivilMonth(day) != month) return std::nullopt;
  if (!reading.weekday) return Days{monday_of(day), monday_of(day) + 7};
  return Days{day + reading.shift, day + reading.shift + 1};
}

// The days of a calendar date in that year; nullopt for 29 February of a common year.
std::optional<Days> days_in_year(const DateReading& reading, int64_t year) {
  if (reading.quarter) {
    const CivilMonth first(year, (*reading.quarter - 1) * 3 + 1);
    return Days{CivilDay(first), CivilDay(first + 3)};
  }
  if (reading.easter) {
    const CivilDay day = easter_of(year) + *reading.easter + reading.shift;
    return Days{day, day + 1};
  }
  if (!reading.month) return year_days(CivilYear(year), reading);
  if (reading.nth && !reading.day) return nth_of_month(reading, CivilMonth(year, *reading.month));
  if (!reading.day) return month_days(CivilMonth(year, *reading.month), reading);
  const CivilDay day(year, *reading.month, *reading.day);
  if (day.month() != *reading.month) return std::nullopt;
  if (reading.grain == Grain::week) {
    const CivilDay monday = monday_of(day + reading.shift);
    return Days{monday, monday + 7};
  }
  return Days{day + reading.shift, day + reading.shift + 1};
}

// Days between `day` and the nearest day of `days`: 0 inside, negative when all of them are past.
int64_t distance(const Days& days, CivilDay day) {
  if (days.end <= day) return days.end - 1 - day;
  return days.start > day ? days.start - day : 0;
}

// The candidate that fits best: on the side that `direction` or the lean asks for, else the nearest, the
// earlier in doubt.
std::optional<Days> choose(const std::vector<Days>& candidates, int direction, const Occasion& occasion) {
  const Days* best = nullptr;
  int64_t best_rank = 0;
  for (const Days& days : candidates) {
    if (occasion.not_before && days.end <= *occasion.not_before) continue;
    const int64_t away = distance(days, *occasion.published);
    constexpr int64_t kWrongSide = 1000000;
    const bool future = occasion.lean == Lean::future || occasion.lean == Lean::governed;
    const bool even = occasion.lean == Lean::even || future || direction != 0;
    constexpr int64_t kAhead = 5, kAheadCoarse = 8, kMonth = 31;
    const int64_t ahead_weight = even ? 1 : days.end - days.start > kMonth ? kAheadCoarse : kAhead;
    int64_t rank = away < 0 ? -away : away * ahead_weight;
    if (occasion.not_before) rank = days.start - *occasion.not_before;
    const bool back = direction < 0 || (direction == 0 && occasion.lean == Lean::past);
    const bool ahead = direction > 0 || (direction == 0 && future);
    // Words that point ahead may belong to something else in the clause: a date of last week stays where it
    // is.
    const bool weak = direction == 0 && occasion.lean == Lean::future;
    if (weak && away < 0) rank *= kAhead;
    if ((back && away > 0) || (ahead && away < 0 && !weak) || (direction != 0 && away == 0))
      rank += kWrongSide;
    if (!best || rank < best_rank) best = &days, best_rank = rank;
  }
  return best ? std::optional(*best) : std::nullopt;
}

// "17 novembre", "mars", "premier trimestre", "le 17": the year or month is left out.
std::optional<Days> nearest_days(const DateReading& reading, const Occasion& occasion, bool* weekday_fits) {
  std::vector<Days> all, fitting;
  const auto consider = [&](const std::optional<Days>& days) {
    if (!days) return;
    all.push_back(*days);
    const bool fits = reading.nth || weekday_of(days->start) == reading.weekday;
    if (reading.weekday && fits) fitting.push_back(*days);
  };
  const CivilDay published = *occasion.published;
  if (reading.month || reading.quarter || reading.easter) {
    for (int64_t year = published.year() - 1; year <= published.year() + 1; ++year)
      consider(days_in_year(reading, year));
  } else if (reading.day) {
    // "Friday the 13th" may be months away.
    const int reach = reading.weekday ? 14 : 2;
    for (int i = -reach; i <= reach; ++i) {
      const CivilMonth month = CivilMonth(published) + i;
      const CivilDay day(month.year(), month.month(), *reading.day);
      if (CivilMonth(day) != month) continue;
      if (reading.grain == Grain::week)
        consider(Days{monday_of(day), monday_of(day) + 7});
      else
        consider(Days{day, day + 1});
    }
  }
  *weekday_fits = !reading.weekday || !fitting.empty();
  return choose(fitting.empty() ? all : fitting, reading.direction, occasion);
}

// The unit of `grain` that `day` lies in, moved by `offset` of them.
Days shifted(CivilDay day, Grain unit, int offset, const DateReading& reading) {
  switch (unit) {
    case Grain::year:
      return year_days(CivilYear(day) + offset, reading);
    case Grain::quarter:
      return quarter_days(quarter_of(day) + 3 * offset, reading);
    case Grain::month:
      return month_days(CivilMonth(day) + offset, reading);
    case Grain::week:
      return week_days(monday_of(day) + 7 * offset, reading);
    default:
      return {day + offset, day + offset + 1};
  }
}

CivilDay moved(CivilDay day, Grain unit, int offset) {
  const int months = unit == Grain::year ? 12 : unit == Grain::quarter ? 3 : unit == Grain::month ? 1 : 0;
  if (months == 0) return day + (unit == Grain::week ? 7 : 1) * offset;
  const CivilMonth month = CivilMonth(day) + months * offset;
  return std::min(CivilDay(month) + (day.day() - 1), CivilDay(month + 1) - 1);
}

// "the last three months" ends before the day of publication; "the next three days" begin on the day after
// it.
Days rolled(CivilDay published, const DateReading& reading) {
  if (reading.offset < 0) return {moved(published, reading.unit, reading.offset), published};
  return {published + 1, moved(published, reading.unit, reading.offset) + 1};
}

// "earlier this week" reaches to the day of publication, "later this week" begins on it.
Days rest_of_unit(CivilDay published, const DateReading& reading) {
  const Days whole = shifted(published, reading.unit, 0, reading);
  if (reading.direction < 0) return {whole.start, published + 1};
  return {published, whole.end};
}

// Days from `from` to the next `weekday`, 0 … 6.
int days_ahead(CivilDay from, int weekday) { return (weekday - weekday_of(from) + 7) % 7; }

CivilDay weekday_near(const DateReading& reading, const Occasion& occasion) {
  const CivilDay published = *occasion.published;
  const int weekday = *reading.weekday;
  if (occasion.not_before) return *occasion.not_before + days_ahead(*occasion.not_before, weekday);
  const CivilDay coming = published + days_ahead(published, weekday);
  const CivilDay latest = coming == published ? coming : coming - 7;
  if (reading.direction > 0) return coming == published ? coming + 7 : coming;
  if (reading.direction < 0) return latest == published ? latest - 7 : latest;
  // On a Friday, whatever the tense, "ce week-end" is the one at hand: that of before is the last one.
  constexpr int kAtHand = 2;
  if (reading.weekend && reading.nearest && coming - published <= kAtHand) return coming;
  if (occasion.lean == Lean::future || occasion.lean == Lean::governed) return coming;
  if (occasion.lean == Lean::none && reading.nearest) return coming - published <= 3 ? coming : latest;
  return latest;
}

std::optional<Days> weekday_days(const DateReading& reading, const Occasion& occasion) {
  if (!occasion.published || !reading.weekday) return std::nullopt;
  const bool week_told = reading.unit == Grain::week && !reading.weekend;
  CivilDay day = week_told ? monday_of(*occasion.published) + 7 * reading.direction + (*reading.weekday - 1)
                           : weekday_near(reading, occasion);
  // On a Sunday the last weekend is not the one that is going on.
  if (reading.weekend && reading.direction < 0 && !occasion.not_before &&
      weekday_of(*occasion.published) == 7)
    day = day - 7;
  day = day + reading.shift;
  return Days{day, day + 1};
}

// "two weeks ago" is told from a day to the day, "last week" to the week.
bool from_day_to_day(const DateReading& reading) {
  return reading.grain == Grain::day && reading.unit != Grain::day && reading.offset != 0;
}

Days counted(CivilDay from, const DateReading& reading, Resolved* out) {
  const CivilDay day = moved(from, reading.unit, reading.offset) + reading.shift;
  out->told_to = reading.unit;
  return {day, day + 1};
}

std::optional<Days> from_published(CivilDay published, const DateReading& reading, Resolved* out) {
  if (reading.month || reading.quarter || reading.easter)
    return days_in_year(reading, published.year() + reading.offset);
  if (reading.nth && reading.grain == Grain::year) {  // decades and centuries
    const int64_t first = (published.year() / *reading.nth + reading.offset) * *reading.nth;
    return Days{CivilDay(first, 1, 1), CivilDay(first + *reading.nth, 1, 1)};
  }
  if (reading.nth) {
    const CivilMonth month = reading.unit == Grain::year ? CivilMonth(CivilYear(published) + reading.offset) +
                                                               (*reading.nth < 0 ? 11 : 0)
                                                         : CivilMonth(published) + reading.offset;
    return nth_of_month(reading, month);
  }
  if (from_day_to_day(reading)) return counted(published, reading, out);
  return shifted(published, reading.unit, reading.offset, reading);
}

std::optional<Days> from_anchor(const DateReading& reading, const Occasion& occasion, Resolved* out) {
  const bool fine = occasion.anchor && occasion.anchor_grain >= reading.unit;
  out->from = fine ? ResolvedFrom::anchor : ResolvedFrom::published;
  if (!fine && !occasion.published) return std::nullopt;
  const CivilDay from = fine ? *occasion.anchor : *occasion.published;
  if (!from_day_to_day(reading)) return shifted(from, reading.unit, reading.offset, reading);
  if (!fine || occasion.anchor_grain == Grain::day) return counted(from, reading, out);
  out->grain = reading.unit;  // told from a month or a year
  return shifted(from, reading.unit, reading.offset, reading);
}

std::optional<Days> days_of(const DateReading& reading, const Occasion& occasion, Resolved* out) {
  switch (reading.base) {
    case DateReading::Base::absolute: {
      if (reading.year) {
        const auto days = days_in_year(reading, *reading.year);
        if (days && reading.weekday && !reading.nth && weekday_of(days->start) != *reading.weekday)
          out->actual_weekday = weekday_of(days->start);
        return days;
      }
      if (!occasion.published) return std::nullopt;
      out->from = ResolvedFrom::published;
      bool fits = true;
      const auto days = nearest_days(reading, occasion, &fits);
      if (days && !fits) out->actual_weekday = weekday_of(days->start);
      return days;
    }
    case DateReading::Base::weekday:
      out->from = ResolvedFrom::published;
      return weekday_days(reading, occasion);
    case DateReading::Base::published:
      out->from = ResolvedFrom::published;
      if (!occasion.published) return std::nullopt;
      if (reading.rolling) {
        return reading.offset == 0 ? rest_of_unit(*occasion.published, reading)
                                   : rolled(*occasion.published, reading);
      }
      return from_published(*occasion.published, reading, out);
    case DateReading::Base::anchor:
      return from_anchor(reading, occasion, out);
  }
  return std::nullopt;
}

// "two hours ago", "in 20 minutes"; "the last 24 hours" when it is rolling.
std::optional<Resolved> moments(const DateReading& reading, const Occasion& occasion) {
  if (!occasion.moment) return std::nullopt;
  const CivilSecond now = *occasion.moment, then = now + *reading.offset_seconds;
  Resolved out;
  out.grain = Grain::minute;
  out.from = ResolvedFrom::published;
  out.start = reading.rolling ? std::min(now, then) : CivilSecond(CivilMinute(then));
  out.end = reading.rolling ? std::max(now, then) : CivilSecond(CivilMinute(then) + 1);
  return out;
}

}  // namespace

namespace {

bool is_beside(const DateReading& reading) { return reading.nth && (reading.day || reading.easter); }

// "the Monday after Easter", "the week before Christmas"
Days beside(CivilDay day, const DateReading& reading, const Occasion& occasion) {
  if (!reading.weekday) {
    const CivilDay monday = monday_of(day) + 7 * *reading.nth;
    return {monday, monday + 7};
  }
  const int weekday = *reading.weekday;
  CivilDay found = *reading.nth > 0 ? day + 1 + days_ahead(day + 1, weekday) + 7 * (*reading.nth - 1)
                                    : day - 7 + days_ahead(day - 7, weekday) + 7 * (*reading.nth + 1);
  if (occasion.not_before && found < *occasion.not_before)
    found = *occasion.not_before + days_ahead(*occasion.not_before, weekday);
  return {found, found + 1};
}

}  // namespace

int weekday_of(CivilDay day) { return static_cast<int>(absl::GetWeekday(day)) + 1; }

std::optional<Resolved> resolve_reading(const DateReading& reading, const Occasion& occasion) {
  Resolved out;
  out.grain = reading.grain;
  if (reading.offset_seconds) return moments(reading, occasion);
  std::optional<Days> days = days_of(reading, occasion, &out);
  if (!days) return std::nullopt;
  if (is_beside(reading)) days = beside(days->start, reading, occasion);
  out.start = CivilSecond(days->start);
  out.end = CivilSecond(days->end);
  if (reading.hour) {
    const CivilMinute at = CivilMinute(CivilHour(days->start) + *reading.hour) + reading.minute.value_or(0);
    out.start = CivilSecond(at);
    out.end = CivilSecond(reading.minute ? at + 1 : at + 60);
  } else if (reading.from_hour && reading.to_hour) {
    out.start = CivilSecond(CivilHour(days->start) + *reading.from_hour);
    out.end = CivilSecond(CivilHour(days->start) + *reading.to_hour);
  }
  return out;
}

}  // namespace crosscheck
