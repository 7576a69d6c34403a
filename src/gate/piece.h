// A large file read piece by piece, so that only a little of it is in memory.
#pragma once

#include <cstdint>
#include <memory>

#include "absl/strings/string_view.h"
#include "base/disk.h"

namespace crosscheck {

class Piece {
 public:
  static constexpr size_t kSight = 1 << 14;

  // With room for so many bytes at a time, kSight or more.
  Piece(const OpenFile& file, uint64_t start, size_t room)
      : file_(file), next_(start), room_(room), bytes_(new char[room]) {
    go_on();
  }

  // What is in memory of what was not skipped yet.
  absl::string_view rest() const { return rest_; }
  void skip(size_t bytes) { rest_.remove_prefix(bytes); }
  // Where rest() begins in the file.
  uint64_t place() const { return next_ - rest_.size(); }

  // Sees to it that rest() reaches kSight bytes on, or to the end of the file. True when it has moved: what
  // was told of it before leads nowhere.
  bool go_on();

 private:
  const OpenFile& file_;
  uint64_t next_;  // the first byte that was not read
  bool at_end_ = false;
  size_t room_;
  std::unique_ptr<char[]> bytes_;
  absl::string_view rest_;
};

}  // namespace crosscheck
