#include "base/spool.h"

namespace crosscheck {
namespace {

constexpr size_t kInMemory = 1 << 20;

}  // namespace

void Spool::add(absl::string_view text) {
  buffer_.append(text.data(), text.size());
  if (buffer_.size() < kInMemory) return;
  if (!file_) file_.reset(std::tmpfile());
  if (!file_) return;  // nowhere to put it: it stays in memory
  failed_ |= std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size();
  buffer_.clear();
}

bool Spool::copy(const Put& put) {
  if (file_) {
    std::rewind(file_.get());
    char piece[1 << 16];
    while (const size_t got = std::fread(piece, 1, sizeof piece, file_.get())) put({piece, got});
    failed_ |= std::ferror(file_.get()) != 0;
  }
  put(buffer_);
  return !failed_;
}

}  // namespace crosscheck
