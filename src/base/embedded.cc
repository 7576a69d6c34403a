#include "base/embedded.h"

#include <cstdint>

namespace crosscheck {
namespace {

// Sizes of the three texts, which follow each other, each filled up to a multiple of 8.
struct Entry {
  uint64_t path = 0, bytes = 0, image = 0;
};

size_t filled(size_t size) { return (size + 7) / 8 * 8; }

}  // namespace

std::string pack(const std::vector<EmbeddedFile>& files) {
  const uint64_t count = files.size();
  std::string out(reinterpret_cast<const char*>(&count), sizeof count);
  for (const EmbeddedFile& file : files) {
    const Entry entry{file.path.size(), file.bytes.size(), file.image.size()};
    out.append(reinterpret_cast<const char*>(&entry), sizeof entry);
  }
  for (const EmbeddedFile& file : files) {
    for (const absl::string_view text : {file.path, file.bytes, file.image}) {
      out.append(text.data(), text.size());
      out.resize(filled(out.size()));
    }
  }
  return out;
}

std::vector<EmbeddedFile> unpack(absl::string_view packed) {
  const uint64_t count = *reinterpret_cast<const uint64_t*>(packed.data());
  const auto* entry = reinterpret_cast<const Entry*>(packed.data() + sizeof count);
  size_t at = sizeof count + count * sizeof(Entry);
  const auto take = [&](size_t size) {
    const absl::string_view out = packed.substr(at, size);
    at += filled(size);
    return out;
  };
  std::vector<EmbeddedFile> out(count);
  for (EmbeddedFile& file : out) {
    file.path = take(entry->path);
    file.bytes = take(entry->bytes);
    file.image = take(entry->image);
    ++entry;
  }
  return out;
}

}  // namespace crosscheck
