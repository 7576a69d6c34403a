#include "compare/figures.h"

#include <algorithm>
#include <cstdlib>

#include "compare/comparators/fit.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr int kLongDigits = 4;
constexpr int kMagnitude = 20;  // times that two values of one fact may differ, slips of the pen aside

// The figure as it is written; nullopt for two of different units, whose digits say nothing.
std::optional<std::pair<Decimal, Decimal>> written_figures(const Claim& a, const Claim& b) {
  const auto written = [](const Value& value) -> const Interval* {
    if (const auto* measure = std::get_if<Measure>(&value)) return &measure->amount;
    if (const auto* duration = std::get_if<Duration>(&value)) return &duration->amount;
    return amount_of(value);
  };
  const auto unit = [](const Value& value) -> std::string {
    if (const auto* measure = std::get_if<Measure>(&value)) return measure->unit;
    if (const auto* duration = std::get_if<Duration>(&value)) return duration->unit;
    return "";
  };
  const Interval* x = written(a.value);
  const Interval* y = written(b.value);
  if (!x || !y || unit(a.value) != unit(b.value)) return std::nullopt;
  const std::optional<Decimal> left = x->low ? x->low : x->high, right = y->low ? y->low : y->high;
  if (!left || !right) return std::nullopt;
  return std::pair(*left, *right);
}

}  // namespace

std::optional<Decimal> size_of(const Claim& claim) {
  const Interval* amount = amount_of(claim.value);
  if (const auto* measure = std::get_if<Measure>(&claim.value); measure && !measure->base_unit.empty())
    amount = &measure->base;
  if (const auto* duration = std::get_if<Duration>(&claim.value)) amount = &duration->seconds;
  if (!amount) return std::nullopt;
  const std::optional<Decimal> figure = amount->low ? amount->low : amount->high;
  // People tell temperatures from where water freezes: 2 and 38 °C are far apart.
  if (const auto* measure = std::get_if<Measure>(&claim.value);
      figure && measure && measure->base_unit == "kelvin")
    return add(*figure, Decimal(-27315, -2));
  return figure && std::holds_alternative<Ratio>(claim.value) ? multiply(*figure, Decimal(100)) : figure;
}

bool of_other_magnitude(const Claim& a, const Claim& b) {
  const std::optional<Decimal> left = size_of(a), right = size_of(b);
  if (!left || !right || left->is_zero() || right->is_zero()) return false;
  const Decimal low = std::min(*left, *right), high = std::max(*left, *right);
  const auto reach = multiply(low, Decimal(kMagnitude));
  return !low.negative() && reach && *reach < high;
}

bool is_slip(const Claim& a, const Claim& b) {
  const auto figures = written_figures(a, b);
  if (!figures) return false;
  const auto digits = [](const Decimal& number) {
    std::string out = number.to_string();
    std::erase(out, '.');
    std::erase(out, '0');
    return out;
  };
  const auto& [left, right] = *figures;
  std::string x = digits(left), y = digits(right);
  if (x.size() < 2 || x.size() != y.size()) return false;
  const bool shifted = x == y, same_size = left.to_string().size() == right.to_string().size();
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return shifted || (same_size && x == y);
}

bool is_swap(const Claim& a, const Claim& b) {
  const auto figures = written_figures(a, b);
  if (!figures) return false;
  std::string x = figures->first.to_string(), y = figures->second.to_string();
  if (x == y || x.size() != y.size() || x.find('.') != y.find('.')) return false;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return x == y;
}

bool is_long_swap(const Claim& a, const Claim& b) {
  constexpr int kDigits = 3;
  const auto figures = written_figures(a, b);
  return figures && figures->first.is_integer() &&
         std::max(figures->first.significant_digits(), figures->second.significant_digits()) >= kDigits &&
         is_swap(a, b);
}

bool is_long_slip(const Claim& a, const Claim& b) {
  const auto figures = written_figures(a, b);
  return figures && figures->first.significant_digits() >= kLongDigits &&
         figures->second.significant_digits() >= kLongDigits && !same_value(a, b) && is_slip(a, b);
}

std::optional<int> minutes_apart(const Claim& a, const Claim& b) {
  constexpr int kDay = 24 * 60;
  const auto* x = std::get_if<ClockTime>(&a.value);
  const auto* y = std::get_if<ClockTime>(&b.value);
  if (!x || !y) return std::nullopt;
  const int apart = std::abs(x->minute_of_day - y->minute_of_day);
  return std::min(apart, kDay - apart);
}

bool is_part_of_day(const Claim& claim) {
  constexpr int kHalfDay = 12 * 60;
  const auto* time = std::get_if<ClockTime>(&claim.value);
  return time && time->minute_of_day % kHalfDay == 0;
}

bool same_value(const Claim& a, const Claim& b) {
  // "Marta Dorn, 58," is told of no "58 branches".
  if (a.value.index() != b.value.index() && !(is_share(a.value) && is_share(b.value))) return false;
  const Interval* x = amount_of(a.value);
  const Interval* y = amount_of(b.value);
  if (x && y) return *x == *y;
  const auto* c = std::get_if<Date>(&a.value);
  const auto* d = std::get_if<Date>(&b.value);
  if (c && d)
    return c->start == d->start && c->end == d->end &&
           (c->start || c->end || fold(c->as_told) == fold(d->as_told));
  return a.value == b.value;
}

}  // namespace crosscheck
