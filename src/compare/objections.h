// What speaks against two claims telling of one thing, whatever their values: another question, part, place,
// time or party, another thing counted.
#pragma once

#include <string>

#include "compare/value_points.h"
#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

// The first thing that does, in words for `crosscheck explain`; empty when there is none.
std::string find_objection(const Rulebook& rulebook, const Report& report, const ValuePoints& values,
                           const Claim& a, const Claim& b);

// Its parts: the question that two rules ask; who, where, when and of which part; and what is counted, which
// may have a second name in one article ("drivers", "members").
std::string find_objection_of_question(const Rulebook& rulebook, const Report& report,
                                       const ValuePoints& values, const Claim& a, const Claim& b);
std::string find_objection_of_context(const Rulebook& rulebook, const Report& report,
                                      const ValuePoints& values, const Claim& a, const Claim& b);
std::string find_objection_of_counted(const Rulebook& rulebook, const Report& report,
                                      const ValuePoints& values, const Claim& a, const Claim& b);

}  // namespace crosscheck
