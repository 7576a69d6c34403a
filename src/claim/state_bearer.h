// Whose state it is, so that two articles can be held against each other: a name, or the noun in its place.
//
//   "The mayor will not resign": whoever stands beside "mayor" in the article
//   "« Je reste à mon poste », a dit Paul Rast": the speaker
//   "the gardener confessed": the gardener, as against the cook
//
// "he", "the man" and "the suspect" may be anybody.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/matcher.h"
#include "claim/owner.h"
#include "claim/quoted_speech.h"

namespace crosscheck {

struct StateBearer {
  bool found = false;   // whether anything stands there
  bool person = false;  // and it is one person, for all the words tell
  Owner named;
  std::vector<std::string> nouns;  // its word and its concepts, where nobody is named; see Claim::bearer
  std::string part;                // "some", "ordinal 2": one of several
};

// Of one article.
class StateBearers {
 public:
  // Must outlive it.
  explicit StateBearers(const ClaimContext& context) : context_(context) {}

  StateBearer of(const PatternMatch& state);

 private:
  const ClaimContext& context_;
  std::optional<std::vector<QuotationRange>> quotations_;  // once somebody says "I"
};

}  // namespace crosscheck
