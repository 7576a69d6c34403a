// Matches a pattern of a rule against one sentence.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claim/context.h"
#include "rules/pattern.h"

namespace crosscheck {

// A phrase of a concept that a pattern found.
struct ToldWords {
  uint32_t first, last;  // tokens
  absl::string_view concept_id;
};

struct PatternMatch {
  uint32_t first = 0;  // tokens of the first part
  uint32_t last = 0;
  uint32_t anchor =
      kNone;  // the first word of a concept in the pattern: a verb or noun that tells what happens
  uint32_t anchor_last = kNone;
  std::string anchor_concept;
  uint32_t told = 0;                       // tokens of all concepts in the first part
  std::vector<ToldWords> words;            // of each concept, the last one first
  std::map<std::string, uint32_t> slots;   // name -> mention
  std::map<std::string, Decimal> figures;  // name -> what it tells
};

// Every match of the pattern that starts in `sentence`, at most one for each start token, in order. Work is
// bounded by the length of the sentence times the gaps of the pattern. With `over_insertions` a gap may leave
// out what two commas set off right where it starts: "le conducteur (, âgé de 47 ans,) a été blessé".
std::vector<PatternMatch> match_pattern(const ClaimContext& context, uint32_t sentence,
                                        const Pattern& pattern, bool over_insertions);

// Of the phrases that start in tokens [first, last), the first one of a concept below `state`; null for none.
const ToldWords* state_words(const Rulebook& rulebook, absl::Span<const ToldWords> words, uint32_t first,
                             uint32_t last);

// Whether the pattern's first part matches somewhere in tokens [first, last), within the clause of `token`
// when `same_clause`.
bool occurs(const ClaimContext& context, const Pattern& pattern, uint32_t first, uint32_t last,
            uint32_t token, bool same_clause);

}  // namespace crosscheck
