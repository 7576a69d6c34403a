// Days that are none of those around the article: "le 5 novembre", told in March. A story has few of them,
// each for one deed, so that two which lie near each other and are told with the same words may be one day,
// told wrongly.
#pragma once

#include "crosscheck/finding.h"

namespace crosscheck {

// Whether the claim tells a day that lies more than a week from the publication of its article.
bool is_far_day(const Report& report, const Claim& claim);

// Whether the two days lie so near each other that one may be told for the other.
bool are_near_days(const Claim& a, const Claim& b);

}  // namespace crosscheck
