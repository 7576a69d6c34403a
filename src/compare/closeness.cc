#include "compare/closeness.h"

#include <algorithm>
#include <optional>

#include "compare/figures.h"

namespace crosscheck {
namespace {

constexpr int kSlip = 25;  // of two figures of the same digits
constexpr int kLongSlip = 45;

}  // namespace

int closeness(const Claim& a, const Claim& b) {
  const std::optional<Decimal> left = size_of(a), right = size_of(b);
  if (!left || !right || left->negative() || right->negative()) return 0;
  const Decimal low = std::min(*left, *right), high = std::max(*left, *right);
  if (is_long_slip(a, b)) return kLongSlip;
  if (is_slip(a, b)) return kSlip;
  const auto within = [&](int tenths) {
    const auto reach = multiply(low, Decimal(tenths, -1));
    return reach && high <= *reach;
  };
  return within(13) ? kClose : within(20) ? kNear : within(50) ? -5 : -20;
}

}  // namespace crosscheck
