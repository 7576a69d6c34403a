// Claims of statements (statements.h): compared by their words, those left out that a rule knows.
#pragma once

#include <deque>

#include "claim/claim_setting.h"
#include "claim/claim_start.h"

namespace crosscheck {

// Adds those of the article, as far as no claim of a rule among `out` tells the most of one.
void add_statement_claims(const ClaimContext& context, ClaimStart* start, ClaimSetting* setting,
                          std::deque<Claim>* out);

}  // namespace crosscheck
