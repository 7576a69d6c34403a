// Files that are compiled into the program by cmake/embed.cmake.
#pragma once

#include "absl/strings/string_view.h"

namespace crosscheck {

struct EmbeddedFile {
  absl::string_view path;  // relative to the root given to crosscheck_embed(): "words/en.yaml"
  absl::string_view bytes;
};

}  // namespace crosscheck
