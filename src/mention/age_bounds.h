// Ages that words before or behind the figure bound: "under the age of six", "children under five", "the over
// 60s", "those 65 and older", "between the ages of six and nine".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "crosscheck/mention.h"
#include "mention/reader.h"

namespace crosscheck {

inline constexpr int kOldestAge = 120;

Interval exact_age(int years);
Interval bounded_age(int years, Form form);

// Adds the age told by tokens [first, last).
void add_age(const Reader& read, uint32_t first, uint32_t last, Interval amount, absl::string_view unit,
             std::vector<Mention>* out);

// The words before a figure that make it an age.
struct AgeBound {
  uint32_t first;
  Form form;
  bool sure;  // whatever follows the figure
};

// "aged eight", "under the age of six", "children under five"
std::optional<AgeBound> age_bound_before(const Reader& read, uint32_t at);

// "between the ages of six and nine"
bool read_ages_between(const Reader& read, uint32_t at, std::vector<Mention>* out);

// "those 65 and older", "players 20 or younger"
bool read_open_ended_age(const Reader& read, uint32_t at, int years, std::vector<Mention>* out);

// "under-18s", "over the age of 65". False when no bound leads to the figure; one that does may tell no age.
bool read_bounded_age(const Reader& read, uint32_t at, int years, std::vector<Mention>* out);

}  // namespace crosscheck
