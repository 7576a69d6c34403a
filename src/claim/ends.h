// Of a date that has a length, or an open side, the end that a rule is about: "depuis 2006", taken by its
// start, is 2006; "de mercredi à vendredi", by its end, Friday.
#pragma once

#include "crosscheck/value.h"

namespace crosscheck {

// What has no such end stays as it is.
void take_start(Value* value);
void take_end(Value* value);

}  // namespace crosscheck
