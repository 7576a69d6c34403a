// Roman numerals: ranks of centuries, kings and the like.
#pragma once

#include "absl/strings/string_view.h"

namespace crosscheck {

// How many letters at the start of `word` are digits of a Roman numeral below 90.
size_t roman_length(absl::string_view word);
// Its value; 0 when `letters` is none.
int roman_value(absl::string_view letters);

}  // namespace crosscheck
