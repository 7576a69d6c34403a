#include "text/look_alike.h"

#include <unicode/uspoof.h>

#include <optional>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace crosscheck {
namespace {

constexpr size_t kLongest = 200;        // bytes of a text that is looked at
constexpr size_t kKnownMost = 1 << 14;  // names kept by a thread; then it begins anew

std::string find_skeleton(absl::string_view text) {
  // Opened once: the tables are shared and immutable.
  static USpoofChecker* const checker = [] {
    UErrorCode status = U_ZERO_ERROR;
    return uspoof_open(&status);
  }();
  if (!checker || text.size() > kLongest) return std::string(text);
  char buffer[1024];
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = uspoof_getSkeletonUTF8(checker, 0, text.data(), static_cast<int32_t>(text.size()),
                                              buffer, sizeof buffer, &status);
  if (U_FAILURE(status) || size < 0 || size >= static_cast<int32_t>(sizeof buffer)) return std::string(text);
  return std::string(buffer, static_cast<size_t>(size));
}

// ASCII signs look alike one by one, whatever stands beside them; nullopt for other text.
std::optional<std::string> ascii_skeleton(absl::string_view text) {
  static const std::vector<std::string>& table = *[] {
    auto* const out = new std::vector<std::string>;
    for (char c = 0; c >= 0 && c < 0x7F; ++c) out->push_back(find_skeleton({&c, 1}));
    return out;
  }();
  if (text.size() > kLongest) return std::nullopt;
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= table.size()) return std::nullopt;
    out += table[byte];
  }
  return out;
}

}  // namespace

std::string look_alike_skeleton(absl::string_view text) {
  if (const std::optional<std::string> plain = ascii_skeleton(text)) return *plain;
  // The names of a dossier come again and again.
  thread_local absl::flat_hash_map<std::string, std::string> known;
  const auto found = known.find(text);
  if (found != known.end()) return found->second;
  if (known.size() >= kKnownMost) known.clear();
  return known[std::string(text)] = find_skeleton(text);
}

}  // namespace crosscheck
