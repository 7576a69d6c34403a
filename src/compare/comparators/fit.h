// When two values can stand side by side. One comparator a kind of value, each in its own file, listed in
// fit.cc.
#pragma once

#include "crosscheck/value.h"
#include "rules/rule.h"
#include "rules/rulebook.h"

namespace crosscheck {

enum class Fit {
  agree,     // a reader is told one thing
  conflict,  // a reader is told two things, if both speak of the same fact
  unknown,   // cannot be compared: other unit, unresolved date, …
};

// Whether it is a percentage or a fraction: the two are compared with each other.
bool is_share(const Value& value);
// "many", "dozens of": any of many values.
bool is_vague(const Value& value);

// `a` and `b` may be of any kinds; values of kinds that do not compare are unknown.
Fit fit(const Value& a, const Value& b, const Comparison& comparison, const Rulebook& rulebook);

// The interval of values that a reader takes an amount for: 10 % around "about", up to 1.25 N for "more than
// N". A side without end is nullopt.
struct Reach {
  std::optional<Decimal> low;
  std::optional<Decimal> high;
};
Reach reach_of(const Interval& amount, const Comparison& comparison);

Fit fit_amounts(const Interval& a, const Interval& b, const Comparison& comparison);
Fit fit_shares(const Value& a, const Value& b, const Comparison& comparison);
Fit fit_money(const Money& a, const Money& b, const Comparison& comparison);
Fit fit_measures(const Measure& a, const Measure& b, const Comparison& comparison, const Rulebook& rulebook);
Fit fit_durations(const Duration& a, const Duration& b, const Comparison& comparison);
Fit fit_ages(const Age& a, const Age& b, const Comparison& comparison);
Fit fit_dates(const Date& a, const Date& b, const Comparison& comparison);
Fit fit_times(const ClockTime& a, const ClockTime& b);
Fit fit_states(const State& a, const State& b);
Fit fit_names(const EntityName& a, const EntityName& b, const Rulebook& rulebook);
Fit fit_roles(const Role& a, const Role& b, const Rulebook& rulebook);
// The post of which nobody holds two branches, where `a` and `b` stand in two of them; null for all others.
const RoleEntry* rival_post(const Role& a, const Role& b, const Rulebook& rulebook);

}  // namespace crosscheck
