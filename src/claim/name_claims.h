// How an article spells the names it tells: what copy editors compare. compare/disputed_names keeps those
// that another article spells otherwise.
#pragma once

#include <deque>

#include "claim/claim_start.h"

namespace crosscheck {

// A claim for the first place of each spelling of each person (of full name), organisation and place, in the
// order of the text.
void add_spelling_claims(const ClaimContext& context, ClaimStart* start, std::deque<Claim>* out);

}  // namespace crosscheck
