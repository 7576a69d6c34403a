// Whose state it is, so that two articles can be held against each other: a name, or the noun in its place.
//
//   "The mayor will not resign": whoever stands beside "mayor" in the article
//   "« Je reste à mon poste », a dit Paul Rast": the speaker
//   "the gardener confessed": the gardener, as against the cook
//
// "he", "the man" and "the suspect" may be anybody.
#pragma once

#include <string>
#include <vector>

#include "claim/matcher.h"
#include "claim/owner.h"

namespace crosscheck {

struct StateBearer {
  bool found = false;   // whether anything stands there
  bool person = false;  // and it is one person, for all the words tell
  Owner named;
  std::vector<std::string> nouns;  // its word and its concepts, where nobody is named; see Claim::bearer
  std::string part;                // "some", "ordinal 2": one of several
};

StateBearer find_state_bearer(const ClaimContext& context, const PatternMatch& state);

}  // namespace crosscheck
