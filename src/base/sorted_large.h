// Sorts things that are large, such as claims: their numbers are sorted, and each is moved once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace crosscheck {

// `items` is any container with an index; equal ones keep their order.
template <typename Items, typename Less>
std::vector<typename Items::value_type> sorted_large(Items items, const Less& less) {
  std::vector<uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return less(items[a], items[b]); });
  std::vector<typename Items::value_type> out;
  out.reserve(order.size());
  for (const uint32_t i : order) out.push_back(std::move(items[i]));
  return out;
}

}  // namespace crosscheck
