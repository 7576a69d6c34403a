// An exact decimal number: coefficient * 10^exponent. Amounts are read, compared and printed without binary
// rounding. Not for sums of unbounded length: the coefficient holds 38 digits and operations say when a
// result does not fit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "absl/numeric/int128.h"
#include "absl/strings/string_view.h"

namespace crosscheck {

class Decimal {
 public:
  Decimal() = default;
  Decimal(int64_t value) : coefficient_(value) {  // NOLINT: an integer is a decimal
    if (value != 0 && value % 10 == 0) *this = Decimal(absl::int128(value), 0);
  }
  // Normalizes: no trailing zeros in the coefficient, exponent 0 for zero.
  Decimal(absl::int128 coefficient, int exponent);

  // Accepts "-12", "3.75", "1e6", ".5"; a point is the decimal sign. nullopt when anything else stands there
  // or the digits do not fit.
  static std::optional<Decimal> parse(absl::string_view text);

  absl::int128 coefficient() const { return coefficient_; }
  int exponent() const { return exponent_; }
  bool is_integer() const { return exponent_ >= 0; }
  bool is_zero() const { return coefficient_ == 0; }
  bool negative() const { return coefficient_ < 0; }
  // How many digits the coefficient has: 3 for 7.25 and for 725000, 1 for 0.
  int significant_digits() const;

  // Plain notation as JSON wants it: "750", "-3.1", "10000000000". Never an exponent.
  std::string to_string() const;
  // For hashing into axes, sorting by size in a plot and the like; never for a verdict.
  double approximate() const;

  // nullopt when the exact result does not fit.
  friend std::optional<Decimal> add(const Decimal& a, const Decimal& b);
  friend std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
  // Rounded half up to `digits` places after the point; nullopt for a zero divisor or a result that does not
  // fit.
  friend std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int digits);

  Decimal operator-() const { return Decimal(-coefficient_, exponent_); }
  friend bool operator==(const Decimal& a, const Decimal& b) = default;
  // Exact for any two decimals, also where their difference would not fit.
  friend bool operator<(const Decimal& a, const Decimal& b);
  friend bool operator>(const Decimal& a, const Decimal& b) { return b < a; }
  friend bool operator<=(const Decimal& a, const Decimal& b) { return !(b < a); }
  friend bool operator>=(const Decimal& a, const Decimal& b) { return !(a < b); }

 private:
  absl::int128 coefficient_ = 0;
  int exponent_ = 0;
};

std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int digits);

}  // namespace crosscheck
