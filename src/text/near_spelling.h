// Words that differ by one slip of a letter: one more, one less, another one, two swapped.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace crosscheck {

// Words in small letters without accents; digits must be the same.
bool is_near_spelling(absl::string_view a, absl::string_view b);

// The word itself and all that is left when one letter is dropped, in order and apart. Two near spellings
// have one of these in common, so that candidates are found without comparing each with each.
std::vector<std::string> without_one_letter(absl::string_view word);

}  // namespace crosscheck
