// Work on several threads whose results go to slots of their own, so that no order shows.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace crosscheck {

// How many threads `jobs` asks for; 0: as many as the machine has.
inline size_t threads_of(int jobs) {
  return jobs > 0 ? static_cast<size_t>(jobs) : std::max(1u, std::thread::hardware_concurrency());
}

// Calls work(i) for each i below `count`.
template <typename Work>
void in_parallel(size_t count, int jobs, const Work& work) {
  std::atomic<size_t> next = 0;
  const auto run = [&] {
    for (size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> threads;
  for (size_t i = 1; i < std::min(threads_of(jobs), count); ++i) threads.emplace_back(run);
  run();
  for (std::thread& thread : threads) thread.join();
}

}  // namespace crosscheck
