// Figures that are no amounts: names, codes, addresses, articles of law, phone numbers, scores, web
// addresses.
#pragma once

#include <cstdint>

#include "rules/annotate.h"

namespace crosscheck {

// Where a stretch that holds no amount ends when one starts at `token`; `token` when none does.
uint32_t end_of_false_number(const Annotated& text, uint32_t token, const SentenceRange& sentence);

// "Vingt Mille Lieues sous les mers", "Three Mile Island": two words with capitals, one of them a number,
// open a name, unless all words have capitals.
bool opens_title(const Annotated& text, uint32_t first, uint32_t last, const SentenceRange& sentence);

// Whether the figure of tokens [first, last), which has no unit, belongs to a name ("Forza Horizon 5", "CGT
// 13") or an address ("12, rue de Rivoli"). `counts`: whether a word that may be counted stands behind.
bool is_number_of_name(const Annotated& text, uint32_t first, uint32_t last, bool counts,
                       const SentenceRange& sentence);

// Whether the spelled-out number of tokens [first, last) stands in a name: "the Big Three", "Group of Seven",
// "Fifth Avenue". False where capitals tell nothing: at the start of a sentence, in a headline.
bool is_word_of_name(const Annotated& text, uint32_t first, uint32_t last, const SentenceRange& sentence);

}  // namespace crosscheck
