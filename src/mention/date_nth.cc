// Days and weeks by their place in a month or year: "the first Monday of May", "the third Sunday of next
// month", "le dernier jour du mois", "le 15 du mois prochain"; and "the week of May 20".
#include "mention/date_part.h"

namespace crosscheck {
namespace {

using Base = DateReading::Base;
using Needs = DatePart::Needs;

constexpr int kSaturday = 6, kSunday = 7;

// What is counted: a weekday, the weekend, a week or a day.
bool read_counted(const Reader& read, uint32_t at, DatePart* part, bool* weekend) {
  constexpr int kMost = 5, kDays = 31;
  const int nth = *part->reading.nth;
  if (const Hit* weekday = read.hit(at, Category::weekday)) {
    part->reading.weekday = number_of(*weekday);
    part->last = weekday->last;
    return nth <= kMost;
  }
  const Hit* unit = read.hit(at, Category::date_unit);
  if (!unit) return false;
  part->last = unit->last;
  *weekend = unit->is("weekend");
  if (*weekend) part->reading.weekday = kSaturday;
  if (unit->is("week")) part->reading.grain = Grain::week;
  return unit->is("day") ? nth <= kDays : nth <= kMost && (*weekend || unit->is("week"));
}

// "of May 2019", "in April", "of next month", "du mois", "of the year", "of 2020": `at` is past the "of".
bool read_frame(const Reader& read, uint32_t at, bool years, DatePart* part) {
  DateReading& reading = part->reading;
  if (const auto month = read_month(read, at)) {
    reading.month = month->value;
    part->last = month->last;
    read_year_after(read, part);
    return true;
  }
  constexpr int kDecember = 12;
  const auto year = years ? read_year(read, at) : std::nullopt;
  if (year) {
    reading.year = year;
    reading.month = *reading.nth < 0 ? kDecember : 1;
    part->last = at + 1;
    return true;
  }
  const auto unit = read_unit(read, at, true);
  const bool fits = unit && !unit->to && unit->reading.base == Base::published &&
                    (unit->reading.unit == Grain::month || (years && unit->reading.unit == Grain::year));
  if (!fits) return false;
  reading.base = Base::published;
  reading.unit = unit->reading.unit;
  reading.offset = unit->reading.offset;
  part->last = unit->last;
  return true;
}

// Tries each reading of the words for "of": "du" and "du mois" both start "du mois prochain".
bool read_frame_after(const Reader& read, bool years, DatePart* part) {
  if (!read.inside(part->last)) return false;
  for (const Hit& of : read.text.hits_at(part->last)) {
    const bool fits = of.category == Category::date_article && of.is("of");
    if (fits && of.last < read.last && read_frame(read, of.last, years, part)) return true;
  }
  return false;
}

// "le 15 du mois prochain", "the 1st of this month", "le 1er du mois".
std::optional<DatePart> read_day_of_month(const Reader& read, uint32_t at) {
  const uint32_t from = read.skip(at, "ordinal");
  DatePart part;
  const auto day = read_day_number(read, from, &part.last);
  // "1st of next month"
  const bool rank = read.digits(from) && part.last > from + 1;
  const bool led = from != at || rank || read.hit_before(at, Category::date_article, "the");
  if (!day || !led || read.part_of_figure(from)) return std::nullopt;
  part.reading.nth = day;
  if (!read_frame_after(read, false, &part) || part.reading.month) return std::nullopt;
  return part;
}

}  // namespace

std::optional<int> read_any_rank(const Reader& read, uint32_t at, uint32_t* last) {
  if (const Hit* direction = read.hit(at, Category::date_direction); direction && number_of(*direction) < 0) {
    *last = direction->last;
    return -1;
  }
  if (const auto rank = read_spelled_rank(read, at, last)) return rank;
  if (const Hit* first = read.hit(at, Category::first_day)) {
    *last = first->last;
    return 1;
  }
  const auto figure = read.figure(at, 1, 2);
  const Hit* suffix = figure ? read.hit(at + 1, Category::ordinal_suffix) : nullptr;
  if (!suffix) return std::nullopt;
  *last = suffix->last;
  return figure;
}

std::optional<DatePart> read_nth(const Reader& read, uint32_t at) {
  const uint32_t from = read.skip(at, "det");
  DatePart part;
  uint32_t after = from;
  part.reading.nth = read_any_rank(read, from, &after);
  bool weekend = false;
  const bool found = part.reading.nth && *part.reading.nth != 0 &&
                     read_counted(read, after, &part, &weekend) && read_frame_after(read, true, &part);
  if (!found) return read_day_of_month(read, at);
  if (weekend) {
    part.to = part.reading;
    part.to->shift = kSunday - kSaturday;
  }
  return part;
}

std::optional<DatePart> read_numbered_week(const Reader& read, uint32_t at) {
  constexpr int kWeeks = 53, kDaysOfWeek = 7, kSureDay = 4;  // 4 January is always in the first week
  const Hit* week = read.hit(read.skip(at, "det"), Category::date_unit, "week");
  if (!week) return std::nullopt;
  const auto number = read.figure(week->last, 1, 2);
  if (!number || *number < 1 || *number > kWeeks || read.tight(week->last) ||
      read.part_of_figure(week->last) || !read.clause_ends(week->last + 1))
    return std::nullopt;
  DatePart part;
  part.last = week->last + 1;
  if (read.hit(part.last, Category::date_relation, "to") || read.dash(part.last)) return std::nullopt;
  part.reading.month = 1, part.reading.day = kSureDay;
  part.reading.shift = (*number - 1) * kDaysOfWeek;
  part.reading.grain = Grain::week;
  const uint32_t year_at = read.skip(part.last, "of");
  if (const auto year = read_year(read, year_at)) {
    part.reading.year = year;
    part.last = year_at + 1;
  } else {
    part.reading.base = Base::published;
    part.reading.unit = Grain::year;
  }
  return part;
}

std::optional<DatePart> read_week_of(const Reader& read, uint32_t at) {
  const uint32_t from = read.skip(at, "det");
  const Hit* week = read.hit(from, Category::date_unit, "week");
  const Hit* weekend = week ? nullptr : read.hit(from, Category::date_unit, "weekend");
  if (weekend) week = weekend;
  if (!week || week->last >= read.last) return std::nullopt;
  for (const Hit& of : read.text.hits_at(week->last)) {
    const bool fits = of.category == Category::date_article && (of.is("of") || of.is("the"));
    std::optional<DatePart> day = fits && of.last < read.last ? read_absolute(read, of.last) : std::nullopt;
    if (!day || day->to || !day->reading.day || day->reading.grain != Grain::day) continue;
    // "la semaine du 6 au 12 mai" is a range of days.
    if (read.hit(day->last, Category::date_relation, "to") || read.dash(day->last)) continue;
    if (day->needs == Needs::range && !read.clause_ends(day->last)) continue;
    // "le week-end du 4 mai" starts on that day
    if (weekend) {
      if (read.hit(day->last, Category::date_relation, "and")) continue;  // "du 4 et 5 novembre"
      day->to = day->reading;
      day->to->shift = 1;
      day->needs = Needs::nothing;
      return day;
    }
    day->reading.grain = Grain::week;
    day->reading.weekday.reset();
    day->needs = Needs::nothing;
    return day;
  }
  return std::nullopt;
}

}  // namespace crosscheck
