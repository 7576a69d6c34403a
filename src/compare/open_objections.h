// What speaks against a conflict of two figures that no rule sets against each other, as far as the two
// claims tell it themselves; each is empty when nothing does.
#pragma once

#include <string>

#include "crosscheck/claim.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Another part, time or unit. Such a pair hinders all of its facts.
std::string open_objection(const Rulebook& rulebook, const Claim& a, const Claim& b);

// What is counted, or whose it is, is told too little or otherwise: facts are one thing where one pair of
// their claims tells enough ("six schools", though "six of its 41 schools" stands beside it). `told_again`:
// several articles tell one of the two figures.
std::string objection_of_nouns(const Rulebook& rulebook, const Claim& a, const Claim& b, bool told_again);

// Two words for what is counted, one of which no concept knows; an age that is nobody's. Facts are one thing
// where one pair of their claims has one name.
std::string objection_of_names(const Claim& a, const Claim& b);

// How a figure is told differs within one article: "va supprimer 770 postes" in the headline, "la suppression
// de 770 postes" below it. It hinders a conflict only where no claim of the fact is told like one of the
// other. `odd_one`: several articles tell one figure, and the other stands near it in one that does not: a
// plan and what came of it are then one figure told in two ways.
std::string objection_of_telling(const Claim& a, const Claim& b, bool odd_one);

// Another stage of the event, or a plan against a deed.
std::string objection_of_plans(const Qualifiers& a, const Qualifiers& b);

}  // namespace crosscheck
