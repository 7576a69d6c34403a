// What speaks against a conflict of two claims that rules read as answers to one question, whatever their
// values.
#pragma once

#include <string>

#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Empty when nothing does. `object_untold`: whether one alone tells whom it concerns, and several would fit.
std::string find_rule_objection(const Rulebook& rulebook, const Report& report, const Claim& a,
                                const Claim& b, bool object_untold);

// The part of it that only looks at how the two are told.
std::string objection_of_qualifiers(const Qualifiers& a, const Qualifiers& b);

}  // namespace crosscheck
