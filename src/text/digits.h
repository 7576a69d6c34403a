// Digits of any script, and signs that stand for a fraction.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"

namespace crosscheck {

// The same figures in ASCII: "١٢" is "12". Text that holds anything but decimal digits gives an empty string.
std::string ascii_digits(absl::string_view text);

// Numerator and denominator of "½", "¾", "⅔".
std::optional<std::pair<int, int>> vulgar_fraction(absl::string_view sign);

}  // namespace crosscheck
