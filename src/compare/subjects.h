// Whom two claims are about.
#pragma once

#include "crosscheck/claim.h"

namespace crosscheck {

// Whether both subjects are known and are not one.
bool about_two(const Claim& a, const Claim& b);
// Whether both tell it in their clause, not only somewhere near.
bool both_tell_subject(const Claim& a, const Claim& b);

// What it is worth as evidence that the two tell of one fact.
int subject_points(const Claim& a, const Claim& b);

}  // namespace crosscheck
