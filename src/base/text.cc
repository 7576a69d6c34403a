#include "base/text.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "absl/strings/str_format.h"
#include "base/many_bytes.h"

namespace crosscheck {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

void append_utf8(uint32_t c, std::string* out) {
  out->push_back(static_cast<char>(0xE0 | (c >> 12)));
  out->push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
  out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
}

// Characters that change how the text around them is shown: C1 controls (U+0080–9F), bidirectional marks and
// overrides.
bool is_hidden_control(absl::string_view text, size_t at, size_t* length) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  if (byte(at) == 0xC2 && byte(at + 1) >= 0x80 && byte(at + 1) <= 0x9F) return *length = 2, true;
  if (byte(at) == 0xE2 && byte(at + 1) == 0x80 &&
      (byte(at + 2) == 0x8E || byte(at + 2) == 0x8F || (byte(at + 2) >= 0xAA && byte(at + 2) <= 0xAE))) {
    return *length = 3, true;
  }
  if (byte(at) == 0xE2 && byte(at + 1) == 0x81 && byte(at + 2) >= 0xA6 && byte(at + 2) <= 0xA9)
    return *length = 3, true;
  return false;
}

// How many bytes from `at` on are sure to be well-formed: those of a block without anything but ASCII and
// letters of two or three bytes, the last of which may be cut off.
size_t sure_utf8(absl::string_view bytes, size_t at) {
  if (at + SixteenBytes::kSize > bytes.size()) return 0;
  const SixteenBytes block(bytes.data() + at);
  const uint32_t others = block.beyond_ascii();
  if (others == 0) return SixteenBytes::kSize;
  constexpr uint32_t kAll = 0xFFFF;
  // Behind these leads any two bytes of a character will do.
  const uint32_t threes = block.within(0xE1, 0xEC) | block.within(0xEE, 0xEF);
  const uint32_t leads = threes | block.within(0xC2, 0xDF);
  const uint32_t behind = (leads << 1 | threes << 2) & kAll;
  if (others != (leads | behind) || block.within(0x80, 0xBF) != behind) return 0;
  if (threes >> 14 & 1) return SixteenBytes::kSize - 2;
  return leads >> 15 ? SixteenBytes::kSize - 1 : SixteenBytes::kSize;
}

int edit_distance(absl::string_view a, absl::string_view b) {
  std::vector<int> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    int corner = row[0];
    row[0] = static_cast<int>(i);
    for (size_t j = 1; j <= b.size(); ++j) {
      const int next = std::min({row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
      corner = row[j];
      row[j] = next;
    }
  }
  return row[b.size()];
}

}  // namespace

size_t character_length(absl::string_view text) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<uint8_t>(text[i]) : uint8_t{0}; };
  const auto continues = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const uint8_t lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = lead == 0xED && byte(1) >= 0xA0;
    return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool overlong = lead == 0xF0 && byte(1) < 0x90;
    const bool too_high = lead == 0xF4 && byte(1) >= 0x90;
    return continues(1) && continues(2) && continues(3) && !overlong && !too_high ? 4 : 0;
  }
  return 0;
}

bool is_utf8(absl::string_view bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    if (const size_t sure = sure_utf8(bytes, at)) {
      at += sure;
      continue;
    }
    if (at + sizeof(uint64_t) <= bytes.size()) {  // by eight bytes at a time to the next that is not ASCII
      const uint64_t others = eight_bytes(bytes.data() + at) & each_byte(0x80);
      if (others == 0) {
        at += sizeof(uint64_t);
        continue;
      }
      at += static_cast<size_t>(std::countr_zero(others)) / 8;
    }
    const auto lead = static_cast<uint8_t>(bytes[at]);
    const bool pair = lead >= 0xC2 && lead <= 0xDF && at + 1 < bytes.size() && is_continuation(bytes[at + 1]);
    const size_t length = lead < 0x80 ? 1 : pair ? 2 : character_length(bytes.substr(at));
    if (length == 0) return false;
    at += length;
  }
  return true;
}

int count_code_points(absl::string_view text) {
  size_t continuations = 0, at = 0;
  for (; at + sizeof(uint64_t) <= text.size(); at += sizeof(uint64_t)) {
    const uint64_t bytes = eight_bytes(text.data() + at);
    continuations += count_marks(bytes & ~(bytes << 1) & each_byte(0x80));  // 10xxxxxx
  }
  for (; at < text.size(); ++at) continuations += is_continuation(text[at]);
  return static_cast<int>(text.size() - continuations);
}

std::string show_controls(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    size_t length = 0;
    if (byte == '\n') {
      out.push_back('\n'), ++at;
    } else if (byte == '\t') {
      out.push_back(' '), ++at;
    } else if (byte < 0x20 || byte == 0x7F) {
      append_utf8(byte == 0x7F ? 0x2421u : 0x2400u + byte, &out), ++at;
    } else if (is_hidden_control(text, at, &length)) {
      append_utf8(0xFFFD, &out), at += length;
    } else {
      out.push_back(text[at++]);
    }
  }
  return out;
}

absl::string_view nearest_word(absl::string_view word, const absl::string_view* known, size_t count) {
  absl::string_view best;
  int best_distance = static_cast<int>(std::max<size_t>(2, word.size() / 3)) + 1;
  for (size_t i = 0; i < count; ++i) {
    if (known[i].size() > 100 || word.size() > 100) continue;
    const int distance = edit_distance(word, known[i]);
    if (distance < best_distance) best = known[i], best_distance = distance;
  }
  return best;
}

}  // namespace crosscheck
