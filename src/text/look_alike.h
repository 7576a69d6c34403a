// Letters that look alike: "OpenAl" with a small L for a capital I.
#pragma once

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace crosscheck {

// Two texts that a reader takes for each other have one skeleton (Unicode Technical Standard 39, "confusable
// detection").
std::string look_alike_skeleton(absl::string_view text);
// The same as a number: equal numbers are taken as equal skeletons.
uint64_t look_alike_key(absl::string_view text);

}  // namespace crosscheck
