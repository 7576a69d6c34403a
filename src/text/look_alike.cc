#include "text/look_alike.h"

#include <unicode/uspoof.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "absl/container/flat_hash_map.h"
#include "text/tokens.h"

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

// The skeleton of one ASCII sign: one or two of them.
struct SignSkeleton {
  char text[4];
  uint8_t size;
};

// ASCII signs look alike one by one, whatever stands beside them; nullopt for other text.
std::optional<std::string> ascii_skeleton(absl::string_view text) {
  constexpr size_t kSigns = 0x7F;
  static const std::array<SignSkeleton, kSigns>& table = *[] {
    auto* const out = new std::array<SignSkeleton, kSigns>;
    for (size_t sign = 0; sign < kSigns; ++sign) {
      const char c = static_cast<char>(sign);
      const std::string skeleton = find_skeleton({&c, 1});
      SignSkeleton& entry = (*out)[sign];
      entry.size = static_cast<uint8_t>(std::min(skeleton.size(), sizeof entry.text));
      std::copy_n(skeleton.data(), entry.size, entry.text);
    }
    return out;
  }();
  if (text.size() > kLongest) return std::nullopt;
  char buffer[(kLongest + 1) * sizeof SignSkeleton::text];
  char* end = buffer;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= kSigns) return std::nullopt;
    const SignSkeleton& entry = table[byte];
    std::memcpy(end, entry.text, sizeof entry.text);  // all of it, as that is one instruction
    end += entry.size;
  }
  return std::string(buffer, static_cast<size_t>(end - buffer));
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

uint64_t look_alike_key(absl::string_view text) {
  struct Known {
    uint64_t text = 0, key = 0;
  };
  constexpr size_t kSlots = 1024;
  thread_local std::array<Known, kSlots> known;
  const uint64_t hash = hash_folded(text);
  Known& slot = known[hash % kSlots];
  if (slot.text != hash || slot.key == 0) slot = {hash, hash_folded(look_alike_skeleton(text))};
  return slot.key;
}

}  // namespace crosscheck
