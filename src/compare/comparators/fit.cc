#include "compare/comparators/fit.h"

#include "text/tokens.h"

namespace crosscheck {
namespace {

template <typename T>
bool both(const Value& a, const Value& b) {
  return std::holds_alternative<T>(a) && std::holds_alternative<T>(b);
}

Fit fit_if(bool same) { return same ? Fit::agree : Fit::conflict; }

}  // namespace

bool is_share(const Value& value) {
  return std::holds_alternative<Percent>(value) || std::holds_alternative<Ratio>(value);
}

bool is_vague(const Value& value) {
  const Interval* amount = amount_of(value);
  return amount && amount->form == Form::vague;
}

Fit fit(const Value& a, const Value& b, const Comparison& comparison, const Rulebook& rulebook) {
  if (both<Count>(a, b)) return fit_amounts(std::get<Count>(a).amount, std::get<Count>(b).amount, comparison);
  if (is_share(a) && is_share(b)) return fit_shares(a, b, comparison);
  if (both<Money>(a, b)) return fit_money(std::get<Money>(a), std::get<Money>(b), comparison);
  if (both<Measure>(a, b))
    return fit_measures(std::get<Measure>(a), std::get<Measure>(b), comparison, rulebook);
  if (both<Duration>(a, b)) return fit_durations(std::get<Duration>(a), std::get<Duration>(b), comparison);
  if (both<Age>(a, b)) return fit_ages(std::get<Age>(a), std::get<Age>(b), comparison);
  if (both<Date>(a, b)) return fit_dates(std::get<Date>(a), std::get<Date>(b), comparison);
  if (both<ClockTime>(a, b)) return fit_times(std::get<ClockTime>(a), std::get<ClockTime>(b));
  if (both<Role>(a, b)) return fit_roles(std::get<Role>(a), std::get<Role>(b), rulebook);
  if (both<State>(a, b)) return fit_states(std::get<State>(a), std::get<State>(b));
  if (both<Ordinal>(a, b)) return fit_if(std::get<Ordinal>(a).value == std::get<Ordinal>(b).value);
  if (both<EntityName>(a, b)) return fit_names(std::get<EntityName>(a), std::get<EntityName>(b), rulebook);
  return Fit::unknown;
}

}  // namespace crosscheck
