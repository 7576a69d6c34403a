// Which word tells what happened at a moment: the nearest verb of its clause, or what "fixé au", "c'est …
// que" and "date à laquelle" lead to. A word that may govern the moment as well, known or not, leaves it
// untold.
#pragma once

#include <optional>

#include "claim/context.h"

namespace crosscheck {

struct GoverningDeed {
  Hit hit;
  bool beside =
      true;  // in the clause of the moment, with nothing between that sets a date: no "est fixée au"
  bool given_up = false;  // "d'abord annoncée pour": a plan that the article tells to be given up
};

// Of a mention of kind date or time. Deeds are the concepts that rules of the rulebook name as `deed:`.
std::optional<GoverningDeed> find_governing_deed(const ClaimContext& context, uint32_t mention);

// The concept that the hit tells.
inline const std::string& concept_of(const Hit& hit) { return hit.sense->symbol; }

// Whether a date or time starts at the token; its end.
std::optional<uint32_t> moment_at(const ClaimContext& context, uint32_t token);

}  // namespace crosscheck
