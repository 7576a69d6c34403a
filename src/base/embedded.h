// Files that are compiled into the program by cmake/embed.cmake, YAML among them parsed already.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace crosscheck {

struct EmbeddedFile {
  absl::string_view path;  // relative to the root given to crosscheck_embed(): "words/en.yaml"
  absl::string_view bytes;
  absl::string_view image;  // of YAML: YamlFile::image(); aligned to 8 bytes
};

// Many files as one piece of memory, and the way back, for a program built with this very code. `packed`,
// aligned to 8 bytes, must outlive the views.
std::string pack(const std::vector<EmbeddedFile>& files);
std::vector<EmbeddedFile> unpack(absl::string_view packed);

}  // namespace crosscheck
