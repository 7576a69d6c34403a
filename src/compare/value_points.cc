#include "compare/value_points.h"

#include <algorithm>
#include <cstdlib>

#include "absl/numeric/bits.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "compare/comparators/fit.h"
#include "compare/far_days.h"
#include "compare/figures.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr int kSmallCount = 12;  // up to here two figures are equal by chance too often
constexpr int kDateOnce = 20;
constexpr int kLongPast = 20;       // of such a date that is none of the event's own days
constexpr int kLongPastDays = 300;  // between such a date and the article
constexpr int kDistant = 10;        // of a day that is none of those around the article
constexpr int kDistantMonth = 20;
constexpr int kDistantMonthDays = 60;
constexpr int kSameDay = 20;          // of two parts of one day
constexpr int kVague = 8;             // of a vague amount and one that it can describe
constexpr int kVagueTwice = 20;       // of one vague amount told twice
constexpr size_t kFewArticles = 16;   // up to here an equal value is seldom chance
constexpr int kPointsOfDoubling = 8;  // of evidence that it loses with each doubling of the articles
constexpr int kFewUnits = 1;          // of time, told of anything
constexpr int kFewOfTime = 54;        // points of such a duration that two articles tell
constexpr int kOneMeasured = 30;      // of two lengths, one of them alone measured from a place

// "from March 2021 to June 2023", as against a day, a month, a year.
bool is_range(const Date& date) {
  if (!date.start || !date.end) return false;
  const int64_t days = absl::CivilDay(*date.end) - absl::CivilDay(*date.start);
  switch (date.grain) {
    case Grain::year:
      return days > 366;
    case Grain::quarter:
      return days > 92;
    case Grain::month:
      return days > 31;
    case Grain::week:
      return days > 7;
    default:
      return days > 1;
  }
}

// A figure that is seldom told twice by chance: of three digits or more.
bool is_long(const Interval& amount) {
  const std::optional<Decimal> figure = amount.low ? amount.low : amount.high;
  return figure && (figure->significant_digits() >= 3 || Decimal(99) < *figure);
}

// The figure that is shown, whatever bound stands before it.
std::optional<Decimal> figure_of(const Interval& amount) {
  if (amount.form == Form::between || amount.form == Form::vague) return std::nullopt;
  return amount.low ? amount.low : amount.high;
}

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); });
}

// The one day in which a date lies: of "Wednesday afternoon" as of "Wednesday".
std::optional<absl::CivilDay> day_of(const Date& date) {
  constexpr int64_t kDay = 86400;
  if (!date.start || !date.end || *date.end - *date.start > kDay) return std::nullopt;
  return absl::CivilDay(*date.start);
}

// Equal for dates that are the same, or of one day; empty for those that are told of everything ("lundi" in
// an article without a date).
std::string key_of(const Date& date) {
  if (!date.start && !date.end) return has_digit(date.as_told) ? fold(date.as_told) : "";
  if (const auto day = day_of(date)) return absl::FormatCivilTime(*day);
  const auto side = [](const std::optional<absl::CivilSecond>& at) {
    return at ? absl::FormatCivilTime(*at) : "..";
  };
  return absl::StrCat(side(date.start), " ", side(date.end));
}

bool is_few(const Duration& duration) {
  const std::optional<Decimal> figure = duration.amount.low ? duration.amount.low : duration.amount.high;
  return figure && *figure <= Decimal(kFewUnits);
}

// The figure of an amount, or 0 for a vague one without.
Decimal figure_or_zero(const Interval& amount) {
  return amount.low.value_or(amount.high.value_or(Decimal(0)));
}

bool has_three_digits(const Interval& amount) { return figure_or_zero(amount).significant_digits() >= 3; }

int points_of(const Date& date) {
  // Of an article without a date: "le 28 janvier" tells a day, "lundi" any Monday.
  if (!date.start && !date.end) return has_digit(date.as_told) ? 30 : 10;
  // "since 8 February", "by the end of 2025"; of a whole year many things are told
  if (!date.start || !date.end) return date.grain == Grain::year ? 25 : 35;
  if (is_range(date)) return 55;
  return date.grain == Grain::minute || date.grain == Grain::hour ? 60 : date.grain == Grain::day ? 30 : 20;
}

int points_of(const Count& count) {
  const bool small = !(Decimal(kSmallCount) < figure_or_zero(count.amount));
  if (count.amount.form == Form::vague || small) return 8;
  return has_three_digits(count.amount) ? 75 : 65;
}

int points_of_equal(const Value& value) {
  if (std::holds_alternative<Money>(value)) return 75;
  if (const auto* measure = std::get_if<Measure>(&value)) return is_long(measure->amount) ? 70 : 65;
  if (std::holds_alternative<ClockTime>(value)) return 65;
  if (std::holds_alternative<Age>(value)) return 70;
  // "an hour", "two days" are told of many things.
  if (const auto* duration = std::get_if<Duration>(&value))
    return has_three_digits(duration->amount) ? 75 : is_few(*duration) ? kFewOfTime : 62;
  if (std::holds_alternative<Ratio>(value)) return 50;
  if (const auto* percent = std::get_if<Percent>(&value)) return has_three_digits(percent->amount) ? 65 : 60;
  if (const auto* date = std::get_if<Date>(&value)) return points_of(*date);
  if (const auto* count = std::get_if<Count>(&value)) return points_of(*count);
  if (std::holds_alternative<Ordinal>(value)) return ValuePoints::kFew;
  return 20;
}

// Of two that fit but show other figures. Measures and durations are mostly conversions and roundings of one
// figure; one date that holds the other is the weakest evidence.
int points_of_other(const Value& value, int equal) {
  if (std::holds_alternative<Date>(value)) return -10;
  const auto* duration = std::get_if<Duration>(&value);
  if (duration && is_few(*duration)) return kFewOfTime;
  if (std::holds_alternative<Measure>(value) || duration) return 60;
  if (std::holds_alternative<ClockTime>(value)) return 55;
  if (std::holds_alternative<Ratio>(value)) return 45;
  if (std::holds_alternative<Money>(value)) return 48;
  if (std::holds_alternative<Count>(value) && equal > ValuePoints::kFew) return 35;
  return equal / 4;
}

// Of values that fit without being equal, where equal ones had `equal` points.
int points_of_fitting(const Value& a, const Value& b, int equal) {
  const int points = points_of_other(a, equal);
  const Interval* x = amount_of(a);
  const Interval* y = amount_of(b);
  if (!x || !y) return points;
  // "over $520mn" and "$520m" show one figure.
  if (figure_of(*x) == figure_of(*y)) return std::max(is_share(a) ? equal * 9 / 10 : equal, points);
  // "many employees" may be any number of them.
  return (x->form == Form::vague) != (y->form == Form::vague) ? std::min(kVague, points) : points;
}

bool of_one_year(const Value& a, const Value& b) {
  const std::optional<int64_t> year = year_told(a);
  return year && year == year_told(b);
}

// "From 1 September" and "on 1 September".
bool of_one_start(const Value& a, const Value& b) {
  const auto* x = std::get_if<Date>(&a);
  const auto* y = std::get_if<Date>(&b);
  return x && y && x->start && x->start == y->start && !x->end != !y->end;
}

// "Wednesday" and "Wednesday afternoon".
bool of_one_day(const Value& a, const Value& b) {
  const auto* x = std::get_if<Date>(&a);
  const auto* y = std::get_if<Date>(&b);
  return x && y && day_of(*x) && day_of(*x) == day_of(*y);
}

}  // namespace

ValuePoints::ValuePoints(const Report& report) : report_(report) {
  for (const Claim& claim : report.claims) {
    if (const auto* date = std::get_if<Date>(&claim.value)) ++dates_told_[{claim.document, key_of(*date)}];
  }
  const int doublings = static_cast<int>(absl::bit_width(report.documents.size() / kFewArticles));
  crowd_ = kPointsOfDoubling * std::max(0, doublings);
}

int ValuePoints::of(const Claim& a, const Claim& b) const {
  const int equal = of_equal(a, b);
  if (is_share(a.value) && is_share(b.value) && a.value.index() != b.value.index()) return equal;
  // "12 miles east of Harlow" is seldom the "depth of 12 miles".
  if (std::holds_alternative<Measure>(a.value) && a.object.empty() != b.object.empty())
    return std::min(equal, kOneMeasured);
  const auto each_tells_once = [&] { return told_once(a) && told_once(b); };
  if (same_value(a, b) || of_one_start(a.value, b.value) ||
      (of_one_year(a.value, b.value) && is_long_past(a))) {
    // A date that each article tells once is seldom told of two things, unless it is this year or the last.
    if (each_tells_once() && !is_near_year(a))
      return equal + kDateOnce + (is_long_past(a) ? kLongPast : points_of_distance(a));
    // "des milliers" and "plus de 500" are told twice by chance less often than they are meant alike.
    return is_vague(a.value) ? std::min(equal, kVagueTwice) : equal;
  }
  if (of_one_day(a.value, b.value)) return each_tells_once() ? equal + kDateOnce : std::min(equal, kSameDay);
  return points_of_fitting(a.value, b.value, equal);
}

// Were the two equal.
int ValuePoints::of_equal(const Claim& a, const Claim& b) const {
  const int x = points_of_equal(a.value), y = points_of_equal(b.value);
  // "33 %" is how "un sur trois" is told in percent: the coarser of the two tells how rare it is. "Three
  // decades" are few words for thirty years, "90 minutes" many for an hour and a half.
  const bool shares = is_share(a.value) && is_share(b.value);
  return (shares ? std::min(x, y) : std::max(x, y)) - crowd_;
}

bool ValuePoints::is_long_past(const Claim& claim) const {
  const auto* date = std::get_if<Date>(&claim.value);
  const auto& published = report_.documents[claim.document].metadata.published;
  return date && date->start && date->end && published &&
         absl::CivilDay(*date->end) + kLongPastDays < absl::CivilDay(published.value.local);
}

bool ValuePoints::is_near_year(const Claim& claim) const {
  const auto* date = std::get_if<Date>(&claim.value);
  const auto& published = report_.documents[claim.document].metadata.published;
  return date && date->grain == Grain::year && date->start && published &&
         std::abs(published.value.local.year() - date->start->year()) <= 1;
}

int ValuePoints::points_of_distance(const Claim& claim) const {
  const auto* date = std::get_if<Date>(&claim.value);
  const int64_t days = days_from_article(report_, claim).value_or(0);
  if (date && date->grain == Grain::month) return days > kDistantMonthDays ? kDistantMonth : 0;
  return days > kFarDays ? kDistant : 0;
}

bool ValuePoints::told_once(const Claim& claim) const {
  const auto* date = std::get_if<Date>(&claim.value);
  if (!date) return false;
  const std::string key = key_of(*date);
  const auto found = key.empty() ? dates_told_.end() : dates_told_.find({claim.document, key});
  return found != dates_told_.end() && found->second == 1;
}

}  // namespace crosscheck
