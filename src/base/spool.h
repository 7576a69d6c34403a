// A text that is written piece by piece and read once: what grows too large for memory goes to a file without
// a name.
#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "base/disk.h"

namespace crosscheck {

class Spool {
 public:
  void add(absl::string_view text);
  // Hands over all that was added; false when the file could not be written or read, as on a full disk.
  bool copy(const Put& put);

 private:
  struct Close {
    void operator()(FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<FILE, Close> file_;
  std::string buffer_;  // what stands behind the file's end
  bool failed_ = false;
};

}  // namespace crosscheck
