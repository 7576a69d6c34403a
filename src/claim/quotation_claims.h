// Claims of what was said word for word (quoted_speech.h): compared by compare/disputed_quotations.
#pragma once

#include <deque>

#include "claim/claim_start.h"

namespace crosscheck {

void add_quotation_claims(const ClaimContext& context, ClaimStart* start, std::deque<Claim>* out);

}  // namespace crosscheck
