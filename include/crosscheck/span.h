// Two texts exist for each article: the file on disk and the clean text read from it. Their offsets are two
// types, so that they cannot be mixed; Document::to_file() is the one way across.
#pragma once

#include <cstdint>

namespace crosscheck {

// Bytes [begin, end) of Document::text, the clean UTF-8 text in NFC.
struct TextSpan {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(TextSpan other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(TextSpan other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

// Bytes [begin, end) of the original file, whatever its encoding and markup.
struct FileSpan {
  uint64_t begin = 0;
  uint64_t end = 0;
  friend bool operator==(const FileSpan&, const FileSpan&) = default;
};

}  // namespace crosscheck
