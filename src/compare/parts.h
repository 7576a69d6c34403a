// A part against its whole: "12 injured" and "3 seriously injured" are no conflict, "none injured" and "3
// seriously injured" are one.
#pragma once

#include <string>

#include "crosscheck/claim.h"

namespace crosscheck {

// Whether two claims of which one tells of a part (`part_a` or `part_b` names it, the other is empty) cannot
// both be true, since the whole would be less than `tenths` tenths of the part.
bool whole_below_part(const Claim& a, const Claim& b, const std::string& part_a, const std::string& part_b,
                      int tenths);

// "61,000 at the height", "82,000": one tells the most that it was, the other, told of no stage, more than
// that.
bool is_above_its_peak(const Claim& a, const Claim& b);

// Why two claims of different subsets or places do not conflict; empty when they may.
std::string objection_of_parts(const Claim& a, const Claim& b);

}  // namespace crosscheck
