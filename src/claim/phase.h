// Whether something began or ended at a moment: "suspendues à 18h30", "resumed at 7 a.m.".
#pragma once

#include "claim/context.h"
#include "crosscheck/claim.h"

namespace crosscheck {

// Of the moment that covers tokens [first, last), from the nearest such word of its clause.
Phase phase_at(const ClaimContext& context, uint32_t first, uint32_t last);

}  // namespace crosscheck
