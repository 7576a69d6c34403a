// Of a date that has a length, or an open side, the end that a rule is about: "depuis 2006", taken by its
// start, is 2006; "de mercredi à vendredi", by its end, Friday.
#pragma once

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "crosscheck/value.h"

namespace crosscheck {

// What has no such end stays as it is.
void take_start(Value* value);
void take_end(Value* value);

// "Vieille de 71 ans": the year that lies so long before publication, as a date; give or take one.
void take_age(Value* value, absl::string_view told, absl::CivilDay published);

}  // namespace crosscheck
