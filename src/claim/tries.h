// How many patterns of rules, and of their guards and conditions, were tried on sentences by this thread:
// what claims cost follows from it, and tests hold it below bounds that need no clock. For no other use.
#pragma once

#include <cstdint>

namespace crosscheck {

struct Tries {
  uint64_t patterns = 0, guards = 0;
};

inline thread_local Tries tries;

}  // namespace crosscheck
