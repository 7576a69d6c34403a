// Amounts are intervals with a form. They agree when what a reader takes them for has something in common.
#include <algorithm>

#include "compare/comparators/fit.h"

namespace crosscheck {
namespace {

const Decimal kDegrees(2);  // what "around 0 °C" leaves open at least

const Decimal kConversionMost(15);  // percent

// value * factor; the value itself when the product does not fit, which no article writes.
Decimal times(const Decimal& value, const Decimal& factor) { return multiply(value, factor).value_or(value); }

Decimal percent_of(const Decimal& value, const Decimal& percent) {
  return times(times(value, percent), Decimal(1, -2));
}

Decimal plus(const Decimal& a, const Decimal& b) { return add(a, b).value_or(a); }

Decimal size(const Decimal& value) { return value.negative() ? -value : value; }

// [value - margin, value + margin]
Reach around(const Decimal& value, const Decimal& margin) {
  return {plus(value, -margin), plus(value, margin)};
}

bool intersect(const Reach& a, const Reach& b) {
  const bool left = a.high && b.low && *a.high < *b.low;
  const bool right = b.high && a.low && *b.high < *a.low;
  return !left && !right;
}

// Half a unit of the last digit that was written before trailing zeros: 50,000 for 8,800,000.
Decimal half_digit(const Decimal& value) { return Decimal(absl::int128(5), value.exponent() - 1); }

// A round figure ("1.3 million") told beside a finer one (1,271,000) is its rounding: equal to it in the
// digits it shows, near enough to pass for "about", and round by at least two zeros, so that 20 is no
// rounding of 21 and 100 million none of 120.
bool rounds_to(const Decimal& round, const Decimal& fine, const Comparison& comparison) {
  if (round.exponent() < 2 || fine.exponent() >= round.exponent()) return false;
  const Decimal off = size(plus(round, -fine));
  return off < half_digit(round) && off <= size(percent_of(round, comparison.about));
}

bool is_exact(const Interval& amount) { return amount.form == Form::exact && amount.low && amount.high; }

// The last digit that tells something: the 6 of 12,600, but the unit of 140, which may be told as it is.
int last_digit(const Decimal& value) {
  constexpr int kRounded = 3;  // digits of a figure that shows by its zeros how far it was rounded
  return value.significant_digits() < kRounded ? std::min(value.exponent(), 0) : value.exponent();
}

// What a conversion may lose: half of the last digit shown, scaled like the amount, as far as that is little:
// "un mètre" is not told for 60 cm.
Decimal conversion_margin(const Interval& told, const Interval& base) {
  if (!told.low || !base.low || told.low->is_zero()) return 0;
  const auto factor = divide(*base.low, *told.low, 12);
  if (!factor) return 0;
  const Decimal half = size(times(Decimal(absl::int128(5), last_digit(*told.low) - 1), *factor));
  return std::min(half, size(percent_of(*base.low, kConversionMost)));
}

Reach widened(Reach reach, const Decimal& margin) {
  if (reach.low) reach.low = plus(*reach.low, -margin);
  if (reach.high) reach.high = plus(*reach.high, margin);
  return reach;
}

Fit fit_converted(const Interval& told_a, const Interval& base_a, const Interval& told_b,
                  const Interval& base_b, bool same_unit, const Comparison& comparison) {
  const Fit plain = fit_amounts(base_a, base_b, comparison);
  if (same_unit || plain != Fit::conflict) return plain;
  const Reach a = widened(reach_of(base_a, comparison), conversion_margin(told_a, base_a));
  const Reach b = widened(reach_of(base_b, comparison), conversion_margin(told_b, base_b));
  return intersect(a, b) ? Fit::agree : Fit::conflict;
}

// Ten percent of a temperature are taken from the degrees that are told: those from the absolute zero tell
// nothing.
Reach reach_on_scale(const Measure& measure, const UnitEntry& unit, bool same_unit,
                     const Comparison& comparison) {
  Reach out = reach_of(measure.amount, comparison);
  const Interval& told = measure.amount;
  if (told.form == Form::about && told.low)
    out = around(*told.low, std::max(kDegrees, size(percent_of(*told.low, comparison.about))));
  const Decimal rounding = Decimal(absl::int128(5), std::min(told.low.value_or(0).exponent(), 0) - 1);
  if (!same_unit && told.form == Form::exact) out = widened(out, rounding);
  for (std::optional<Decimal>* side : {&out.low, &out.high}) {
    if (*side) *side = plus(times(**side, unit.factor), unit.offset);
  }
  return out;
}

// The amount in its base unit; "-126 m" of depth are the "126 mètres" of another article.
Interval base_of(const Measure& measure) {
  const Interval& base = measure.base;
  const bool below = base.low && base.high && base.low->negative() && base.high->negative();
  if (measure.base_unit != "meter" || !below) return base;
  return {-*base.high, -*base.low, base.form};
}

// "4,000 ounces of gold" and "4,000 ounces", "500 tons" and "500 tonnes": units that go by one name or stand
// for each other are told apart by their writers seldom.
bool are_of_one_size(const UnitEntry& a, const UnitEntry& b) {
  const auto reach = multiply(std::min(a.factor, b.factor), Decimal(121, -2));
  return reach && std::max(a.factor, b.factor) <= *reach;
}

}  // namespace

Reach reach_of(const Interval& amount, const Comparison& comparison) {
  Reach out{amount.low, amount.high};
  switch (amount.form) {
    case Form::exact:
      if (amount.low) out = around(*amount.low, size(percent_of(*amount.low, comparison.tolerance)));
      break;
    case Form::about:
      if (amount.low) out = around(*amount.low, size(percent_of(*amount.low, comparison.about)));
      break;
    case Form::at_least:
    case Form::more_than:
      if (amount.low) out.high = times(*amount.low, comparison.reach);
      break;
    case Form::at_most:
    case Form::less_than:
      if (amount.high) out.low = divide(*amount.high, comparison.reach, 6).value_or(*amount.high);
      break;
    case Form::between:
    case Form::vague:
      break;
  }
  if (out.low && out.high && *out.high < *out.low) std::swap(out.low, out.high);
  return out;
}

Fit fit_amounts(const Interval& a, const Interval& b, const Comparison& comparison) {
  if ((!a.low && !a.high) || (!b.low && !b.high)) return Fit::unknown;
  if (a == b) return Fit::agree;
  if (intersect(reach_of(a, comparison), reach_of(b, comparison))) return Fit::agree;
  if (is_exact(a) && is_exact(b) &&
      (rounds_to(*a.low, *b.low, comparison) || rounds_to(*b.low, *a.low, comparison)))
    return Fit::agree;
  return Fit::conflict;
}

Fit fit_shares(const Value& a, const Value& b, const Comparison& comparison) {
  const auto as_percent = [](const Value& value) {
    Interval amount = *amount_of(value);
    if (std::holds_alternative<Percent>(value)) return amount;
    if (amount.low) amount.low = times(*amount.low, 100);
    if (amount.high) amount.high = times(*amount.high, 100);
    return amount;
  };
  const auto* x = std::get_if<Percent>(&a);
  const auto* y = std::get_if<Percent>(&b);
  if ((x && x->points) != (y && y->points)) return Fit::unknown;
  Comparison rounded = comparison;
  // "33 %" is told for "un sur trois": a fraction and a percentage agree within one point in a hundred of
  // their size.
  if (!x != !y && rounded.tolerance < Decimal(2)) rounded.tolerance = 2;
  return fit_amounts(as_percent(a), as_percent(b), rounded);
}

Fit fit_money(const Money& a, const Money& b, const Comparison& comparison) {
  if (!a.currency.empty() && !b.currency.empty() && a.currency != b.currency) return Fit::unknown;
  const bool bare = comparison.bare && (a.per.empty() || b.per.empty());
  if (a.per != b.per && !bare) return Fit::unknown;
  return fit_amounts(a.amount, b.amount, comparison);
}

Fit fit_measures(const Measure& a, const Measure& b, const Comparison& comparison, const Rulebook& rulebook) {
  if (a.base_unit.empty() || b.base_unit.empty()) {
    return a.unit == b.unit ? fit_amounts(a.amount, b.amount, comparison) : Fit::unknown;
  }
  if (a.base_unit != b.base_unit) return Fit::unknown;
  const UnitEntry* left = rulebook.unit(a.unit);
  const UnitEntry* right = rulebook.unit(b.unit);
  if (left && right && (!left->offset.is_zero() || !right->offset.is_zero())) {
    const bool same = a.unit == b.unit;
    return intersect(reach_on_scale(a, *left, same, comparison), reach_on_scale(b, *right, same, comparison))
               ? Fit::agree
               : Fit::conflict;
  }
  if (left && right && a.unit != b.unit && a.amount == b.amount && are_of_one_size(*left, *right))
    return Fit::agree;
  return fit_converted(a.amount, base_of(a), b.amount, base_of(b), a.unit == b.unit, comparison);
}

Fit fit_durations(const Duration& a, const Duration& b, const Comparison& comparison) {
  return fit_converted(a.amount, a.seconds, b.amount, b.seconds, a.unit == b.unit, comparison);
}

Fit fit_ages(const Age& a, const Age& b, const Comparison& comparison) {
  if (a.unit != b.unit) return Fit::unknown;
  return fit_amounts(a.amount, b.amount, comparison);
}

}  // namespace crosscheck
