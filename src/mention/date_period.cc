// Months and years.
#include "absl/strings/numbers.h"
#include "mention/date_part.h"
#include "mention/date_quarter.h"
#include "mention/date_season.h"
#include "mention/digit_numbers.h"
#include "mention/numbers.h"

namespace crosscheck {
namespace {

using Needs = DatePart::Needs;

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

// "mars 2021", "last March", "this September". `of` is told by "fin", "early" before it.
std::optional<DatePart> read_plain_month(const Reader& read, uint32_t at, bool of) {
  const Hit* direction = of ? nullptr : read.hit(at, Category::date_direction);
  const auto month = read_month(read, direction ? direction->last : at);
  if (!month) return std::nullopt;
  // "in may", "end of march", "march 2019"; but "they march", "this may"
  const bool told = of || read_year(read, month->last) ||
                    (!direction && read.clause_ends(month->last) &&
                     read.hit_before(at, Category::date_article, "small_month"));
  if (month->small && !told) return std::nullopt;
  DatePart part;
  part.reading.month = month->value;
  part.reading.grain = Grain::month;
  part.last = month->last;
  if (direction) part.reading.direction = number_of(*direction);
  const bool abbreviated = read.text.word(month->last - 1) == ".";
  const bool alone = !of && !direction;
  const bool named = at > read.first && read.token(at).capitals == Capitals::first &&
                     read.hit(at, Category::date_article, "lower");
  if (alone && (month->doubtful || abbreviated || named)) part.needs = Needs::preposition;
  read_year_after(read, &part);
  return part;
}

// "March", "mid-March", "fin octobre", "fin 2025", "la fin de l'année prochaine".
std::optional<DatePart> read_month_or_part(const Reader& read, uint32_t at) {
  const Hit* of = read.hit(at, Category::month_part);
  if (!of) return read_plain_month(read, at, false);
  uint32_t from = of->last;
  if (read.dash(from)) ++from;
  from = read.skip(from, "of");
  std::optional<DatePart> part = read_plain_month(read, from, true);
  if (const auto year = read_year(read, from); !part && year) {
    part = years(from + 1, *year, *year);
  } else if (const auto quarter = part ? std::nullopt : read_part_of_quarter(read, from, of->sense->symbol)) {
    return quarter;
  } else if (const auto season = part ? std::nullopt : read_part_of_season(read, from, of->sense->symbol)) {
    return season;
  } else if (!part) {
    part = read_unit(read, from, true);
    const Grain unit = part ? part->reading.unit : Grain::day;
    if (!part || part->to || unit >= Grain::day) return std::nullopt;
  }
  if (of->is("within")) {
    // "au cours de l'année 2023" is told by its figure
    const bool year = part->reading.grain == Grain::year && read.digits(part->last);
    return year ? std::nullopt : part;
  }
  if (!of->is("start") && !of->is("middle") && !of->is("end")) return std::nullopt;
  const PartBounds bounds = month_part_bounds(of->sense->symbol, part->reading.grain);
  part->reading.part_low = bounds.low, part->reading.part_high = bounds.high;
  if (part->reading.grain == Grain::quarter) part->reading.grain = Grain::month;  // "the end of the quarter"
  return part;
}

bool joins_figures(const Reader& read, uint32_t at) {
  return (read.dash(at) || read.sign(at, "/")) && read.tight(at) && read.tight(at + 1);
}

// "2024-2025", "2024/25", "the 2007-09 crisis" are years; "2023-11" is a month.
std::optional<DatePart> read_joined_years(const Reader& read, uint32_t at, int year) {
  constexpr int kLongest = 30;
  const size_t digits = read.digits(at + 2) ? read.text.word(at + 2).size() : 0;
  const auto second = read.figure(at + 2, 2, 4);
  if (!second || digits == 3) return std::nullopt;
  const int full = digits == 4 ? *second : year / 100 * 100 + *second;
  if (full > year && full - year <= kLongest) return years(at + 3, year, full);
  if (!read.dash(at + 1) || *second < 1 || *second > 12 || digits != 2) return std::nullopt;
  DatePart part = years(at + 3, year, year);
  part.reading.month = *second;
  part.reading.grain = Grain::month;
  return part;
}

// "nineteen eighty-four", "twenty twenty"
std::optional<DatePart> read_year_words(const Reader& read, uint32_t at) {
  constexpr int kFirst = 11, kLast = 20, kFewest = 10, kCentury = 100;
  const auto century = read.digits(at) ? std::nullopt : read.small_number(at);
  if (!century || century->value < kFirst || century->value > kLast) return std::nullopt;
  const auto rest = read.small_number(read.dash(century->last) ? century->last + 1 : century->last);
  if (!rest || !rest->in_words || rest->value < kFewest || rest->value >= kCentury ||
      !read.clause_ends(rest->last))
    return std::nullopt;
  // "twelve thirty" is a clock time
  constexpr int kHours = 12, kMinutes = 60;
  if (century->value <= kHours && rest->value < kMinutes &&
      !read.hit_before(at, Category::date_article, "year"))
    return std::nullopt;
  const int year = century->value * kCentury + rest->value;
  DatePart part = years(rest->last, year, year);
  part.needs = Needs::year_word;
  return part;
}

// "mille neuf cent quatre-vingt-douze", "two thousand and one": a number in words that is a year.
std::optional<DatePart> read_spelled_year(const Reader& read, uint32_t at) {
  const Hit* thousand = read.hit(at, Category::scale);
  if (!thousand) {
    const Hit* two = read.hit(at, Category::cardinal);
    thousand = two ? read.hit(two->last, Category::scale) : nullptr;
  }
  if (read.digits(at) || !thousand || !(thousand->sense->number == Decimal(1000))) return std::nullopt;
  const auto number = read_number(read.text, NumberHabit{}, at, read.last);
  const bool whole = number && number->spelled && !number->digits && number->value.form == Form::exact &&
                     number->figure().is_integer() && !number->article;
  int year = 0;
  if (!whole || !absl::SimpleAtoi(number->figure().to_string(), &year) || !plausible_year(year) ||
      (year % 1000 == 0 && !read.hit_before(at, Category::date_article, "era_first")) ||
      !read.clause_ends(number->last))
    return std::nullopt;
  DatePart part = years(number->last, year, year);
  part.needs = Needs::year_word;
  return part;
}

// "FY24", "FY 2024"
std::optional<DatePart> read_fiscal_year(const Reader& read, uint32_t at) {
  const Hit* sign = read.hit(at, Category::date_unit, "fiscal_sign");
  if (!sign || read.token(at).capitals != Capitals::all) return std::nullopt;
  constexpr int kCentury = 2000;
  const auto full = read.figure(sign->last, 4, 4);
  const bool ends = read.tight(sign->last) || read.clause_ends(sign->last + 1);
  const auto brief = ends ? read.figure(sign->last, 2, 2) : std::nullopt;
  if ((!full || !plausible_year(*full)) && !brief) return std::nullopt;
  const int year = full ? *full : kCentury + *brief;
  DatePart part = years(sign->last + 1, year, year);
  read_next_year(read, &part);  // "FY21/22"
  return part.last == sign->last + 1 ? part : years(part.last, year, year + 1);
}

// "in the year 500 AD", "79 après J.-C."; what is before that era is told by no calendar date.
std::optional<DatePart> read_era_year(const Reader& read, uint32_t at) {
  const Hit* era = read.hit(at, Category::date_article, "era_first");
  const auto year = read.figure(era ? era->last : at, 1, 4);
  if (!year || *year == 0) return std::nullopt;
  const uint32_t last = (era ? era->last : at) + 1;
  const Hit* before = read.hit(last, Category::date_article, "before_era");
  const Hit* after = read.hit(last, Category::date_article, "after_era");
  if (!era && !before && !after) return std::nullopt;
  if (read.part_of_figure(last - 1) || (era && !before && !after && !read.clause_ends(last)))
    return std::nullopt;
  DatePart part = years(before ? before->last : after ? after->last : last, *year, *year);
  part.unresolved = before != nullptr;
  return part;
}

std::optional<DatePart> read_year_alone(const Reader& read, uint32_t at) {
  if (const auto era = read_era_year(read, at)) return era;
  if (const auto words = read_year_words(read, at)) return words;
  if (const auto words = read_spelled_year(read, at)) return words;
  uint32_t after_mark = at;
  if (const auto year = read_short_year(read, at, &after_mark)) {
    DatePart part = years(after_mark, *year, *year);
    part.needs = Needs::year_word;
    return part;
  }
  const auto year = read_year(read, at);
  const bool tail = read.tight(at) && at > read.first && (read.dash(at - 1) || read.sign(at - 1, "/"));
  if (!year || tail) return std::nullopt;
  if (joins_figures(read, at + 1)) {
    return joins_figures(read, at + 3) ? std::nullopt : read_joined_years(read, at, *year);
  }
  DatePart part = years(at + 1, *year, *year);
  part.needs = Needs::year_word;
  return part;
}

// "Mme Janvier"; "Quatre-Septembre", which no date is told as.
bool is_of_name(const Reader& read, uint32_t at) {
  if (read.hit_before(at, Category::person_title)) return true;
  const bool joined = at > read.first && read.dash(at - 1) && read.tight(at - 1) && read.tight(at);
  const Hit* day = joined ? read.hit_before(at - 1, Category::cardinal) : nullptr;
  return day && read.token(day->first).capitals == Capitals::first &&
         read.token(at).capitals == Capitals::first;
}

}  // namespace

std::optional<SeasonMonths> months_of_season(absl::string_view name) {
  if (name == "spring") return SeasonMonths{3, 6};
  if (name == "summer") return SeasonMonths{6, 9};
  if (name == "autumn") return SeasonMonths{9, 12};
  if (name == "winter") return SeasonMonths{12, 15};
  return std::nullopt;
}

bool plausible_year(int year) {
  constexpr int kFirst = 1000, kLast = 2100;
  return year >= kFirst && year < kLast;
}

std::optional<int> read_year(const Reader& read, uint32_t at) {
  const auto year = read.figure(at, 4, 4);
  if (!year || !plausible_year(*year) || read.part_of_figure(at)) return std::nullopt;
  if (read.tight(at) && read.word(at - 1)) return std::nullopt;  // "JO2008"
  return year;
}

std::optional<int> read_short_year(const Reader& read, uint32_t at, uint32_t* last) {
  constexpr int kPivot = 40, kLate = 1900, kEarly = 2000;
  const bool mark = read.sign(at, "'") || read.sign(at, "’") || read.sign(at, "‘");
  const auto year = mark && read.tight(at + 1) ? read.figure(at + 1, 2, 2) : std::nullopt;
  if (!year || read.part_of_figure(at + 1) || (read.tight(at + 2) && read.word(at + 2))) return std::nullopt;
  *last = at + 2;
  return *year < kPivot ? kEarly + *year : kLate + *year;
}

std::optional<MonthWord> read_month(const Reader& read, uint32_t at) {
  const Hit* hit = read.hit(at, Category::month);
  if (!hit || is_of_name(read, at)) return std::nullopt;
  const Hit* doubt = read.hit(at, Category::date_doubtful);
  const bool small = doubt && doubt->is("capital") && read.token(at).capitals == Capitals::none;
  return MonthWord{hit->last, number_of(*hit), doubt != nullptr, small};
}

void set_year_of(const DatePart& unit, DatePart* part) {
  part->reading.base = DateReading::Base::published;
  part->reading.unit = Grain::year;
  part->reading.offset = unit.reading.offset;
  part->last = unit.last;
  part->needs = Needs::nothing;
}

// "2023", ", 2023", "de 2023", "last year", "dernier" after a month or season.
void read_year_after(const Reader& read, DatePart* part) {
  uint32_t at = part->last;
  if (read.sign(at, ",") || (read.dash(at) && read.tight(at) && read.tight(at + 1))) ++at;
  at = read.skip(at, "of");
  if (const auto year = read_year(read, at)) {
    part->reading.year = year;
    part->last = at + 1;
    part->needs = Needs::nothing;
    return;
  }
  std::optional<DatePart> words = read_year_words(read, at);
  if (!words) words = read_spelled_year(read, at);
  if (words) {
    part->reading.year = words->reading.year;
    part->last = words->last;
    part->needs = Needs::nothing;
    return;
  }
  uint32_t after_mark = at;
  if (const auto year = read_short_year(read, at, &after_mark)) {
    part->reading.year = year;
    part->last = after_mark;
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
  const auto unit = read_unit(read, read.skip(part->last, "of"), false);
  if (unit && unit->reading.unit == Grain::year && unit->reading.base == DateReading::Base::published) {
    set_year_of(*unit, part);
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

std::optional<DatePart> read_period(const Reader& read, uint32_t at) {
  constexpr uint64_t kArticle = mark(Category::date_article), kUnit = mark(Category::date_unit),
                     kWay = mark(Category::date_direction), kPart = mark(Category::month_part),
                     kNumber = mark(Category::cardinal), kRank = mark(Category::ordinal);
  constexpr DateForm kForms[] = {
      {kPart | kWay | mark(Category::month), false, read_month_or_part},
      {kArticle | kUnit | kWay | kRank | mark(Category::later), true, read_quarter},
      {kWay | mark(Category::season), false, read_season},
      {kArticle | kUnit | kWay | kPart | kNumber, true, read_decade},
      {kAnywhere, true, read_century},
      {kArticle | kNumber | mark(Category::scale), true, read_year_alone},
      {kUnit, false, read_fiscal_year},
      {kWay | mark(Category::holiday), false, read_holiday},
      {kArticle | kWay | kNumber | kRank | mark(Category::first_day), true, read_nth},
      {kArticle | kUnit, false, read_week_of},
      {kArticle | kUnit, false, read_numbered_week},
  };
  return read_longest(read, at, kForms);
}

}  // namespace crosscheck
