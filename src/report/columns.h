// Lines of text for a terminal: how wide they are, wrapped, and set side by side.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace crosscheck {

// Marks inside text that take no room; a terminal that shows colour turns them into bold, others drop or
// replace them. They are private-use characters, which plain() takes out of articles.
inline constexpr absl::string_view kStrongBegin = "\xEE\x80\x80";  // U+E000
inline constexpr absl::string_view kStrongEnd = "\xEE\x80\x81";    // U+E001

// Text of an article for a terminal: one line, nothing in it is obeyed.
std::string plain(absl::string_view text);

// Columns that well-formed text takes: wide characters two, combining and the marks above none.
int display_width(absl::string_view text);

// Breaks at blanks so that no line is wider than `width`; a longer word is cut. At least one line.
std::vector<std::string> wrap(absl::string_view text, int width);

// Ends what is strong at each line's end and begins it again on the next, so that neither a margin nor a
// neighbour gets it.
void balance_strong(std::vector<std::string>* lines);

// The blocks beside each other with " | " between them, each padded to `width` columns.
std::vector<std::string> beside(const std::vector<std::vector<std::string>>& blocks, int width);

}  // namespace crosscheck
