// Amounts: numbers with what stands around them, read in one pass over an article: sign, currency, scale,
// unit, bounds and approximations, ranges. "plus de 10 milliards de dollars", "entre 40 et 50 %", "de 22 mois
// à 3 ans", "environ deux heures et demie". Each recognizer takes the amounts of its unit from here; none
// parses numbers by itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mention/numbers.h"

namespace crosscheck {

enum class UnitKind : uint8_t { none, percent, currency, cent, measure, duration };

struct Amount {
  uint32_t first = 0;  // tokens [first, last) of the whole expression with bound, currency and unit
  uint32_t last = 0;
  uint32_t number_first = 0;  // tokens of the figures alone: "40 et 50" of "entre 40 et 50 %"
  uint32_t number_last = 0;
  // In `unit`s as told, half units added: [2.5, 2.5] for "deux heures et demie". Forms of bounds and ranges
  // are set.
  Interval value;
  UnitKind unit_kind = UnitKind::none;
  std::string
      unit;  // symbol of the data: "percent", "EUR", "kilometer-per-hour", "hour"; empty when there is none
  std::string unit_high;  // of the upper end of a range when it is another one: "year" of "22 mois à 3 ans"
  std::string per;        // "share", "year" of money; else empty
  bool article = false;   // the figure is a lone "un", "a"
  bool digits = false;
  bool spelled = false;
  bool grouped = false;
  bool bounded = false;  // told with a bound, an approximation or a range
  bool signed_ = false;  // told with + or -
  std::vector<std::string> steps;
};

// All amounts of the sentences and titles, in order, not overlapping. Amounts of durations are among them
// ("une heure" with article set), as are bare figures; figures that are none (false_number, names, versions)
// are not. Linear in the text.
std::vector<Amount> read_amounts(const Annotated& text);

}  // namespace crosscheck
