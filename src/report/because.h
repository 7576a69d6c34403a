// Why claims were not set against each other, in the language of a report. The stages give their reasons in
// English, as `explain` prints them; the files of words have each as a pattern with slots: "one counts {a},
// the other {b}".
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "report/words.h"

namespace crosscheck {

// The reason as it is when no pattern is like it.
std::string because(const Words& words, absl::string_view reason);

}  // namespace crosscheck
