// Figures of a like size: only such may share a noun or a currency that one of them leaves out.
#pragma once

#include "crosscheck/value.h"

namespace crosscheck {

// Whether one amount is not many times the other. Values that are no amounts are of no size.
bool of_like_size(const Value& a, const Value& b);

}  // namespace crosscheck
