// How a body split, as a pattern's figures tell it: "9-4". Names of the figures:
//
//   for, against   how many voted so, in any order of size
//   for, all       how many of how many
//   more, less     the larger side first: "9 to 4"; the other way round it is a range, "4 to 9"
//   won, lost      the score of a match, in any order of size: "3:1"
#pragma once

#include <optional>
#include <string>

#include "claim/matcher.h"

namespace crosscheck {

struct Split {
  Decimal more, less;
  bool as_one = false;  // told as a pair, "9 to 4", which no denial reaches
  bool game = false;    // the score of a match
  // "9-4": a motion that is lost by nine to four is told either way; "3:1" of a match.
  std::string id() const;
};

bool tells_split(const PatternMatch& match);

// nullopt where the figures tell none.
std::optional<Split> split_of(const PatternMatch& match);

}  // namespace crosscheck
