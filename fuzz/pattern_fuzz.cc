// Any text is a pattern or an error with a place in it; never a crash.
#include <cstdint>
#include <cstdlib>

#include "rules/pattern.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const absl::string_view source(reinterpret_cast<const char*>(data), size);
  crosscheck::PatternError error;
  const auto pattern = crosscheck::parse_pattern(source, size % 2 ? "fr" : "", &error);
  if (!pattern && error.what.empty()) std::abort();
  return 0;
}
