// A wish of an article: that a rule make no contradiction with what the article tells.
#pragma once

#include <cstdint>
#include <string>

namespace crosscheck {

struct Ignore {
  std::string rule;
  std::string reason;
  std::string path;  // where it is asked for: the article itself, or documents.yml
  int line = 0;
  int column = 0;
  uint32_t document = 0;  // index in Report::documents
};

}  // namespace crosscheck
