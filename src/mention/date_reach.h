// Where a date may start at all: where a word that no date can do without, or a figure that may be a year or
// a day, is in reach, with nothing between but what may stand inside a date. One pass over a sentence answers
// it for all tokens, so that the many ways to read a date are tried where there may be one.
//
// A new way to read a date that needs no word of kDateCore (date_reach.cc) has to be told here.
#pragma once

#include <vector>

#include "absl/types/span.h"
#include "mention/amounts.h"
#include "mention/reader.h"

namespace crosscheck {

class DateReach {
 public:
  // `lengths` are the durations of the article, in order; sentences come in order, too.
  explicit DateReach(absl::Span<const Amount> lengths) : lengths_(lengths) {}

  // Looks at the sentence of `read`, whose tokens have `marks`. False when no date may start in it.
  bool read(const Reader& read, Marks marks);
  // Whether one may start at `at`, a token of that sentence.
  bool from(uint32_t at) const { return ahead_[at - first_] != 0; }

 private:
  void mark_tokens(const Reader& read);
  void mark_lengths(const Reader& read);

  absl::Span<const Amount> lengths_;
  std::vector<uint8_t> ahead_;  // by token of the sentence
  uint32_t first_ = 0;
};

}  // namespace crosscheck
