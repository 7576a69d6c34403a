// Why a claim was read as it was, or not read; why two were paired, or not. Text for people.
#pragma once

#include <optional>
#include <string>

#include "crosscheck/check.h"

namespace crosscheck {

// A place in an article, as a user names it: FILE:LINE or FILE:LINE:COLUMN.
struct Spot {
  std::string path;
  int line = 0;
  int column = 0;  // 0: the whole line
};

std::optional<Spot> parse_spot(const std::string& text);

// What was read at the spot: each claim with its words, rule and steps, and the finding that it stands in.
std::string explain_spot(const Report& report, const Spot& spot);

// Why the claims at two spots stand in one finding, or why they were not set against each other.
std::string explain_pair(const Report& report, const Spot& first, const Spot& second);

}  // namespace crosscheck
