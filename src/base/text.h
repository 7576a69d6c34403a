// Small helpers on UTF-8 that need no Unicode data.
#pragma once

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace crosscheck {

// Whether the bytes are well-formed UTF-8: no overlong form, no half of a surrogate pair.
bool is_utf8(absl::string_view bytes);
// Bytes of the character that the text begins with; 0 when it is ill-formed. Not of the empty text.
size_t character_length(absl::string_view text);

// Code points in well-formed UTF-8.
int count_code_points(absl::string_view text);

// Control characters other than a line end become visible pictures (ESC -> "␛"), so that a terminal cannot
// obey them. C1 controls, bidirectional overrides and the like too.
std::string show_controls(absl::string_view text);

// The word of `known` that is nearest to `word`, when it is near enough to be a slip of the fingers; else
// empty.
absl::string_view nearest_word(absl::string_view word, const absl::string_view* known, size_t count);

}  // namespace crosscheck
