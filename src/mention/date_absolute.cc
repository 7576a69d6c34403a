#include <array>

#include "absl/strings/numbers.h"
#include "absl/time/civil_time.h"
#include "mention/date_part.h"

namespace crosscheck {
namespace {

using Needs = DatePart::Needs;

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2100;

bool plausible(int year) { return year >= kFirstYear && year < kLastYear; }

int number_of(const Hit& hit) {
  int value = 0;
  return absl::SimpleAtoi(hit.sense->symbol, &value) ? value : 0;
}

std::optional<int> read_year(const Reader& read, uint32_t at) {
  const auto year = read.figure(at, 4, 4);
  if (!year || !plausible(*year) || read.part_of_figure(at)) return std::nullopt;
  if (read.tight(at) && read.word(at - 1)) return std::nullopt;  // "JO2008"
  return year;
}

bool valid(const DateReading& reading) {
  const int month = reading.month.value_or(1), day = reading.day.value_or(1);
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const absl::CivilDay date(reading.year.value_or(2000), month, day);
  return date.month() == month;
}

// "17/11/2023", "11/17/2023", "17.11.2023", "2023-11-17", "8/08/2008".
std::optional<DatePart> read_numeric(const Reader& read, uint32_t at) {
  for (uint32_t i = 1; i < 5; ++i) {
    if (!read.tight(at + i)) return std::nullopt;
  }
  const absl::string_view sign = read.text.word(at + 1);
  if (sign != "/" && sign != "." && sign != "-") return std::nullopt;
  if (!read.sign(at + 3, sign)) return std::nullopt;
  if (read.tight(at + 5) && (read.digits(at + 5) || (read.sign(at + 5, sign) && read.tight(at + 6)))) return std::nullopt;
  if (read.tight(at) && at > read.first && (read.sign(at - 1, sign) || read.word(at - 1))) return std::nullopt;
  DatePart part;
  part.last = at + 5;
  DateReading& reading = part.reading;
  const auto second = read.figure(at + 2, 1, 2), third = read.figure(at + 4, 1, 4);
  if (!second || !third) return std::nullopt;
  if (const auto year = read.figure(at, 4, 4)) {
    reading.year = year, reading.month = second, reading.day = third;
  } else if (const auto first = read.figure(at, 1, 2)) {
    const size_t digits = read.text.word(at + 4).size();
    if (digits == 3 || digits == 1 || (digits == 2 && sign == "-")) return std::nullopt;
    reading.year = digits == 4 ? *third : *third < 70 ? 2000 + *third : 1900 + *third;
    reading.day = first, reading.month = second;
    const bool month_first = read.text.language->date_order == "mdy" && sign != ".";
    if ((month_first && *first <= 12) || *second > 12) std::swap(reading.day, reading.month);
  }
  if (!reading.year || !plausible(*reading.year) || !valid(reading)) return std::nullopt;
  return part;
}

struct Month {
  uint32_t last;
  int value;
  bool doubtful;
};

std::optional<Month> read_month(const Reader& read, uint32_t at) {
  const Hit* hit = read.hit(at, Category::month);
  if (!hit) return std::nullopt;
  const Hit* doubt = read.hit(at, Category::date_doubtful);
  if (doubt && doubt->sense->symbol == "capital" && read.token(at).capitals == Capitals::none) return std::nullopt;
  return Month{hit->last, number_of(*hit), doubt != nullptr};
}

// Skips a phrase of that use.
uint32_t skip(const Reader& read, uint32_t at, absl::string_view use) {
  const Hit* hit = read.hit(at, Category::date_article, use);
  return hit ? hit->last : at;
}

// "2023", ", 2023", "de 2023", "last year", "dernier" after a month or season.
void read_year_after(const Reader& read, DatePart* part) {
  uint32_t at = part->last;
  if (read.sign(at, ",")) ++at;
  at = skip(read, at, "of");
  if (const auto year = read_year(read, at)) {
    part->reading.year = year;
    part->last = at + 1;
    part->needs = Needs::nothing;
    return;
  }
  const auto short_year = read.figure(part->last, 2, 2);
  const bool month_first = read.text.language->date_order == "mdy";
  if (short_year && *short_year > 31 && !month_first && !read.part_of_figure(part->last) &&
      (read.clause_ends(part->last + 1) || read.token(part->last - 1).capitals == Capitals::first)) {
    part->reading.year = 1900 + *short_year;
    part->last += 1;
    part->needs = Needs::nothing;
    return;
  }
  const auto unit = read_unit(read, skip(read, part->last, "of"), false);
  if (unit && unit->reading.unit == Grain::year && unit->reading.base == DateReading::Base::published) {
    part->reading.base = DateReading::Base::published;
    part->reading.unit = Grain::year;
    part->reading.offset = unit->reading.offset;
    part->last = unit->last;
    part->needs = Needs::nothing;
    return;
  }
  if (const Hit* direction = read.hit(part->last, Category::date_direction)) {
    const int way = number_of(*direction);
    if (way != 0) {
      part->reading.direction = way;
      part->last = direction->last;
      part->needs = Needs::nothing;
      return;
    }
  }
}

// [weekday,] then day and month in one of the two orders, and a year.
std::optional<DatePart> read_day_month(const Reader& read, uint32_t at) {
  DatePart part;
  const uint32_t start = at;
  const Hit* weekday = read.hit(at, Category::weekday);
  if (weekday) {
    part.reading.weekday = number_of(*weekday);
    at = weekday->last;
    if (read.sign(at, ",") || read.sign(at, ".")) ++at;
    at = skip(read, at, "the");
  } else if (const Hit* the = read.hit(at, Category::date_article, "ordinal")) {
    at = the->last;
  }
  const auto month_before = read_month(read, at);
  if (month_before && !weekday && at != start) return std::nullopt;  // "the September 11 attacks"
  if (month_before && (read.text.language->date_order == "mdy")) {
    const uint32_t from = skip(read, month_before->last, "ordinal");
    const auto day = read_day_number(read, from, &part.last);
    if (!day || (part.last == from + 1 && read.part_of_figure(from))) return std::nullopt;
    if (read.sign(part.last, ":") && read.tight(part.last)) return std::nullopt;
    part.reading.month = month_before->value, part.reading.day = day;
  } else {
    uint32_t after = at;
    const auto day = read_day_number(read, at, &after);
    if (!day) return std::nullopt;
    if (after == at + 1 && read.part_of_figure(at)) return std::nullopt;
    if (read.dash(after) && read.tight(after)) ++after;  // "le 11-Septembre"
    const auto month = read_month(read, skip(read, after, "of"));
    if (!month) return std::nullopt;
    part.last = month->last;
    part.reading.day = day, part.reading.month = month->value;
  }
  if (!valid(part.reading)) return std::nullopt;
  read_year_after(read, &part);
  return valid(part.reading) ? std::optional(part) : std::nullopt;
}

// "mars 2021", "March", "mid-March", "fin octobre", "fin 2025", "la fin de l'année prochaine".
std::optional<DatePart> read_month_or_part(const Reader& read, uint32_t at) {
  DatePart part;
  const Hit* of = read.hit(at, Category::month_part);
  uint32_t from = of ? of->last : at;
  if (of && read.dash(from)) ++from;
  if (of) from = skip(read, from, "of");
  // "last March", "this September", "ce mois de mars"
  const Hit* direction = of ? nullptr : read.hit(from, Category::date_direction);
  if (direction) from = direction->last;
  if (const auto month = read_month(read, from)) {
    part.reading.month = month->value;
    part.reading.grain = Grain::month;
    part.last = month->last;
    if (direction) part.reading.direction = number_of(*direction);
    const bool written_out = read.text.word(month->last - 1) != ".";
    if (month->doubtful || !written_out) part.needs = Needs::preposition;
    if (of || direction) part.needs = Needs::nothing;
    read_year_after(read, &part);
    // "Mars 500 millions": a figure after it that is no year.
    if (!part.reading.year && part.needs == Needs::nothing && month->doubtful && !of && !direction && !part.reading.direction &&
        part.reading.base == DateReading::Base::absolute) {
      return std::nullopt;
    }
  } else if (direction) {
    return std::nullopt;
  } else if (const auto year = read_year(read, from); of && year) {
    part.reading.year = year;
    part.reading.grain = Grain::year;
    part.last = from + 1;
  } else if (std::optional<DatePart> unit; of && (unit = read_unit(read, from, true))) {
    part = *unit;
    if (part.reading.unit != Grain::year && part.reading.unit != Grain::month) return std::nullopt;
  } else {
    return std::nullopt;
  }
  if (of) {
    const PartBounds bounds = month_part_bounds(of->sense->symbol, part.reading.grain);
    part.reading.part_low = bounds.low, part.reading.part_high = bounds.high;
  }
  return part;
}

DatePart quarters(uint32_t last, int first, int count) {
  DatePart part;
  part.last = last;
  part.reading.quarter = first;
  part.reading.grain = Grain::quarter;
  if (count > 1) {
    part.to = part.reading;
    part.to->quarter = first + count - 1;
  }
  return part;
}

// "premier trimestre 2024", "Q3", "the second half of 2025", "H2 2025", "T1 2024".
std::optional<DatePart> read_quarter(const Reader& read, uint32_t at) {
  std::optional<DatePart> part;
  uint32_t from = at;
  if (const Hit* the = read.hit(at, Category::date_article, "det")) from = the->last;
  const Hit* sign = read.hit(at, Category::date_unit, "quarter_sign");
  const Hit* half_sign = sign ? nullptr : read.hit(at, Category::date_unit, "half_sign");
  if (sign || half_sign) {
    const auto number = read.figure(at + 1, 1, 1);
    const bool capital = read.token(at).capitals != Capitals::none;
    if (!number || !read.tight(at + 1) || !capital || *number < 1 || *number > (sign ? 4 : 2)) return std::nullopt;
    part = sign ? quarters(at + 2, *number, 1) : quarters(at + 2, *number * 2 - 1, 2);
    part->needs = Needs::preposition;
  } else {
    uint32_t after = from;
    int number = 0;
    if (const Hit* ordinal = read.hit(from, Category::ordinal)) {
      number = number_of(*ordinal), after = ordinal->last;
    } else if (const auto figure = read.figure(from, 1, 1)) {
      const Hit* suffix = read.hit(from + 1, Category::ordinal_suffix);
      if (!suffix) return std::nullopt;
      number = *figure, after = suffix->last;
    }
    if (read.dash(after)) ++after;
    const Hit* unit = read.hit(after, Category::date_unit);
    if (!unit || number < 1 || number > 4) return std::nullopt;
    const absl::string_view name = unit->sense->symbol;
    if (name == "quarter") part = quarters(unit->last, number, 1);
    if (name == "half" && number <= 2) part = quarters(unit->last, number * 2 - 1, 2);
    if (!part) return std::nullopt;
    // "in the first half" may be of a match, "the first quarter" seldom.
    if (name == "half" && read.hit(after, Category::date_doubtful)) part->needs = Needs::range;
  }
  const Needs needs = part->needs;
  read_year_after(read, &*part);
  const auto unit = read_unit(read, skip(read, part->last, "of"), true);
  if (needs == part->needs && unit && unit->reading.unit == Grain::year) {
    part->reading.base = DateReading::Base::published;
    part->reading.unit = Grain::year;
    part->reading.offset = unit->reading.offset;
    part->last = unit->last;
    part->needs = Needs::nothing;
  }
  if (part->to) {
    const auto quarter = part->to->quarter;
    part->to = part->reading;
    part->to->quarter = quarter;
  }
  return part;
}

// Months that a season touches by either reckoning, of the calendar or of the weather. Winter goes on into the next year.
struct Season {
  absl::string_view name;
  int from, to;
};
constexpr std::array<Season, 4> kSeasons = {{{"spring", 3, 6}, {"summer", 6, 9}, {"autumn", 9, 12}, {"winter", 12, 15}}};

std::optional<DatePart> read_season(const Reader& read, uint32_t at) {
  const Hit* direction = read.hit(at, Category::date_direction);
  const Hit* hit = read.hit(direction ? direction->last : at, Category::season);
  if (!hit) return std::nullopt;
  DatePart part;
  part.last = hit->last;
  part.needs = Needs::preposition;
  part.reading.grain = Grain::quarter;
  if (direction) part.reading.direction = number_of(*direction), part.needs = Needs::nothing;
  read_year_after(read, &part);
  for (const Season& season : kSeasons) {
    if (hit->sense->symbol != season.name) continue;
    part.reading.month = season.from;
    part.to = part.reading;
    part.to->month = season.to > 12 ? season.to - 12 : season.to;
    if (season.to > 12 && part.to->year) ++*part.to->year;
  }
  return part.to ? std::optional(part) : std::nullopt;
}

DatePart years(uint32_t last, int from, int to) {
  DatePart part;
  part.last = last;
  part.reading.year = from;
  part.reading.grain = Grain::year;
  if (to != from) {
    part.to = part.reading;
    part.to->year = to;
  }
  return part;
}

// "1985", "2024-2025", "the 2007-09 crisis", "2023-11", "the 1990s", "les années 1990", "années 90".
std::optional<DatePart> read_year_alone(const Reader& read, uint32_t at) {
  if (const Hit* decade = read.hit(at, Category::date_unit, "decade")) {
    const auto year = read.figure(decade->last, 2, 4);
    if (!year || read.text.word(decade->last).size() == 3 || *year % 10 != 0) return std::nullopt;
    const int full = *year < 100 ? 1900 + *year : *year;
    if (!plausible(full)) return std::nullopt;
    return years(decade->last + 1, full, full + 9);
  }
  uint32_t from = at;
  if (const Hit* the = read.hit(at, Category::date_article, "det")) from = the->last;
  if (const auto year = read.figure(from, 4, 4); year && *year % 10 == 0 && plausible(*year) && read.tight(from + 1)) {
    if (const Hit* ending = read.hit(from + 1, Category::date_unit, "decade_ending")) return years(ending->last, *year, *year + 9);
  }
  const auto year = read_year(read, at);
  if (!year) return std::nullopt;
  const bool joined = (read.dash(at + 1) || read.sign(at + 1, "/")) && read.tight(at + 1) && read.tight(at + 2);
  const bool more = joined && read.tight(at + 3) && (read.dash(at + 3) || read.sign(at + 3, "/")) && read.tight(at + 4);
  if (more || (read.tight(at) && at > read.first && (read.dash(at - 1) || read.sign(at - 1, "/")))) return std::nullopt;
  if (joined) {
    const auto second = read.figure(at + 2, 2, 4);
    if (!second) return std::nullopt;
    const int full = read.text.word(at + 2).size() == 4 ? *second : *year / 100 * 100 + *second;
    if (full > *year && full - *year <= 30 && read.text.word(at + 2).size() != 3) return years(at + 3, *year, full);
    if (!read.dash(at + 1) || *second < 1 || *second > 12 || read.text.word(at + 2).size() != 2) return std::nullopt;
    DatePart part = years(at + 3, *year, *year);
    part.reading.month = *second;
    part.reading.grain = Grain::month;
    return part;
  }
  DatePart part = years(at + 1, *year, *year);
  part.needs = Needs::year_word;
  return part;
}

// "le 17", "the 17th": a day of a month that is not told.
std::optional<DatePart> read_bare_day(const Reader& read, uint32_t at) {
  DatePart part;
  const Hit* weekday = read.hit(at, Category::weekday);
  if (weekday) {
    part.reading.weekday = number_of(*weekday);
    at = skip(read, weekday->last, "the");
  }
  const auto day = read_day_number(read, at, &part.last);
  if (!day || read.part_of_figure(at)) return std::nullopt;
  part.reading.day = day;
  part.needs = weekday && read.clause_ends(part.last) ? Needs::nothing : Needs::range;
  return part;
}

}  // namespace

std::optional<int> read_day_number(const Reader& read, uint32_t at, uint32_t* last) {
  if (const Hit* first = read.hit(at, Category::first_day)) {
    *last = first->last;
    return 1;
  }
  if (const Hit* ordinal = read.hit(at, Category::ordinal); ordinal && !read.digits(at)) {
    *last = ordinal->last;
    const int day = number_of(*ordinal);
    // Spelled-out ranks are days only in "the first of May".
    const bool of = read.hit(*last, Category::date_article, "of") != nullptr;
    return of && day >= 1 && day <= 31 ? std::optional(day) : std::nullopt;
  }
  const auto day = read.figure(at, 1, 2);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  *last = at + 1;
  if (read.tight(at + 1)) {
    if (const Hit* suffix = read.hit(at + 1, Category::ordinal_suffix)) *last = suffix->last;
  }
  return day;
}

std::optional<DatePart> read_absolute(const Reader& read, uint32_t at) {
  std::optional<DatePart> best;
  for (const auto& form : {read_numeric, read_day_month, read_month_or_part, read_quarter, read_season, read_year_alone,
                           read_bare_day}) {
    std::optional<DatePart> part = form(read, at);
    if (part && (!best || part->last > best->last)) best = part;
  }
  if (best) best->first = at;
  return best;
}

}  // namespace crosscheck
