// Who says it, when, where, of which part, denied or hedged: read from the clause of the claim, not from the
// sentence at large, for a "not" or a place elsewhere belongs to something else.
#pragma once

#include <string>
#include <vector>

#include "claim/context.h"
#include "claim/deed.h"
#include "crosscheck/claim.h"

namespace crosscheck {

Qualifiers find_qualifiers(const ClaimContext& context, const Told& told, std::vector<std::string>* steps);

}  // namespace crosscheck
