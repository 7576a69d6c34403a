// Dates that come back: "every Monday", "toutes les deux semaines", "trois fois par jour", "chaque 14
// juillet".
#include "absl/strings/match.h"
#include "mention/clock.h"
#include "mention/date_part.h"

namespace crosscheck {
namespace {

// The end of a weekday or unit that comes back: "lundis", "year", "matins"; `at` when there is none.
uint32_t end_of_recurring(const Reader& read, uint32_t at) {
  uint32_t last = at;
  if (!read.inside(at)) return last;
  for (const Hit& hit : read.text.hits_at(at)) {
    const absl::string_view symbol = hit.sense->symbol;
    const bool unit = hit.category == Category::date_unit &&
                      (grain_of(symbol) || symbol == "workday" || absl::StartsWith(symbol, "weekday_"));
    // "every minute counts"
    const bool days =
        hit.category == Category::duration_unit && symbol != "minute" && !absl::EndsWith(symbol, "second");
    if (unit || days || hit.category == Category::weekday) last = std::max(last, hit.last);
  }
  return last;
}

// "4th of July", "25 décembre": a day that comes back each year.
uint32_t end_of_day_of_year(const Reader& read, uint32_t at) {
  const auto day = read_absolute(read, at);
  const bool of_year = day && day->reading.month && day->reading.day && !day->reading.year && !day->to;
  return of_year ? day->last : at;
}

// "Mondays", "on Sundays"; the place itself when there is none.
uint32_t end_of_weekdays(const Reader& read, uint32_t at) {
  if (!read.inside(at)) return at;
  for (const Hit& hit : read.text.hits_at(at)) {
    const bool days = hit.category == Category::date_unit && absl::StartsWith(hit.sense->symbol, "weekday_");
    if (days) return hit.last;
  }
  return at;
}

// "two weeks", "other Tuesday", "second day", "matin" after "every"; the place itself when there is none.
uint32_t end_of_every(const Reader& read, uint32_t at) {
  if (const uint32_t last = end_of_day_of_year(read, at); last != at) return last;
  uint32_t from = read.skip(at, "every_other");
  if (const auto number = from == at ? read.small_number(at) : std::nullopt) {
    // "every two weeks", "tous les deux mardis"
    const Hit* unit = read.hit(number->last, Category::duration_unit);
    if (!unit) unit = read.hit(number->last, Category::weekday);
    if (unit) return unit->last;
    const uint32_t days = end_of_weekdays(read, number->last);
    return days == number->last ? at : days;
  }
  if (uint32_t after = from; read_spelled_rank(read, from, &after)) from = after;
  const uint32_t last = end_of_recurring(read, from);
  if (last != from) return last;
  // "every half hour", "every summer", "every Christmas", "chaque mois de mai"
  const Hit* half = read.hit(from, Category::half, "before");
  const uint32_t half_of = half && read.dash(half->last) ? half->last + 1 : half ? half->last : from;
  if (const Hit* unit = half ? read.hit(half_of, Category::duration_unit) : nullptr) return unit->last;
  for (const Category category : {Category::season, Category::holiday, Category::month}) {
    if (const Hit* time = read.hit(from, category)) return time->last;
  }
  int low = 0, high = 0;
  const Hit* of_day = read.hit(from, Category::day_part);
  return of_day && day_part_hours(of_day->sense->symbol, &low, &high) ? of_day->last : at;
}

// "twice a week", "trois fois par jour"; the place itself when there is none.
uint32_t end_of_rate(const Reader& read, uint32_t at) {
  const Hit* often = read.hit(at, Category::date_article, "often");
  const auto number = often ? std::nullopt : read.small_number(at);
  const Hit* times = number ? read.hit(number->last, Category::date_article, "times") : often;
  const Hit* per = times ? read.hit(times->last, Category::per) : nullptr;
  const bool of_time = per && (per->is("hour") || grain_of(per->sense->symbol));
  return of_time ? per->last : at;
}

// "un mardi sur deux", "one week in three"; "the first Monday of every month"; "daily", "chaque semaine"; the
// place itself when there is none.
uint32_t end_of_other_recurring(const Reader& read, uint32_t at) {
  constexpr uint64_t kStarts = mark(Category::date_article) | mark(Category::cardinal) |
                               mark(Category::ordinal) | mark(Category::first_day) |
                               mark(Category::date_direction);
  if (!read.digits(at) && !read.starts(at, kStarts)) return at;
  const Hit* adverb = read.hit(at, Category::date_article, "recurs");
  if (adverb && (!read.inside(adverb->last) || read.clause_ends(adverb->last)) &&
      read.token(at).capitals != Capitals::all)
    return adverb->last;
  if (const uint32_t rate = end_of_rate(read, at); rate != at) return rate;
  if (const auto one = read.small_number(at); one && one->value == 1 && one->in_words) {
    const uint32_t unit = end_of_recurring(read, one->last);
    const Hit* out_of = unit == one->last ? nullptr : read.hit(unit, Category::out_of);
    const auto number = out_of ? read.small_number(out_of->last) : std::nullopt;
    if (number && read.clause_ends(number->last)) return number->last;
  }
  uint32_t last = read.skip(at, "det");
  auto rank = read_any_rank(read, last, &last);
  if (!rank && last != at) rank = read_day_number(read, last, &last);  // "le 5 de chaque mois"
  if (!rank) return at;
  const uint32_t counted = end_of_recurring(read, last);
  const uint32_t of = read.skip(counted, "of");
  const Hit* every = of == counted ? nullptr : read.hit(of, Category::date_article, "every");
  const uint32_t end = every ? end_of_every(read, every->last) : at;
  return every && end != every->last ? end : at;
}

// Past the last day of "Mondays to Fridays"; the place itself when there is none.
uint32_t end_of_span(const Reader& read, uint32_t last) {
  const Hit* to = read.hit(last, Category::date_relation, "to");
  const uint32_t end = to ? end_of_weekdays(read, to->last) : last;
  return to && end != to->last ? end : last;
}

// Past the other days of "every Monday, Wednesday and Friday".
uint32_t end_of_list(const Reader& read, uint32_t last) {
  while (true) {
    const uint32_t comma = read.sign(last, ",") ? last + 1 : last;
    const Hit* joint = read.hit(comma, Category::date_relation, "and");
    const uint32_t next = joint ? joint->last : comma;
    if (next == last) return last;
    const Hit* weekday = read.hit(next, Category::weekday);
    const uint32_t end = weekday ? weekday->last : end_of_weekdays(read, next);
    if (end == next) return last;
    last = end;
  }
}

// Past the "of the month" of "every first Monday of the month", the "on 5 May" of "every year on 5 May".
uint32_t end_of_frame(const Reader& read, uint32_t last) {
  if (!read.inside(last)) return last;
  for (const Hit& of : read.text.hits_at(last)) {
    if (of.category != Category::date_article || !of.is("of")) continue;
    if (const auto month = read_month(read, of.last)) return month->last;  // "each year in March"
    const auto unit = read_unit(read, of.last, true);
    if (unit && unit->reading.base == DateReading::Base::published && unit->reading.offset == 0)
      return unit->last;
  }
  // "chaque année, le 5 mai"
  const uint32_t from = read.sign(last, ",") ? last + 1 : last;
  const uint32_t on = read.skip(from, "on");
  const uint32_t day = on == from ? on : end_of_day_of_year(read, on);
  return day == on ? last : day;
}

// Past the part of the day of "each Sunday afternoon", "tous les vendredis soir".
uint32_t end_of_day_part(const Reader& read, uint32_t last) {
  const Hit* weekdays = read.hit_before(last, Category::date_unit);
  const bool weekday = read.hit_before(last, Category::weekday) ||
                       (weekdays && absl::StartsWith(weekdays->sense->symbol, "weekday_"));
  const Hit* of_day = weekday ? read.hit(last, Category::day_part) : nullptr;
  int low = 0, high = 0;
  return of_day && day_part_hours(of_day->sense->symbol, &low, &high) ? of_day->last : last;
}

DatePart coming_back(uint32_t first, uint32_t last) {
  DatePart part;
  part.first = first;
  part.last = last;
  part.unresolved = true;
  return part;
}

}  // namespace

// "every Monday", "toutes les deux semaines", "Mondays": dates without end, so that none is told.
std::optional<DatePart> read_recurring(const Reader& read, uint32_t at) {
  const Hit* every = read.hit(at, Category::date_article, "every");
  uint32_t last = every ? end_of_every(read, every->last) : end_of_weekdays(read, at);
  if (last == (every ? every->last : at)) last = end_of_other_recurring(read, at);
  if (last == at) return std::nullopt;
  last = every ? end_of_list(read, last) : end_of_span(read, last);
  last = end_of_day_part(read, last);
  if (every) last = end_of_frame(read, last);
  // "every morning at 8"
  const uint32_t hour = read.skip(last, "at");
  const auto clock = hour != last ? read_clock(read, hour) : std::nullopt;
  const auto bare = hour != last && !clock ? read.small_number(hour) : std::nullopt;
  // "montags von 8 bis 12 Uhr" tells hours beside the days
  const uint32_t hour_end = clock ? clock->last : bare && read.clause_ends(bare->last) ? bare->last : last;
  if (!read.hit(hour_end, Category::date_relation, "to")) last = hour_end;
  return coming_back(at, last);
}

std::optional<DatePart> read_day_each_year(const Reader& read, const DatePart& day) {
  if (!day.reading.month || !day.reading.day || day.reading.year || day.to || day.unresolved)
    return std::nullopt;
  const Hit* every = read.hit(read.skip(day.last, "of"), Category::date_article, "every");
  const Hit* year = every ? read.hit(every->last, Category::date_unit, "year") : nullptr;
  return year ? std::optional(coming_back(day.first, year->last)) : std::nullopt;
}

std::optional<DatePart> read_habitual_weekday(const Reader& read, const DatePart& day) {
  const DateReading& told = day.reading;
  const bool plain = told.base == DateReading::Base::weekday && told.direction == 0 && told.shift == 0 &&
                     !told.nearest && told.unit != Grain::week && !day.unresolved;
  if (!plain || !read.hit_before(day.first, Category::date_article, "habitual")) return std::nullopt;
  if (read.back_before(day.first)) return std::nullopt;  // "il a été entendu le lundi"
  return coming_back(day.first, day.last);
}

}  // namespace crosscheck
