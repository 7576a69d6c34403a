// Eight or sixteen bytes of a text looked at together, for loops over long texts of which few bytes matter.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

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
