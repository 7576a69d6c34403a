// What a sentence must hold for a pattern to match there. Few sentences hold all that a pattern needs, so
// that nearly all patterns are left out by a look at lists of numbers.
#pragma once

#include "rules/concept_tree.h"
#include "rules/pattern.h"

namespace crosscheck {

// The concepts of which one must stand, or be counted, for the item to match; empty when it can do without.
std::vector<ConceptNumber> needed_by(const PatternItem& item);

// Fills in what patterns know once all concepts are: numbers of concepts, and needs.
void settle_needs(const ConceptTree& concepts, std::vector<Pattern>* patterns);

}  // namespace crosscheck
