// Bytes of a file to UTF-8 in NFC, with a way back to every byte.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace crosscheck {

// A file decoded. Most files are UTF-8 in NFC already: then `text` is the file after its byte order mark and
// no table is kept.
struct Decoded {
  std::string text;
  std::string charset;   // "UTF-8", "windows-1252", …
  uint64_t skipped = 0;  // bytes of a byte order mark
  std::vector<uint64_t>
      origin;  // by byte of `text`, and one for its end: offset in the file; empty when it is byte + skipped
  int replaced = 0;             // ill-formed sequences and NUL bytes that became U+FFFD
  uint64_t first_replaced = 0;  // offset of the first one in the file

  bool verbatim() const { return origin.empty(); }
  uint64_t to_file(size_t at) const { return origin.empty() ? at + skipped : origin[at]; }
};

// The charset by byte order mark, else by declaration (HTML meta, XML), else UTF-8 when it is well formed,
// else by ICU's detector among those of Western newsrooms. Never fails: what cannot be decoded is replaced
// and counted.
Decoded decode(absl::string_view bytes, bool markup);

// Whether these bytes are no text at all: control characters in quantity.
bool is_binary(absl::string_view bytes);

}  // namespace crosscheck
