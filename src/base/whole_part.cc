#include "base/whole_part.h"

#include <limits>

namespace crosscheck {

std::optional<int64_t> whole_part(const Decimal& number) {
  constexpr int64_t kMost = std::numeric_limits<int64_t>::max();
  absl::int128 value = number.coefficient();
  for (int places = number.exponent(); places < 0 && value != 0; ++places) value /= 10;
  for (int zeros = number.exponent(); zeros > 0; --zeros) {
    if (value > kMost || value < -kMost) return std::nullopt;
    value *= 10;
  }
  return value > kMost || value < -kMost ? std::nullopt : std::optional(static_cast<int64_t>(value));
}

}  // namespace crosscheck
