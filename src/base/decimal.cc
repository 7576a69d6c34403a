#include "crosscheck/decimal.h"

#include <algorithm>
#include <limits>

namespace crosscheck {
namespace {

using absl::int128;

// Ten to the 38th fits in 127 bits; the coefficient stays below it.
constexpr int kDigits = 38;

int128 power_of_ten(int exponent) {
  int128 result = 1;
  for (int i = 0; i < exponent; ++i) result *= 10;
  return result;
}

const int128 kLimit = power_of_ten(kDigits);

int128 magnitude(int128 value) { return value < 0 ? -value : value; }

// Whether plain machine arithmetic will do: nearly all amounts that are told.
bool is_small(int128 value) {
  return value < int128(std::numeric_limits<int64_t>::max()) &&
         value > int128(std::numeric_limits<int64_t>::min());
}

int count_digits(int128 value) {
  int digits = 0;
  value = magnitude(value);
  if (is_small(value)) {
    for (auto rest = static_cast<uint64_t>(value); rest != 0; rest /= 10) ++digits;
  } else {
    for (; value != 0; value /= 10) ++digits;
  }
  return std::max(digits, 1);
}

std::optional<int128> scaled(int128 value, int exponent) {
  if (value == 0) return int128(0);
  if (exponent < 0 || count_digits(value) + exponent > kDigits) return std::nullopt;
  return value * power_of_ten(exponent);
}

std::optional<int128> product(int128 a, int128 b) {
  if (a == 0 || b == 0) return int128(0);
  if (is_small(a) && is_small(b)) return a * b;  // below 2^126; the limit is above 10^37
  if (magnitude(a) > kLimit / magnitude(b)) return std::nullopt;
  return a * b;
}

}  // namespace

Decimal::Decimal(absl::int128 coefficient, int exponent) : coefficient_(coefficient), exponent_(exponent) {
  if (is_small(coefficient_)) {
    auto rest = static_cast<int64_t>(coefficient_);
    for (; rest != 0 && rest % 10 == 0; ++exponent_) rest /= 10;
    coefficient_ = rest;
  }
  while (coefficient_ != 0 && coefficient_ % 10 == 0) {
    coefficient_ /= 10;
    ++exponent_;
  }
  if (coefficient_ == 0) exponent_ = 0;
}

std::optional<Decimal> Decimal::parse(absl::string_view text) {
  size_t at = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) ++at;
  int128 coefficient = 0;
  int exponent = 0, digits = 0;
  bool point = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      if (coefficient >= kLimit / 10) return std::nullopt;
      coefficient = coefficient * 10 + (c - '0');
      ++digits;
      if (point) --exponent;
    } else {
      break;
    }
  }
  if (digits == 0) return std::nullopt;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    const bool down = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    int value = 0;
    const size_t first = at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && value < 1000; ++at) {
      value = value * 10 + (text[at] - '0');
    }
    if (at == first || value > 300) return std::nullopt;
    exponent += down ? -value : value;
  }
  if (at != text.size()) return std::nullopt;
  return Decimal(negative ? -coefficient : coefficient, exponent);
}

int Decimal::significant_digits() const { return coefficient_ == 0 ? 1 : count_digits(coefficient_); }

std::string Decimal::to_string() const {
  std::string digits;
  for (int128 rest = magnitude(coefficient_); rest != 0; rest /= 10) {
    digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
  }
  if (digits.empty()) digits = "0";
  std::reverse(digits.begin(), digits.end());
  if (exponent_ > 0) digits.append(static_cast<size_t>(exponent_), '0');
  if (exponent_ < 0) {
    const auto places = static_cast<size_t>(-exponent_);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, ".");
  }
  return negative() ? "-" + digits : digits;
}

double Decimal::approximate() const {
  double value = static_cast<double>(coefficient_);
  for (int i = 0; i < exponent_; ++i) value *= 10;
  for (int i = 0; i > exponent_; --i) value /= 10;
  return value;
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  if (a.is_zero()) return b;
  if (b.is_zero()) return a;
  const int exponent = std::min(a.exponent_, b.exponent_);
  const auto x = scaled(a.coefficient_, a.exponent_ - exponent);
  const auto y = scaled(b.coefficient_, b.exponent_ - exponent);
  if (!x || !y) return std::nullopt;
  const int128 sum = *x + *y;  // two values below 10^38 cannot overflow 127 bits
  if (magnitude(sum) >= kLimit) return std::nullopt;
  return Decimal(sum, exponent);
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  const auto result = product(a.coefficient_, b.coefficient_);
  if (!result) return std::nullopt;
  return Decimal(*result, a.exponent_ + b.exponent_);
}

std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int digits) {
  if (b.is_zero()) return std::nullopt;
  // a / b = (ac / bc) * 10^(ae - be), wanted with `digits` places: scale the numerator, or the divisor, to a
  // whole quotient.
  const int shift = a.exponent_ - b.exponent_ + digits;
  std::optional<int128> numerator = a.coefficient_, divisor = b.coefficient_;
  if (shift >= 0) {
    numerator = scaled(*numerator, shift);
  } else {
    divisor = scaled(*divisor, -shift);
  }
  if (!numerator || !divisor) return std::nullopt;
  const int128 top = magnitude(*numerator), bottom = magnitude(*divisor);
  int128 quotient = top / bottom;
  const int128 rest = top % bottom;
  if (rest >= bottom - rest) ++quotient;
  const bool negative = (*numerator < 0) != (*divisor < 0);
  return Decimal(negative ? -quotient : quotient, -digits);
}

bool operator<(const Decimal& a, const Decimal& b) {
  if (a.negative() != b.negative()) return a.negative();
  if (a.is_zero() || b.is_zero()) return a.is_zero() ? (!b.is_zero() && !b.negative()) : a.negative();
  if (a.exponent_ == b.exponent_) return a.coefficient_ < b.coefficient_;
  // Same sign: the one with more digits before the point is larger in size; else the scaled coefficients
  // decide.
  const int a_digits = count_digits(a.coefficient_) + a.exponent_;
  const int b_digits = count_digits(b.coefficient_) + b.exponent_;
  if (a_digits != b_digits) return (a_digits < b_digits) != a.negative();
  const int exponent = std::min(a.exponent_, b.exponent_);
  // Equal leading positions: neither side needs more than 38 digits unless one has over 38 significant ones,
  // which it cannot.
  const int128 x = a.coefficient_ * power_of_ten(std::min(a.exponent_ - exponent, kDigits - 1));
  const int128 y = b.coefficient_ * power_of_ten(std::min(b.exponent_ - exponent, kDigits - 1));
  return x < y;
}

}  // namespace crosscheck
