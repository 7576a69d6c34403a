// Two dates that make a range, a list or a night.
#include "mention/date_expression.h"

namespace crosscheck {
namespace {

using Base = DateReading::Base;
using Needs = DatePart::Needs;

bool bare_year(const DatePart& part) {
  return part.reading.grain == Grain::year && part.needs == Needs::year_word && !part.to;
}

// Whether two dates can be the ends of one range.
bool compatible(const DatePart& from, const DatePart& to) {
  if (from.unresolved || to.unresolved || from.to || to.to) return false;
  if (bare_year(from) || bare_year(to))
    return bare_year(from) && bare_year(to) && *from.reading.year < *to.reading.year;
  if (bare_day(to)) return from.reading.day && *from.reading.day < *to.reading.day;
  if (from.reading.grain >= Grain::day && to.reading.grain >= Grain::day) return true;
  return from.reading.grain == to.reading.grain;
}

// What one end leaves out is taken from the other.
void complete(DateReading* from, DateReading* to) {
  if (from->base != Base::absolute || to->base != Base::absolute) return;
  if (!to->month && from->month && to->day) to->month = from->month, to->year = from->year;
  if (!from->month && from->day && to->month) {
    from->month = to->month;
    if (to->day && *from->day > *to->day) from->month = *to->month == 1 ? 12 : *to->month - 1;
  }
  if (!from->year && to->year && from->month && to->month) {
    from->year = *from->month > *to->month ? *to->year - 1 : *to->year;
  }
  if (!from->month && to->month && from->grain == Grain::month) from->month = to->month;
}

std::optional<DatePart> join(const Reader& read, DatePart from, DatePart to, bool led) {
  if (!compatible(from, to)) return std::nullopt;
  const bool years = bare_year(from);
  // "de 2000 à 2500 personnes", "entre 1950 et 2000 emplois"
  constexpr int kRound = 50;
  const bool round = years && *from.reading.year % kRound == 0 && *to.reading.year % kRound == 0;
  // "1998 through 2001" and no more
  const bool told = led || (!round && (read.alone(from.first, to.last) ||
                                       read.hit_before(from.first, Category::date_article, "year")));
  if (years && (!told || (round && !read.clause_ends(to.last)))) return std::nullopt;
  if (to.needs == Needs::range && bare_day(to) && !read.clause_ends(to.last)) return std::nullopt;
  if (bare_day(from) && bare_day(to) && (!led || *from.reading.day >= *to.reading.day)) return std::nullopt;
  const bool bare_day_told = bare_day(to) && from.reading.month;
  complete(&from.reading, &to.reading);
  // "January 3-7, 2021"
  if (bare_day_told && !to.reading.year) {
    to.needs = Needs::nothing;
    const std::optional<int> month = to.reading.month;
    read_year_after(read, &to);
    to.reading.month = month;
    if (from.reading.month && !from.reading.year) from.reading.year = to.reading.year;
  }
  from.to = to.reading;
  from.last = to.last;
  from.needs = Needs::nothing;
  return from;
}

// "8 et 9 février": days that follow each other are one range.
std::optional<DatePart> read_day_pair(const Reader& read, absl::Span<const Amount> amounts,
                                      const DatePart& from) {
  const Hit* joint = read.hit(from.last, Category::date_relation, "and");
  if (!joint || !from.reading.day) return std::nullopt;
  const auto to = read_plain(read, amounts, skip_articles(read, joint->last));
  if (!to || !is_day(*to) || !to->reading.day || *to->reading.day != *from.reading.day + 1)
    return std::nullopt;
  if (bare_day(from) == bare_day(*to)) return std::nullopt;
  return join(read, from, *to, false);
}

// "le 3, le 10 et le 17 mai": a bare day takes the month from the end of its list.
std::optional<DatePart> read_day_list(const Reader& read, absl::Span<const Amount> amounts, DatePart from) {
  constexpr int kLongest = 6;
  uint32_t at = from.last;
  for (int i = 0; i < kLongest; ++i) {
    const Hit* joint = read.hit(at, Category::date_relation, "and");
    if (!joint && !read.sign(at, ",")) return std::nullopt;
    auto next = read_plain(read, amounts, skip_articles(read, joint ? joint->last : at + 1));
    if (!next || !is_day(*next) || !next->reading.day) return std::nullopt;
    if (next->reading.month) {
      complete(&from.reading, &next->reading);
      from.needs = Needs::nothing;
      return from;
    }
    at = next->last;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DatePart> read_date_range(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const Hit* from_word = read.hit(at, Category::date_relation, "from");
  const Hit* between = read.hit(at, Category::date_relation, "between");
  for (const Hit* lead : {from_word, between, static_cast<const Hit*>(nullptr)}) {
    const uint32_t start = lead ? skip_articles(read, lead->last) : at;
    auto from = read_date(read, amounts, start);
    // "from the 3 to the 5 May": the article may also be part of the date.
    if (!from && lead && start != lead->last) from = read_date(read, amounts, lead->last);
    if (!from) continue;
    const Hit* joint =
        read.hit(from->last, Category::date_relation, lead && lead == between ? Symbol("and") : Symbol("to"));
    uint32_t next = joint ? joint->last : from->last;
    const bool dash = !joint && read.dash(from->last) && (!lead || lead == from_word) &&
                      (read.token(from->last).space_before == !read.tight(from->last + 1));
    if (dash) next = from->last + 1;
    if (!joint && !dash) {
      if (!lead) {
        if (auto pair = read_day_pair(read, amounts, *from)) return pair;
        if (bare_day(*from)) return read_day_list(read, amounts, *from);
      }
      continue;
    }
    const uint32_t to_at = skip_articles(read, next);
    auto to = read_date(read, amounts, to_at);
    if (!to && to_at != next) to = read_date(read, amounts, next);
    if (!to) continue;
    // Without "from", only what cannot be anything else: "3-5 mai", "mars-avril 2024".
    const bool calendar =
        from->reading.base == Base::absolute && to->reading.base == Base::absolute &&
        (!bare_year(*from) ||
         (joint && (read.alone(at, to->last) || read.hit_before(at, Category::date_article, "year"))));
    // "Monday to Friday", "Mon-Fri"
    const bool weekdays = from->reading.base == Base::weekday && to->reading.base == Base::weekday;
    // "tomorrow to next Tuesday"
    const bool days = joint && is_day(*from) && is_day(*to) && from->reading.base == Base::published &&
                      !from->reading.hour && to->reading.base == Base::weekday;
    if (!lead && !calendar && !weekdays && !days) continue;
    // "du 14 au 20", "between the 14th and the 20th", but not "from 14 to 20"
    // "entre las 9 y las 11" tells hours
    if (bare_day(*from) && bare_day(*to) &&
        read.hit_before(from->last - 1, Category::date_article, "hour_article"))
      continue;
    const bool articles = lead && (start != lead->last || read.hit(at, Category::date_article, "from_the")) &&
                          (to_at != next || read.hit(at, Category::date_article, "from_the"));
    if (bare_day(*from) && bare_day(*to) && !articles) continue;
    auto range = join(read, *from, *to, lead != nullptr);
    // "du lundi au vendredi de 9h à 17h": the hours are those of each day
    if (!range && to->to) {
      const auto day = read_plain(read, amounts, to_at);
      if (day) range = join(read, *from, *day, lead != nullptr);
    }
    if (range) {
      range->first = at;
      return range;
    }
  }
  return std::nullopt;
}

std::optional<DatePart> read_night(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const Hit* night = read.hit(at, Category::day_part);
  int from_hour = 0, to_hour = 0;
  if (!night || !day_part_hours(night->sense->symbol, &from_hour, &to_hour)) return std::nullopt;
  const bool is_night = to_hour > 24 || (from_hour == 0 && to_hour <= 6);
  if (!is_night) return std::nullopt;
  uint32_t start = night->last;
  if (const Hit* lead = read.hit(start, Category::date_relation, "from"))
    start = lead->last;
  else if (const Hit* of = read.hit(start, Category::date_article, "of"))
    start = of->last;
  auto from = read_plain(read, amounts, skip_articles(read, start));
  if (!from || !is_day(*from)) return std::nullopt;
  const Hit* joint = read.hit(from->last, Category::date_relation, "to");
  if (!joint) return std::nullopt;
  auto to = read_plain(read, amounts, skip_articles(read, joint->last));
  // "dans la nuit du 3 au 4"
  const bool led =
      read.hit(night->last, Category::date_article, "from_the") && to && read.clause_ends(to->last);
  if (!to || !is_day(*to) || (bare_day(*from) && bare_day(*to) && !to->reading.weekday && !led))
    return std::nullopt;
  complete(&from->reading, &to->reading);
  from->first = at;
  from->last = to->last;
  from->needs = Needs::nothing;
  constexpr int kEvening = 18, kDay = 24, kMorning = 6;
  from->reading.from_hour = kEvening;
  from->reading.to_hour = kDay + kMorning;
  from->reading.grain = Grain::part_of_day;
  return from;
}

}  // namespace crosscheck
