#include "text/look_alike.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <array>
#include <cstring>

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

// The skeleton of one Latin letter or ASCII sign.
struct SignSkeleton {
  static constexpr size_t kMost = 7;
  char text[kMost];
  uint8_t size;  // 0: it is longer
};

// ASCII signs and the letters of Latin script look alike one by one, whatever stands beside them.
constexpr size_t kSigns = 0x250;
const std::array<SignSkeleton, kSigns>& skeletons_of_signs() {
  static const std::array<SignSkeleton, kSigns>& table = *[] {
    auto* const out = new std::array<SignSkeleton, kSigns>{};
    for (size_t sign = 1; sign < kSigns; ++sign) {
      const auto code = static_cast<UChar32>(sign);
      if (code == 0x7F || (code > 0x7F && !u_isalpha(code))) continue;
      std::string letter;
      icu::UnicodeString(code).toUTF8String(letter);
      const std::string skeleton = find_skeleton(letter);
      SignSkeleton& entry = (*out)[sign];
      if (skeleton.size() > SignSkeleton::kMost) continue;
      entry.size = static_cast<uint8_t>(skeleton.size());
      std::copy(skeleton.begin(), skeleton.end(), entry.text);
    }
    return out;
  }();
  return table;
}

// The skeleton of a text of such signs, put together. nullopt for other text.
class PlainSkeleton {
 public:
  explicit PlainSkeleton(absl::string_view text) {
    if (text.size() > kLongest) return;
    const std::array<SignSkeleton, kSigns>& table = skeletons_of_signs();
    char* end = buffer_;
    for (size_t at = 0; at < text.size(); ++at) {
      size_t sign = static_cast<unsigned char>(text[at]);
      if (sign >= 0x80) {
        // Of two bytes, well-formed and below kSigns.
        if (sign < 0xC2 || sign > 0xC9 || at + 1 == text.size()) return;
        const auto second = static_cast<unsigned char>(text[++at]);
        if ((second & 0xC0) != 0x80) return;
        sign = (sign & 0x1F) << 6 | (second & 0x3F);
      }
      if (sign >= kSigns || table[sign].size == 0) return;
      std::memcpy(end, table[sign].text, SignSkeleton::kMost);  // all of it, as that is few instructions
      end += table[sign].size;
    }
    size_ = static_cast<size_t>(end - buffer_);
    known_ = true;
  }
  bool known() const { return known_; }
  absl::string_view text() const { return {buffer_, size_}; }

 private:
  char buffer_[(kLongest + 1) * SignSkeleton::kMost];
  size_t size_ = 0;
  bool known_ = false;
};

}  // namespace

std::string look_alike_skeleton(absl::string_view text) {
  if (const PlainSkeleton plain(text); plain.known()) return std::string(plain.text());
  // The names of a dossier come again and again.
  thread_local absl::flat_hash_map<std::string, std::string> known;
  const auto found = known.find(text);
  if (found != known.end()) return found->second;
  if (known.size() >= kKnownMost) known.clear();
  return known[std::string(text)] = find_skeleton(text);
}

uint64_t look_alike_key(absl::string_view text) {
  const PlainSkeleton plain(text);
  return hash_folded(plain.known() ? plain.text() : absl::string_view(look_alike_skeleton(text)));
}

}  // namespace crosscheck
