#include "text/look_alike.h"

#include <unicode/uspoof.h>

#include "absl/container/flat_hash_map.h"

namespace crosscheck {
namespace {

constexpr size_t kKnownMost = 1 << 14;  // names kept by a thread; then it begins anew

std::string find_skeleton(absl::string_view text) {
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

}  // namespace

std::string look_alike_skeleton(absl::string_view text) {
  // The names of a dossier come again and again.
  thread_local absl::flat_hash_map<std::string, std::string> known;
  const auto found = known.find(text);
  if (found != known.end()) return found->second;
  if (known.size() >= kKnownMost) known.clear();
  return known[std::string(text)] = find_skeleton(text);
}

}  // namespace crosscheck
