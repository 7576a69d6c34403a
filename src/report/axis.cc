#include "report/axis.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "report/date_words.h"
#include "report/value_words.h"

namespace crosscheck {
namespace {

constexpr double kFarApart = 100;  // from this ratio on a line goes by powers of ten
constexpr double kMargin = 0.12;   // of the line on each side, so that open sides have room
constexpr size_t kMostTicks = 5;
constexpr size_t kMostMoments = 3;  // their labels are long
constexpr double kDay = 86400;
const absl::CivilSecond kEpoch(1970, 1, 1);

double seconds(absl::CivilSecond at) { return static_cast<double>(at - kEpoch); }
absl::CivilSecond civil(double at) { return kEpoch + static_cast<absl::civil_diff_t>(at); }

Ends ends(const Interval& amount, double times = 1) {
  Ends out;
  if (amount.low) out.low = amount.low->approximate() * times;
  if (amount.high) out.high = amount.high->approximate() * times;
  return out;
}

// The amount in the unit in which it is drawn.
const Interval* drawn_amount(const Value& value, bool as_told) {
  if (as_told) {
    if (const auto* measure = std::get_if<Measure>(&value)) return &measure->amount;
    if (const auto* duration = std::get_if<Duration>(&value)) return &duration->amount;
  }
  return amount_of(value);
}

// An exact amount in a value of the same unit.
void set_amount(const Decimal& at, bool as_told, Value* value) {
  const Interval exact{at, at, Form::exact};
  if (auto* measure = std::get_if<Measure>(value)) {
    if (!as_told) measure->unit = measure->base_unit;
    measure->amount = exact;
    measure->base = {};
  } else if (auto* duration = std::get_if<Duration>(value)) {
    if (!as_told) duration->unit = "second";
    duration->amount = exact;
  } else if (auto* ratio = std::get_if<Ratio>(value)) {
    ratio->numerator = ratio->denominator = std::nullopt;
    ratio->amount = exact;
  } else if (Interval* amount = amount_of(*value)) {
    *amount = exact;
  }
}

struct Measurer {
  bool as_told;

  std::string operator()(const Count&) const { return "count"; }
  std::string operator()(const Percent& v) const { return v.points ? "points" : "percent"; }
  std::string operator()(const Ratio&) const { return "ratio"; }
  std::string operator()(const Money& v) const { return absl::StrCat("money ", v.currency, " ", v.per); }
  std::string operator()(const Measure& v) const {
    return absl::StrCat("measure ", as_told ? v.unit : v.base_unit);
  }
  std::string operator()(const Duration& v) const {
    return absl::StrCat("duration ", as_told ? v.unit : "second");
  }
  std::string operator()(const Age& v) const { return absl::StrCat("age ", v.unit); }
  std::string operator()(const Date& v) const { return v.start || v.end ? "date" : ""; }
  std::string operator()(const ClockTime& v) const { return absl::StrCat("time ", v.zone); }
  template <typename Other>
  std::string operator()(const Other&) const {
    return "";
  }
};

}  // namespace

std::string axis_measure(const Value& value, bool as_told) {
  const Interval* amount = drawn_amount(value, as_told);
  if (amount && !amount->low && !amount->high) return "";
  return std::visit(Measurer{as_told}, value);
}

Ends ends_of(const Value& value, bool as_told) {
  if (const auto* date = std::get_if<Date>(&value)) {
    Ends out;
    if (date->start) out.low = seconds(*date->start);
    if (date->end) out.high = seconds(*date->end);
    return out;
  }
  if (const auto* time = std::get_if<ClockTime>(&value)) {
    return {time->minute_of_day * 60.0, time->end_minute_of_day.value_or(time->minute_of_day) * 60.0};
  }
  const Interval* amount = drawn_amount(value, as_told);
  return amount ? ends(*amount) : Ends{};
}

std::optional<double> published_at(const Document& document) {
  const Field<Moment>& field = document.metadata.published;
  if (!field) return std::nullopt;
  return seconds(field.value.local) - 60.0 * field.value.offset_minutes.value_or(0);
}

Axis::Axis(const std::vector<Ends>& drawn, const Value& like, bool as_told, const Words& words) {
  std::vector<double> all;
  for (const Ends& value : drawn) {
    if (value.low) all.push_back(*value.low);
    if (value.high) all.push_back(*value.high);
  }
  if (all.empty()) return;
  whole_ = std::all_of(all.begin(), all.end(), [](double n) { return n == std::floor(n); });
  const auto [low, high] = std::minmax_element(all.begin(), all.end());
  const bool moments = std::holds_alternative<Date>(like), clock = std::holds_alternative<ClockTime>(like);
  powers_ = !moments && !clock && *low > 0 && *high / *low >= kFarApart;
  low_ = placed(*low), high_ = placed(*high);
  // One figure with an open side: room on both of its sides.
  if (high_ - low_ <= 0) {
    const double around = moments ? kDay : low_ == 0 ? 1 : std::abs(low_) / 4;
    low_ -= around, high_ += around;
  }
  const double margin = (high_ - low_) * kMargin;
  low_ -= margin, high_ += margin;
  if (moments) {
    moment_ticks(words);
  } else if (clock) {
    clock_ticks(words);
  } else {
    amount_ticks(like, as_told, words);
  }
}

double Axis::placed(double at) const { return powers_ ? std::log10(at) : at; }

double Axis::percent(double at) const {
  return std::clamp((placed(at) - low_) / (high_ - low_) * 100, 0.0, 100.0);
}

// Figures so large that a step is lost in them would never come to an end.
bool Axis::full() const { return ticks_.size() > kMostTicks + 1; }

void Axis::add_tick(double at, const Value& value, const Words& words) {
  ticks_.push_back({percent(at), value_in_words(value, {}, words)});
}

void Axis::amount_ticks(Value like, bool as_told, const Words& words) {
  if (powers_) {
    const double step = std::max(1.0, std::ceil((high_ - low_) / kMostTicks));
    for (double power = std::ceil(low_); power <= high_ && !full(); power += step) {
      set_amount(Decimal(1, static_cast<int>(power)), as_told, &like);
      add_tick(std::pow(10, power), like, words);
    }
    return;
  }
  // The smallest of 1, 2, 5 times a power of ten that gives few enough.
  const double least = (high_ - low_) / kMostTicks;
  int power = static_cast<int>(std::floor(std::log10(least)));
  const double rest = least / std::pow(10, power);
  int64_t digit = rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10;
  if (whole_ && power < 0) digit = 1, power = 0;  // there is no half of an injured person
  const double step = static_cast<double>(digit) * std::pow(10, power);
  for (double n = std::ceil(low_ / step); n * step <= high_ && !full(); ++n) {
    set_amount(Decimal(absl::int128(static_cast<int64_t>(n) * digit), power), as_told, &like);
    add_tick(n * step, like, words);
  }
}

void Axis::moment_ticks(const Words& words) {
  constexpr double kSteps[] = {60,        300,       900,       3600,       3 * 3600,
                               6 * 3600,  12 * 3600, kDay,      2 * kDay,   7 * kDay,
                               14 * kDay, 28 * kDay, 91 * kDay, 182 * kDay, 365 * kDay};
  double step = kSteps[0];
  for (const double longer : kSteps) {
    if ((high_ - low_) / step > kMostMoments) step = longer;
  }
  while ((high_ - low_) / step > kMostMoments) step *= 2;
  for (double at = std::ceil(low_ / step) * step; at <= high_ && !full(); at += step) {
    Date date;
    date.grain = step < kDay ? Grain::minute : Grain::day;
    date.start = civil(at);
    date.end = civil(at + (step < kDay ? 60 : kDay));
    add_tick(at, date, words);
  }
}

void Axis::clock_ticks(const Words& words) {
  double step = 60;
  for (const double longer : {300.0, 900.0, 3600.0, 3 * 3600.0, 6 * 3600.0}) {
    if ((high_ - low_) / step > kMostTicks) step = longer;
  }
  for (double at = std::max(0.0, std::ceil(low_ / step) * step); at <= std::min(high_, kDay - 60);
       at += step) {
    add_tick(at, ClockTime{static_cast<int>(at / 60), "", Form::exact}, words);
  }
}

}  // namespace crosscheck
