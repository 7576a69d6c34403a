// What a sentence holds, so that a pattern that needs something else is not tried there.
#pragma once

#include <vector>

#include "claim/context.h"
#include "rules/pattern.h"

namespace crosscheck {

struct Inventory {
  std::vector<ConceptNumber> concepts;  // that stand or are counted, with all broader ones, ascending
  std::vector<uint64_t> words;          // of its tokens, as hashes, ascending
  MentionKinds kinds = 0;

  bool holds(ConceptNumber one) const;
  // Whether nothing is missing that a part needs to match.
  bool meets(const PatternNeeds& needs) const;
  // The same of all parts of a pattern.
  bool meets(const Pattern& pattern) const;
};

// Of each sentence. Nouns must be attached to the mentions before.
std::vector<Inventory> take_inventories(const ClaimContext& context);

}  // namespace crosscheck
