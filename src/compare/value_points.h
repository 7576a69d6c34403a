// What the values of two claims are worth as evidence that they tell of one fact: the rarer a value is by
// chance, the more.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "crosscheck/finding.h"

namespace crosscheck {

// Points from which on two claims whose values fit are one fact, all evidence taken together.
inline constexpr int kSameFactPoints = 60;

class ValuePoints {
 public:
  // Up to here a value says next to nothing: small counts are equal by chance too often.
  static constexpr int kFew = 10;

  explicit ValuePoints(const Report& report);

  // Of equal values and of values that merely fit.
  int of(const Claim& a, const Claim& b) const;

 private:
  int of_equal(const Claim& a, const Claim& b) const;
  // Whether the claim's date is told once in its article.
  bool told_once(const Claim& claim) const;
  // "founded in 1953": whether the date lies long before the article.
  bool is_long_past(const Claim& claim) const;
  // "this year", "in 2025": whether the claim tells the year of its article or one beside it, of which much
  // is told.
  bool is_near_year(const Claim& claim) const;
  // "on 24 September": what a date is worth more that is none of the days and months around the article.
  int points_of_distance(const Claim& claim) const;

  const Report& report_;
  std::map<std::pair<uint32_t, std::string>, int> dates_told_;  // how often a document tells a date
  // Points that equal values are worth less among many articles, where chance makes more of them.
  int crowd_ = 0;
};

}  // namespace crosscheck
