// Words that stand for a name told before: "l'entreprise", "the lender", "ce dernier". They become mentions
// of what they mean, so that claims find their owner there.
#pragma once

#include <vector>

#include "crosscheck/mention.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Adds to the mentions of an article, whose names are resolved and linked. Words that could mean two are left
// alone.
void find_stand_ins(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* mentions);

}  // namespace crosscheck
