#include "text/look_alike.h"

#include <unicode/uspoof.h>

#include <memory>

namespace crosscheck {

std::string look_alike_skeleton(absl::string_view text) {
  // Opened once: the tables are shared and immutable.
  static USpoofChecker* const checker = [] {
    UErrorCode status = U_ZERO_ERROR;
    return uspoof_open(&status);
  }();
  if (!checker || text.size() > 200) return std::string(text);
  char buffer[1024];
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = uspoof_getSkeletonUTF8(checker, 0, text.data(), static_cast<int32_t>(text.size()),
                                              buffer, sizeof buffer, &status);
  if (U_FAILURE(status) || size < 0 || size >= static_cast<int32_t>(sizeof buffer)) return std::string(text);
  return std::string(buffer, static_cast<size_t>(size));
}

}  // namespace crosscheck
