// Who says it, when, where, of which part, denied or hedged: read from the clause of the claim, not from the
// sentence at large, for a "not" or a place elsewhere belongs to something else.
#pragma once

#include <utility>

#include "absl/types/span.h"
#include "claim/context.h"
#include "crosscheck/claim.h"

namespace crosscheck {

// Of a claim whose words are tokens [first, last), with the verb or noun that tells the deed at `anchor`
// (kNone for none) and the phrases `own` that a rule read.
using TokenRun = std::pair<uint32_t, uint32_t>;  // tokens [first, last)
Qualifiers find_qualifiers(const ClaimContext& context, uint32_t first, uint32_t last, uint32_t anchor,
                           absl::Span<const TokenRun> own, std::vector<std::string>* steps);

}  // namespace crosscheck
