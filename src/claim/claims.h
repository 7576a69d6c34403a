// From mentions to claims: rules read what they know; every other amount, share and date becomes an open
// claim, a clause without either a statement; spellings of names and quotations are claims of their own. The
// stage reads one article and knows of no other.
#pragma once

#include <vector>

#include "crosscheck/claim.h"
#include "crosscheck/mention.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

// The id of the rule that stands for "no rule read this".
inline constexpr char kOpenRule[] = "open";

// Ordered by span, then by rule. Mentions must be resolved; the nouns that they count are filled in.
std::vector<Claim> find_claims(const Annotated& text, const Rulebook& rulebook,
                               std::vector<Mention>* mentions, uint32_t document);

}  // namespace crosscheck
