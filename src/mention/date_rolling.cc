// Spans that reach to the day of publication or go on from it: "the last three months", "les dix prochains
// jours", "earlier this week", "later this year".
#include <algorithm>

#include "absl/time/civil_time.h"
#include "mention/date_length.h"
#include "mention/date_part.h"

namespace crosscheck {
namespace {

// Whether a unit of time stands where the words before it may reach: "les trois tout derniers mois".
bool unit_ahead(const Reader& read, uint32_t at) {
  constexpr uint32_t kReach = 8;
  constexpr uint64_t kUnits = mark(Category::duration_unit) | mark(Category::date_unit);
  for (uint32_t t = at; t < at + kReach; ++t) {
    if (read.starts(t, kUnits)) return true;
  }
  return false;
}

// "dernières", "next" on one of the two sides of the number; 0 when there is none.
int way_at(const Reader& read, uint32_t at, bool before, uint32_t* last) {
  // "turned 18 last month"; "a passé trois ans en prison", as "passé" stands behind what it qualifies
  const Hit* single = before ? read.hit(at, Category::date_direction) : nullptr;
  if (single && number_of(*single) != 0 && !read.hit(at, Category::date_doubtful, "behind_only")) {
    *last = single->last;
    return number_of(*single);
  }
  for (const Symbol way : std::initializer_list<Symbol>{"past_many", "coming_many"}) {
    const Hit* many = read.hit(at, Category::later, way);
    if (!many) continue;
    *last = many->last;
    return many->is("past_many") ? -1 : 1;
  }
  return 0;
}

// "first", "premiers" 1, "last", "derniers" -1; 0 when there is none.
int end_of_year_at(const Reader& read, uint32_t at, uint32_t* last) {
  const Hit* first = read.hit(at, Category::later, "first_many");
  if (!first) return std::min(way_at(read, at, true, last), 0);
  *last = first->last;
  return 1;
}

// The unit as one of the calendar and how many of those it holds; 0 for hours and less.
int calendar_unit(absl::string_view symbol, Grain* unit) {
  int factor = 1;
  if (symbol == "decade") factor = 10, symbol = "year";
  if (symbol == "fortnight") factor = 2, symbol = "week";
  const std::optional<Grain> grain = grain_of(symbol);
  if (!grain) return 0;
  *unit = *grain;
  return factor;
}

// "the last 24 hours", "dans la prochaine heure", "the next half hour": where the hour of publication is
// known.
std::optional<DatePart> rolling_hours(const Reader& read, uint32_t at, int way, int count) {
  if (!read.moment_known() || way == 0) return std::nullopt;
  const Hit* half = count == 1 ? read.hit(at, Category::half, "before") : nullptr;
  if (half) at = half->last;
  if (half && read.dash(at)) ++at;
  const Hit* unit = read.hit(at, Category::duration_unit);
  const int64_t seconds = unit ? seconds_of(unit->sense->symbol) : 0;
  // "in the last minute", "une dernière seconde"
  const bool idiom = count == 1 && !half && seconds < seconds_of("hour") && (way < 0 || seconds == 1);
  if (seconds == 0 || idiom) return std::nullopt;
  DatePart part;
  part.last = unit->last;
  part.reading.base = DateReading::Base::published;
  part.reading.grain = Grain::minute;
  part.reading.rolling = true;
  part.reading.offset_seconds = way * count * seconds / (half ? 2 : 1);
  return part;
}

// "the past year", "over the next week": up to the day of publication or on from it.
std::optional<DatePart> rolling_one(const Reader& read, uint32_t at, int way) {
  if (!read.hit_before(at, Category::date_direction)) return std::nullopt;  // "the previous year"
  const bool ahead = way > 0 && read.hit_before(at, Category::date_article, "span_ahead");
  const Hit* unit = way < 0 || ahead ? read.hit(at, Category::duration_unit) : nullptr;
  const std::optional<Grain> grain = unit ? grain_of(unit->sense->symbol) : std::nullopt;
  if (!grain || *grain == Grain::day || *grain == Grain::quarter || !read.clause_ends(unit->last) ||
      read.hit(unit->last, Category::date_article, "of") || read.hit(unit->last, Category::weekday))
    return std::nullopt;
  DatePart part;
  part.last = unit->last;
  part.reading.base = DateReading::Base::published;
  part.reading.unit = part.reading.grain = *grain;
  part.reading.rolling = true;
  part.reading.offset = way;
  return part;
}

// "the second half" before "of May": days 16 to 31.
std::optional<PartBounds> half_of_month(const Reader& read, uint32_t at, uint32_t* last) {
  constexpr int kHalf = 15, kMonth = 31;
  const Hit* rank = read.hit(at, Category::ordinal);
  const Hit* half = rank ? read.hit(rank->last, Category::date_unit, "half") : nullptr;
  if (rank && !half) half = read.hit(rank->last, Category::duration_unit, "fortnight");  // "quinzaine"
  const int which = half ? number_of(*rank) : 0;
  if (which != 1 && which != 2) return std::nullopt;
  *last = half->last;
  return which == 1 ? PartBounds{1, kHalf} : PartBounds{kHalf + 1, kMonth};
}

// "the first two weeks", "les dix premiers jours" before "of June"; the last ones are counted back from 0.
std::optional<PartBounds> first_days(const Reader& read, uint32_t at, uint32_t* last) {
  constexpr int kWeek = 7, kMonth = 31;
  uint32_t after = at;
  int end = end_of_year_at(read, after, &after);
  const auto number = read.small_number(after);
  if (!number) return std::nullopt;
  after = number->last;
  if (end == 0) end = end_of_year_at(read, after, &after);
  const Hit* unit = end != 0 ? read.hit(after, Category::duration_unit) : nullptr;
  if (!unit) return std::nullopt;
  const absl::string_view symbol = unit->sense->symbol;
  const int days = symbol == "day" ? number->value : symbol == "week" ? number->value * kWeek : 0;
  if (days < 1 || days >= kMonth) return std::nullopt;
  *last = unit->last;
  return end > 0 ? PartBounds{1, days} : PartBounds{-days, 0};
}

// "plus tard dans la soirée", "later in the evening": of the day that is told of.
std::optional<DatePart> later_in_part(const Reader& read, uint32_t at) {
  const Hit* of_day = read.hit(at, Category::day_part);
  int from = 0, to = 0;
  if (!of_day || !day_part_hours(of_day->sense->symbol, &from, &to)) return std::nullopt;
  DatePart part;
  part.last = of_day->last;
  part.reading.base = DateReading::Base::anchor;
  part.reading.from_hour = from, part.reading.to_hour = to;
  part.reading.grain = Grain::part_of_day;
  return part;
}

}  // namespace

std::optional<DatePart> read_rolling(const Reader& read, uint32_t at) {
  constexpr int kMost = 200;
  if (!unit_ahead(read, at)) return std::nullopt;
  uint32_t from = read.skip(at, "det");
  if (from == at) {
    if (const Hit* these = read.hit(at, Category::later, "these")) from = these->last;
  }
  uint32_t after = from;
  int way = way_at(read, from, true, &after);
  const auto number = read.small_number(after);
  if (!number) {
    if (auto one = from == at ? std::nullopt : rolling_one(read, after, way)) return one;
    return rolling_hours(read, after, way, 1);
  }
  if (number->value < 1 || number->value > kMost) return std::nullopt;
  after = number->last;
  if (way == 0) way = way_at(read, after, false, &after);
  const Hit* unit = read.hit(after, Category::duration_unit);
  if (!unit) return std::nullopt;
  // "les cinq années à venir"
  const Hit* ahead = way == 0 && from != at ? read.hit(unit->last, Category::date_direction) : nullptr;
  if (ahead && number_of(*ahead) > 0) way = 1;
  if (way == 0) return std::nullopt;
  DatePart part;
  const int factor = calendar_unit(unit->sense->symbol, &part.reading.unit);
  if (factor == 0) return rolling_hours(read, after, way, number->value);
  part.last = ahead ? ahead->last : unit->last;
  part.reading.base = DateReading::Base::published;
  part.reading.grain = part.reading.unit;
  part.reading.rolling = true;
  part.reading.offset = way * number->value * factor;
  return part;
}

namespace {

// "of 2023", "of next year", "des Jahres": each reading of the words for "of", as "des Jahres" may be one.
std::optional<DatePart> year_behind_of(const Reader& read, uint32_t at) {
  if (!read.inside(at)) return std::nullopt;
  for (const Hit& of : read.text.hits_at(at)) {
    const bool fits = of.category == Category::date_article && of.is("of");
    if (!fits || !read.inside(of.last)) continue;
    std::optional<DatePart> year = read_unit(read, of.last, true);
    if (year && year->reading.unit == Grain::year) return year;
    const auto told = read_year(read, of.last);
    if (!told) continue;
    year.emplace();
    year->last = of.last + 1;
    year->reading.year = told;
    return year;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DatePart> read_months_of_year(const Reader& read, uint32_t at) {
  constexpr int kMonths = 12;
  if (!unit_ahead(read, at)) return std::nullopt;
  const uint32_t from = read.skip(at, "det");
  uint32_t after = from;
  int end = end_of_year_at(read, after, &after);
  const auto number = read.small_number(after);
  if (!number || number->value < 1 || number->value >= kMonths) return std::nullopt;
  after = number->last;
  if (end == 0) end = end_of_year_at(read, after, &after);
  const Hit* unit = end == 0 ? nullptr : read.hit(after, Category::duration_unit, "month");
  std::optional<DatePart> year = unit ? year_behind_of(read, unit->last) : std::nullopt;
  if (!year) return std::nullopt;
  year->first = at;
  year->reading.grain = Grain::month;
  year->reading.part_low = end > 0 ? 1 : kMonths - number->value + 1;
  year->reading.part_high = end > 0 ? number->value : kMonths;
  return year;
}

namespace {

// Of a year that is no leap year, as the year may not be told.
int days_of(int month) {
  const absl::CivilMonth start(2001, month);
  return static_cast<int>(absl::CivilDay(start + 1) - absl::CivilDay(start));
}

}  // namespace

std::optional<DatePart> read_days_of_month(const Reader& read, uint32_t at) {
  if (!unit_ahead(read, at)) return std::nullopt;
  const uint32_t from = read.skip(at, "det");
  uint32_t last = from;
  auto bounds = half_of_month(read, from, &last);
  const bool half = bounds.has_value();
  if (!half) bounds = first_days(read, from, &last);
  const uint32_t of = bounds ? read.skip(last, "of") : last;
  if (of == last) return std::nullopt;
  std::optional<DatePart> month = read_period(read, of);
  if (!month) month = read_unit(read, of, true);
  // "the first 3 days of 2018"
  const auto year = month && month->reading.month ? std::nullopt : read_year(read, of);
  if (year && !half && bounds->low > 0) {
    month.emplace();
    month->last = of + 1;
    month->reading.year = year;
    month->reading.month = 1;
    month->reading.grain = Grain::month;
  }
  const bool whole = month && !month->to && month->reading.grain == Grain::month &&
                     !month->reading.part_low && !month->unresolved;
  if (!whole) return std::nullopt;
  if (bounds->low < 0) {
    if (!month->reading.month) return std::nullopt;
    const int days = days_of(*month->reading.month);
    bounds = PartBounds{days + bounds->low + 1, days};
  }
  month->reading.part_low = bounds->low, month->reading.part_high = bounds->high;
  month->needs = DatePart::Needs::nothing;
  return month;
}

std::optional<DatePart> read_rest_of_unit(const Reader& read, uint32_t at) {
  at = read.skip(at, "det");
  const Hit* elapsed = read.hit(at, Category::month_part, "elapsed");
  const Hit* remaining = elapsed ? nullptr : read.hit(at, Category::month_part, "remaining");
  const Hit* word = elapsed ? elapsed : remaining;
  if (!word) return std::nullopt;
  std::optional<DatePart> part = read_unit(read, word->last, true);
  if (!part) part = read_unit(read, read.skip(word->last, "lead"), true);  // "later in the week"
  if (!part) return later_in_part(read, word->last);
  const bool this_one = part->reading.base == DateReading::Base::published && part->reading.offset == 0 &&
                        part->reading.unit != Grain::day;
  if (!this_one) return std::nullopt;
  part->reading.rolling = true;
  part->reading.direction = elapsed ? -1 : 1;
  return part;
}

}  // namespace crosscheck
