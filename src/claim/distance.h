// The place that a length is measured from: Lyon in "à une trentaine de kilomètres au nord de Lyon", Cobb in
// "3 miles southwest of Cobb". Two distances from two places are two facts, however near the figures.
#pragma once

#include <cstdint>

#include "claim/context.h"

namespace crosscheck {

// The mention of the place for the length or the travelling time at tokens [first, last); kNone when none is
// told.
uint32_t measured_from(const ClaimContext& context, uint32_t first, uint32_t last);

}  // namespace crosscheck
