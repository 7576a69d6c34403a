// Reads one number where it stands, in digits or in words, exact: "7 500", "1,28 million", "3 1/2",
// "quatre-vingt-dix-sept", "a million and a half", "deux virgule cinq", "une cinquantaine", "hundreds". No
// bounds, units, currency or ranges: those are amounts.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crosscheck/value.h"
#include "mention/digit_numbers.h"
#include "rules/annotate.h"

namespace crosscheck {

struct Number {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  Interval value;        // exact; about for "une cinquantaine"; vague for "des milliers", "several"
  bool digits = false;   // written in digits, at least in part
  bool spelled = false;  // written in words, at least in part
  bool grouped = false;  // "7 500": surely no year
  bool article = false;  // a lone "un", "une", "one": a number only beside a unit or a bound
  bool ordinal = false;  // a rank: "vingt et unième", "third"
  // The scale that ended it and what stood before: 1.3 and 1000000000 of "1,3 milliard"; both ends of a range
  // may share it.
  Decimal mantissa;
  Decimal scale = 1;
  std::vector<std::string> steps;

  bool scaled() const { return !(scale == Decimal(1)); }
  // The figure itself: low of the interval.
  Decimal figure() const { return value.low.value_or(Decimal(0)); }
};

// The longest number that starts at `token` and ends at or before `limit`. nullopt when none does: also for
// figures inside names, versions, phone numbers ("TF1", "GPT-4", "4.0.1").
// `money`: a currency is told before, so that "m" is a million.
std::optional<Number> read_number(const Annotated& text, const NumberHabit& habit, uint32_t token,
                                  uint32_t limit, bool money = false);

// The same for a rank told in words: "deuxième", "twenty-first", "two hundredth". nullopt for all others.
std::optional<Number> read_ordinal_words(const Annotated& text, uint32_t token, uint32_t limit);

}  // namespace crosscheck
