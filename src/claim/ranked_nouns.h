// What a rank is one of: "the fourth attack", "la deuxième plus grande banque", "au troisième étage".
#pragma once

#include "claim/context.h"

namespace crosscheck {

// Gives each mention of a rank the noun behind it. A rank that is a part of a date, a title or a name, one of
// times ("the third time") and one that stands alone get none.
void attach_ranked_nouns(ClaimContext* context);

}  // namespace crosscheck
