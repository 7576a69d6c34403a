// Figures in digits, with groups and decimals as the article writes them: "7 500", "1.234.567", "3,5".
#pragma once

#include <optional>
#include <string>

#include "crosscheck/decimal.h"
#include "rules/annotate.h"

namespace crosscheck {

// How this article writes numbers, where its language leaves a doubt.
struct NumberHabit {
  bool comma_groups = false;  // "1,234,567" was seen
  bool point_groups = false;  // "1.234.567" was seen
};
NumberHabit number_habit(const Annotated& text);

struct DigitNumber {
  uint32_t last = 0;  // one past its last token
  Decimal value;
  bool grouped = false;
  bool decimals = false;
};

// The figure whose digits start at `token` and end before `limit`. nullopt when it is part of a name, a
// version, a clock time, a chain of figures ("TF1", "GPT-4", "4.0.1", "12:42:17", "01 42 33 44 55").
std::optional<DigitNumber> read_digits(const Annotated& text, const NumberHabit& habit, uint32_t token,
                                       uint32_t limit);

// Whether a name or code holds the digits at `token`: "TF1", "GPT-4", "F-16", "#10".
bool digits_in_name(const Annotated& text, uint32_t token);

}  // namespace crosscheck
