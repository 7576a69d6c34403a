// Eight or sixteen bytes of a text looked at together, for loops over long texts of which few bytes matter.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "absl/strings/string_view.h"

namespace crosscheck {

constexpr uint64_t each_byte(uint8_t byte) { return 0x0101010101010101ull * byte; }

// How many bytes of `marks` are marked, each by its highest bit alone.
constexpr size_t count_marks(uint64_t marks) {
  return static_cast<size_t>((marks >> 7) * each_byte(1) >> 56);
}

// The first byte is the lowest, on every machine.
inline uint64_t eight_bytes(const void* text) {
  uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  return std::endian::native == std::endian::little ? word : __builtin_bswap64(word);
}

// Which of sixteen bytes are told by a question about each, as bits, the first byte being the lowest.
class SixteenBytes {
 public:
  static constexpr size_t kSize = 16;
#if defined(__SSE2__)
  explicit SixteenBytes(const char* text) : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(text))) {}
  uint32_t beyond_ascii() const { return static_cast<uint32_t>(_mm_movemask_epi8(bytes_)); }
  uint32_t equal(uint8_t byte) const {
    return static_cast<uint32_t>(
        _mm_movemask_epi8(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(static_cast<char>(byte)))));
  }
  // From `low` to `high`.
  uint32_t within(uint8_t low, uint8_t high) const {
    return below(_mm_sub_epi8(bytes_, _mm_set1_epi8(static_cast<char>(low))), high - low);
  }
  uint32_t ascii_letters() const {
    const __m128i small = _mm_or_si128(bytes_, _mm_set1_epi8(0x20));
    return below(_mm_sub_epi8(small, _mm_set1_epi8('a')), 'z' - 'a');
  }

 private:
  // Those that are `most` or less.
  static uint32_t below(__m128i bytes, int most) {
    const __m128i least = _mm_min_epu8(bytes, _mm_set1_epi8(static_cast<char>(most)));
    return static_cast<uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(least, bytes)));
  }

  __m128i bytes_;
#else
  explicit SixteenBytes(const char* text) : bytes_(text) {}
  uint32_t beyond_ascii() const { return within(0x80, 0xFF); }
  uint32_t equal(uint8_t byte) const { return within(byte, byte); }
  uint32_t within(uint8_t low, uint8_t high) const {
    uint32_t out = 0;
    for (size_t i = 0; i < kSize; ++i) {
      const auto byte = static_cast<uint8_t>(bytes_[i]);
      out |= static_cast<uint32_t>(byte >= low && byte <= high) << i;
    }
    return out;
  }
  uint32_t ascii_letters() const { return within('a', 'z') | within('A', 'Z'); }

 private:
  const char* bytes_;
#endif
};

// Marks, by their highest bits, bytes that a text in double quotes cannot hold as they are: controls, the
// quote and the backslash. Sure up to the lowest byte that is marked, and where none is.
constexpr uint64_t marks_to_escape(uint64_t bytes) {
  const auto below = [](uint64_t word, uint8_t least) {
    return (word - each_byte(least)) & ~word & each_byte(0x80);
  };
  return below(bytes, 0x20) | below(bytes ^ each_byte('"'), 1) | below(bytes ^ each_byte('\\'), 1);
}

// The first byte from `at` on that a text in double quotes cannot hold as it is: a control, the quote or the
// backslash. The size of the text when there is none.
inline size_t find_to_escape(absl::string_view text, size_t at) {
  using Bytes = uint8_t __attribute__((vector_size(16)));
  const auto marks_of = [](auto bytes) { return (bytes < 0x20) | (bytes == '"') | (bytes == '\\'); };
  for (Bytes bytes; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const auto marks = marks_of(bytes);
    for (size_t half = 0; half < sizeof bytes; half += 8) {
      const uint64_t word = eight_bytes(reinterpret_cast<const char*>(&marks) + half);
      if (word != 0) return at + half + static_cast<size_t>(std::countr_zero(word)) / 8;
    }
  }
  for (; at + sizeof(uint64_t) <= text.size(); at += sizeof(uint64_t)) {
    const uint64_t marks = marks_to_escape(eight_bytes(text.data() + at));
    if (marks != 0) return at + static_cast<size_t>(std::countr_zero(marks)) / 8;
  }
  while (at < text.size() && !marks_of(static_cast<uint8_t>(text[at]))) ++at;
  return at;
}

}  // namespace crosscheck
