// Writes texts so that YAML reads them back as they were, whatever they hold.
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace crosscheck {

// Plain where it is a simple word or an ISO day ("real_conflict", "2026-11-26"), else in double quotes.
// Control characters and those that turn the direction of a line are written as escapes, so that a reviewer
// sees what stands there. Bytes that are no UTF-8 become U+FFFD. Always one line.
std::string yaml_text(absl::string_view text);

// Whether yaml_text() leaves it without quotes.
bool is_plain_yaml(absl::string_view text);

// The same, always in double quotes.
std::string yaml_quoted(absl::string_view text);

}  // namespace crosscheck
