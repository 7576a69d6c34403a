#include "gate/piece.h"

#include <cstring>

namespace crosscheck {

bool Piece::go_on() {
  if (at_end_ || rest_.size() >= kSight) return false;
  if (!rest_.empty()) std::memmove(bytes_.get(), rest_.data(), rest_.size());
  const size_t wanted = room_ - rest_.size();
  const size_t got = file_.read(next_, wanted, bytes_.get() + rest_.size());
  next_ += got;
  at_end_ = got < wanted;
  rest_ = {bytes_.get(), rest_.size() + got};
  return true;
}

}  // namespace crosscheck
