// Text of articles made safe for each place where a report shows it. Nothing of an article is ever markup, a
// command of the terminal, or a mention of somebody in a comment.
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace crosscheck {

// Each byte that is part of no well-formed character becomes U+FFFD.
std::string mend_utf8(absl::string_view text);

// One line of well-formed UTF-8: white space folded, control characters shown as pictures.
std::string one_line(absl::string_view text);

// For element content and for attribute values in double quotes. Control characters are shown as pictures.
std::string escape_html(absl::string_view text);

// For running text and table cells of GitHub's Markdown, on one line: no markup, no link, no @mention, no
// #reference.
std::string escape_markdown(absl::string_view text);

}  // namespace crosscheck
