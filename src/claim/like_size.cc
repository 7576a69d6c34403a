#include "claim/like_size.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr int kTimes = 100;  // that one may be of the other

}  // namespace

bool of_like_size(const Value& a, const Value& b) {
  const Interval* x = amount_of(a);
  const Interval* y = amount_of(b);
  if (!x || !y) return false;
  const auto left = x->low ? x->low : x->high, right = y->low ? y->low : y->high;
  if (!left || !right) return true;
  const auto reach = multiply(std::min(*left, *right), Decimal(kTimes));
  return !reach || std::max(*left, *right) <= *reach;
}

}  // namespace crosscheck
