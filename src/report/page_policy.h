// For the head of a page: allows one style or script by what it holds, so that nothing else can run.
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace crosscheck {

// "sha256-…" of the bytes between the tags.
std::string policy_hash(absl::string_view bytes);

}  // namespace crosscheck
