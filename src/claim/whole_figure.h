// A small whole number as it stands in the text, also where it is no amount: the two of "9-4" or "eleven to
// four".
#pragma once

#include <cstdint>
#include <optional>

#include "claim/context.h"
#include "crosscheck/decimal.h"

namespace crosscheck {

struct WholeFigure {
  Decimal value;
  uint32_t last = 0;  // one past its last token
};

// Below a thousand, in digits or words, from token `at` on; no part of a larger one ("4.5", "1,200").
std::optional<WholeFigure> figure_told(const ClaimContext& context, uint32_t at, uint32_t limit);

}  // namespace crosscheck
