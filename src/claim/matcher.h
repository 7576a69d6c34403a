// Matches a pattern of a rule against one sentence.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "claim/context.h"
#include "rules/pattern.h"

namespace crosscheck {

struct PatternMatch {
  uint32_t first = 0;  // tokens of the first part
  uint32_t last = 0;
  uint32_t anchor =
      kNone;  // the first word of a concept in the pattern: a verb or noun that tells what happens
  uint32_t anchor_last = kNone;
  std::string anchor_concept;
  uint32_t told = 0;                                 // tokens of all concepts in the first part
  std::vector<std::pair<uint32_t, uint32_t>> words;  // tokens [first, last) of each concept
  std::map<std::string, uint32_t> slots;             // name -> mention
};

// Every match of the pattern that starts in `sentence`, at most one for each start token, in order. Work is
// bounded by the length of the sentence times the gaps of the pattern.
std::vector<PatternMatch> match_pattern(const ClaimContext& context, uint32_t sentence,
                                        const Pattern& pattern);

// Whether the pattern's first part matches somewhere in tokens [first, last), within the clause of `token`
// when `same_clause`.
bool occurs(const ClaimContext& context, const Pattern& pattern, uint32_t first, uint32_t last,
            uint32_t token, bool same_clause);

}  // namespace crosscheck
