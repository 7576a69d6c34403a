// Whole numbers spelled out, below a thousand: "sept cent soixante-dix", "two hundred and one", "fifteen
// hundred", "vingt et unième". Scales (thousand, million) are numbers.h.
#pragma once

#include <cstdint>
#include <optional>

#include "crosscheck/decimal.h"
#include "rules/annotate.h"

namespace crosscheck {

struct WordNumber {
  uint32_t last = 0;     // one past its last token
  int64_t value = 0;     // below 10,000 ("ninety-nine hundred")
  bool single = false;   // one word of the list: "un", "seventy"
  bool ordinal = false;  // its last word is a rank
};

// `ordinals`: whether a rank may end it. The word behind decides where two numbers stand side by side: "two
// hundred and three hundred" is read as "two hundred".
std::optional<WordNumber> read_word_number(const Annotated& text, uint32_t token, uint32_t limit,
                                           bool ordinals = false);

}  // namespace crosscheck
