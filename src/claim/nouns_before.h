// Nouns that stand before their figure: "Ils étaient 8 000", "a workforce of about 31,000".
#pragma once

#include <optional>

#include "claim/context.h"

namespace crosscheck {

// Finds what the figure counts in the words before it in its sentence, notes it in the mention and returns
// true: a pronoun of people, what it is the size of, what it numbers, what a tally is of (tallies.h).
bool find_noun_before(const ClaimContext& context, Mention* figure);

// "Combien de salariés gardent leur poste ? 452 sur 640.": what the question right before it asks for.
std::optional<Hit> noun_asked_for(const ClaimContext& context, const Mention& figure);

}  // namespace crosscheck
