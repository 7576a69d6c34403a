// Whether a count of people is one of several that a list tells together: "two firemen and two tenants were
// killed" makes neither two the number of dead.
#pragma once

#include <cstdint>

#include "claim/context.h"

namespace crosscheck {

// Of the amount that is mention `value`. Not so of counts that tell what befell whom they count: "12 dead and
// 30 injured".
bool is_one_of_a_list(const ClaimContext& context, uint32_t value);

}  // namespace crosscheck
