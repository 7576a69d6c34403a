// Words that differ by one slip of a letter: one more, one less, another one, two swapped.
#pragma once

#include "absl/strings/string_view.h"

namespace crosscheck {

// Words in small letters without accents; digits must be the same.
bool is_near_spelling(absl::string_view a, absl::string_view b);

}  // namespace crosscheck
