// At how many places each kind of mention was tried, by this thread: what a mention costs follows from it,
// and tests hold it to exact counts where no clock can be trusted. For no other use.
#pragma once

#include <cstdint>

namespace crosscheck {

struct Offers {
  uint64_t amounts = 0, dates = 0, times = 0, ages = 0, ratios = 0, ordinals = 0, names = 0;
};

inline thread_local Offers offers;

}  // namespace crosscheck
