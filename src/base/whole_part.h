// Decimals as machine integers, for counting with units of time and words of numbers.
#pragma once

#include <cstdint>
#include <optional>

#include "crosscheck/decimal.h"

namespace crosscheck {

// The digits before the point: 2 for 2.75, -2 for -2.75; nullopt when they do not fit.
std::optional<int64_t> whole_part(const Decimal& number);

}  // namespace crosscheck
