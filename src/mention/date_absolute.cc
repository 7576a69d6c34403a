#include "absl/time/civil_time.h"
#include "mention/clock.h"
#include "mention/date_part.h"

namespace crosscheck {
namespace {

using Needs = DatePart::Needs;

bool valid(const DateReading& reading) {
  const int month = reading.month.value_or(1), day = reading.day.value_or(1);
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const absl::CivilDay date(reading.year.value_or(2000), month, day);
  return date.month() == month;
}

// "03/1998"
std::optional<DatePart> read_numeric_month(const Reader& read, uint32_t at) {
  const auto month = read.figure(at, 1, 2);
  if (!month || *month < 1 || *month > 12 || !read.sign(at + 1, "/") || !read.tight(at + 1))
    return std::nullopt;
  if (!read.tight(at + 2) || (read.tight(at) && at > read.first && read.sign(at - 1, "/")))
    return std::nullopt;
  const auto year = read_year(read, at + 2);
  if (!year) return std::nullopt;
  DatePart part;
  part.last = at + 3;
  part.needs = Needs::preposition;
  part.reading.month = month, part.reading.year = year;
  part.reading.grain = Grain::month;
  return part;
}

// "17/11/2023", "11/17/2023", "17.11.2023", "2023-11-17", "8/08/2008".
std::optional<DatePart> read_numeric(const Reader& read, uint32_t at) {
  for (uint32_t i = 1; i < 5; ++i) {
    if (!read.tight(at + i)) return std::nullopt;
  }
  const absl::string_view sign = read.text.word(at + 1);
  if (sign != "/" && sign != "." && sign != "-") return std::nullopt;
  if (!read.sign(at + 3, sign)) return std::nullopt;
  if (read.tight(at + 5) && (read.digits(at + 5) || (read.sign(at + 5, sign) && read.tight(at + 6))))
    return std::nullopt;
  if (read.tight(at) && at > read.first && (read.sign(at - 1, sign) || read.word(at - 1)))
    return std::nullopt;
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
  if (!reading.year || !plausible_year(*reading.year) || !valid(reading)) return std::nullopt;
  return part;
}

// "20240514"
std::optional<DatePart> read_eight_digits(const Reader& read, uint32_t at) {
  const auto figures = read.figure(at, 8, 8);
  constexpr int kYear = 10000, kMonth = 100, kFirst = 1900, kLast = 2100;
  if (!figures || *figures / kYear < kFirst || *figures / kYear >= kLast || read.part_of_figure(at))
    return std::nullopt;
  if (read.hit_before(at, Category::false_number, "before")) return std::nullopt;
  const bool joined =
      (read.tight(at) && at > read.first) || (read.tight(at + 1) && (read.word(at + 1) || read.dash(at + 1)));
  DatePart part;
  part.last = at + 1;
  part.reading.year = *figures / kYear;
  part.reading.month = *figures / kMonth % kMonth;
  part.reading.day = *figures % kMonth;
  return !joined && valid(part.reading) ? std::optional(part) : std::nullopt;
}

// "le 22/04", "on 10/2": only after such a word.
std::optional<DatePart> read_numeric_day(const Reader& read, uint32_t at) {
  const auto first = read.figure(at, 1, 2), second = read.figure(at + 2, 1, 2);
  if (read.hit(at, Category::false_number)) return std::nullopt;  // "24/7"
  // "am 17.11.", where a full stop makes ranks of figures
  const bool points = read.sign(at + 1, ".") && read.sign(at + 3, ".") && read.tight(at + 3) &&
                      read.hit(at + 1, Category::ordinal_suffix);
  if (!first || !second || !(points || read.sign(at + 1, "/")) || !read.tight(at + 1) || !read.tight(at + 2))
    return std::nullopt;
  if (points && *first >= 1 && *first <= 31 && *second >= 1 && *second <= 12) {
    DatePart part;
    part.last = at + 4;
    part.needs = Needs::range;
    part.reading.day = first, part.reading.month = second;
    return valid(part.reading) ? std::optional(part) : std::nullopt;
  }
  if (points) return std::nullopt;
  const bool hour = read.hit(at + 3, Category::date_article, "at") != nullptr;  // "le 14/05 à 10 h"
  if ((!hour && !read.clause_ends(at + 3)) || read.sign(at + 3, "/") || read.sign(at + 3, "%") ||
      read.part_of_figure(at + 2))
    return std::nullopt;
  DatePart part;
  part.last = at + 3;
  // "06/05": no fraction has a zero before its figures
  const bool zeros = read.text.word(at).size() == 2 && read.text.word(at + 2).size() == 2 &&
                     (read.text.word(at).front() == '0' || read.text.word(at + 2).front() == '0');
  const bool joined = read.tight(at) && at > read.first && !read.sign(at - 1, "(");  // "/2024/05/15"
  part.needs = zeros && !joined ? Needs::nothing : Needs::range;
  const bool month_first = read.text.language->date_order == "mdy" && *first <= 12;
  part.reading.month = month_first ? first : second;
  part.reading.day = month_first ? second : first;
  const bool parts = read.hit(part.last, Category::date_article, "of") != nullptr;  // "les 3/4 de"
  return !parts && valid(part.reading) ? std::optional(part) : std::nullopt;
}

// A day in words that its month follows: "quinze" of "quinze mai".
std::optional<int> read_day_words(const Reader& read, uint32_t at, uint32_t* last) {
  constexpr int kDays = 31;
  const auto number = read.digits(at) ? std::nullopt : read.small_number(at);
  if (!number || number->value < 2 || number->value > kDays) return std::nullopt;
  *last = number->last;
  return read_month(read, read.skip(number->last, "of")) ? std::optional(number->value) : std::nullopt;
}

// "march 5", in small letters, where nothing is counted.
bool is_small_month(const Reader& read, const MonthWord& month, uint32_t last) {
  if (!month.small || read_year(read, last)) return false;
  return !read.clause_ends(last) || read.hit(last, Category::date_article, "rate");
}

// "21" of "Jan-05-21": a dash before the day, too.
void read_short_year_after(const Reader& read, uint32_t month_at, DatePart* part) {
  constexpr int kCentury = 2000;
  const uint32_t at = part->last;
  const auto joined = [&read](uint32_t dash) {
    return read.dash(dash) && read.tight(dash) && read.tight(dash + 1);
  };
  const auto year = joined(at) && joined(month_at + 1) ? read.figure(at + 1, 2, 2) : std::nullopt;
  if (!year || read.tight(at + 2)) return;
  part->reading.year = kCentury + *year;
  part->last = at + 2;
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
    at = read.skip(at, "the");
  } else if (const Hit* the = read.hit(at, Category::date_article, "ordinal")) {
    at = the->last;
  }
  const auto month_before = read_month(read, at);
  if (month_before && !weekday && at != start) return std::nullopt;  // "the September 11 attacks"
  if (month_before && (read.text.language->date_order == "mdy")) {
    uint32_t from = month_before->last;
    from =
        read.dash(from) && read.tight(from) && read.tight(from + 1) ? from + 1 : read.skip(from, "ordinal");
    auto day = read_day_number(read, from, &part.last);
    if (!day) day = read_spelled_rank(read, from, &part.last);
    if (day && !read.digits(from) && !read.clause_ends(part.last)) return std::nullopt;  // "May first lady"
    if (day && is_small_month(read, *month_before, part.last)) return std::nullopt;
    if (!day || (part.last == from + 1 && read.part_of_figure(from))) return std::nullopt;
    if (read.sign(part.last, ":") && read.tight(part.last)) return std::nullopt;
    part.reading.month = month_before->value, part.reading.day = day;
  } else {
    uint32_t after = at;
    auto day = read_day_number(read, at, &after);
    if (!day) day = read_day_words(read, at, &after);
    if (!day) return std::nullopt;
    if (after == at + 1 && read.part_of_figure(at)) return std::nullopt;
    if (read.dash(after) && read.tight(after)) ++after;  // "le 11-Septembre"
    const auto month = read_month(read, read.skip(after, "of"));
    if (!month || is_small_month(read, *month, month->last)) return std::nullopt;
    part.last = month->last;
    part.reading.day = day, part.reading.month = month->value;
  }
  if (!valid(part.reading)) return std::nullopt;
  read_short_year_after(read, at, &part);
  if (!part.reading.year) read_year_after(read, &part);
  return valid(part.reading) ? std::optional(part) : std::nullopt;
}

// The "9-11am" of "Saturday 9-11am": hours, as a clock time ends it.
bool starts_clock_range(const Reader& read, uint32_t dash) {
  const auto end = read.tight(dash) && read.tight(dash + 1) ? read_clock(read, dash + 1) : std::nullopt;
  if (end && (end->sure || end->has_sign)) return true;
  // "Monday 9-5", but "Monday 3-5 May"
  return read.tight(dash) && read.tight(dash + 1) && read.digits(dash + 1) &&
         !read_month(read, read.skip(dash + 2, "of"));
}

// "le 17", "the 17th": a day of a month that is not told.
std::optional<DatePart> read_bare_day(const Reader& read, uint32_t at) {
  DatePart part;
  std::optional<int> spelled;  // "Wednesday the fifteenth"
  const Hit* weekday = read.hit(at, Category::weekday);
  if (weekday) {
    part.reading.weekday = number_of(*weekday);
    const uint32_t comma = read.sign(weekday->last, ",") ? weekday->last + 1 : weekday->last;
    at = read.skip(comma, "the");
    const bool ranked = at != comma && (!read.digits(at) || read.hit(at + 1, Category::ordinal_suffix) ||
                                        read.clause_ends(at + 1));
    if (comma != weekday->last && !ranked) return std::nullopt;
    if (ranked && !read.digits(at)) spelled = read_spelled_rank(read, at, &part.last);
  }
  auto day = read_day_number(read, at, &part.last);
  if (!day) day = spelled;
  // "on the fifteenth"; smaller ranks are told of all kinds of things.
  constexpr int kFewest = 4;
  if (!day && read.hit_before(at, Category::date_article, "on")) {
    day = read_spelled_rank(read, at, &part.last);
    if (day && *day < kFewest) return std::nullopt;
  }
  if (!day || read.part_of_figure(at)) return std::nullopt;
  if (read.sign(part.last, ":") && read.tight(part.last)) return std::nullopt;  // "Monday 9:00"
  if (weekday && read.dash(part.last) && starts_clock_range(read, part.last)) return std::nullopt;
  part.reading.day = day;
  part.needs = weekday && read.clause_ends(part.last) ? Needs::nothing : Needs::range;
  return part;
}

}  // namespace

std::optional<int> read_spelled_rank(const Reader& read, uint32_t at, uint32_t* last) {
  constexpr int kDays = 31, kTens = 20;
  if (read.digits(at)) return std::nullopt;
  uint32_t from = at;
  int tens = 0;
  if (const Hit* cardinal = read.hit(at, Category::cardinal); cardinal && number_of(*cardinal) >= kTens) {
    tens = number_of(*cardinal);
    from = read.dash(cardinal->last) ? cardinal->last + 1 : cardinal->last;
    if (const Hit* joint = read.hit(from, Category::number_joint)) from = joint->last;  // "vingt et unième"
  }
  const Hit* ordinal = read.hit(from, Category::ordinal);
  const int rank = ordinal ? number_of(*ordinal) : 0;
  if (rank < 1 || rank + tens > kDays || (tens > 0 && rank > 9)) return std::nullopt;
  *last = ordinal->last;
  return rank + tens;
}

std::optional<int> read_day_number(const Reader& read, uint32_t at, uint32_t* last) {
  if (const Hit* first = read.hit(at, Category::first_day)) {
    *last = first->last;
    return 1;
  }
  if (const auto rank = read_spelled_rank(read, at, last)) {
    // Spelled-out ranks are days only in "the first of May".
    return read.hit(*last, Category::date_article, "of") ? rank : std::nullopt;
  }
  const auto day = read.figure(at, 1, 2);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  *last = at + 1;
  if (read.tight(at + 1)) {
    if (const Hit* suffix = read.hit(at + 1, Category::ordinal_suffix)) *last = suffix->last;
  }
  return day;
}

std::optional<DatePart> read_longest(const Reader& read, uint32_t at, absl::Span<const DateForm> forms) {
  const uint64_t marks = read.marks(at);
  const bool figure = read.starts_figure(at);
  std::optional<DatePart> best;
  for (const DateForm& form : forms) {
    if ((form.starts & marks) == 0 && !(form.figures && figure) && form.starts != kAnywhere) continue;
    std::optional<DatePart> part = form.read(read, at);
    if (part && (!best || part->last > best->last)) best = std::move(part);
  }
  return best;
}

std::optional<DatePart> read_absolute(const Reader& read, uint32_t at) {
  constexpr uint64_t kDays = mark(Category::weekday) | mark(Category::first_day) | mark(Category::ordinal) |
                             mark(Category::cardinal);
  constexpr DateForm kForms[] = {
      {0, true, read_numeric},
      {0, true, read_numeric_month},
      {0, true, read_numeric_day},
      {0, true, read_eight_digits},
      {kDays | mark(Category::month) | mark(Category::date_article), true, read_day_month},
      {kDays, true, read_bare_day},
      {kAnywhere, true, read_period},
  };
  std::optional<DatePart> best = read_longest(read, at, kForms);
  if (best) best->first = at;
  return best;
}

}  // namespace crosscheck
