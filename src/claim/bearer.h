// Of whom or what a state is told: the subject of its verb, or what it stands behind as an adjective.
//
//   "Two of the nine paintings are still being sought": a thing, and a part of several
//   "the driver, who was alone, has been arrested": a person
//
// Only what the words tell plainly; a word that no concept knows is of no known kind.
#pragma once

#include "claim/matcher.h"

namespace crosscheck {

struct Bearer {
  enum class Kind { unknown, person, thing };
  Kind kind = Kind::unknown;
  uint32_t mention = kNone;  // the person, where it is a name
  uint32_t first = kNone;    // the first token of the noun
  bool part = false;         // "one of the two men"
  bool found = false;        // whether anything stands there, known or not
};

// What the noun that starts at the token is, as far as a concept or post tells; its phrase ends by `end`.
Bearer::Kind kind_of_noun(const ClaimContext& context, uint32_t token, uint32_t end);

Bearer bearer_of(const ClaimContext& context, const PatternMatch& state);

// Whether the noun at tokens [first, last) hangs on another, of which the verb behind it is told: "le toit de
// la maison a été détruit", "the school's roof was destroyed". "La vente du terrain, qui …" goes on about the
// land.
bool hangs_on_another(const ClaimContext& context, uint32_t first, uint32_t last);

}  // namespace crosscheck
