// The name of a finding for baselines and decisions: made of what it means, never of where or how often it is
// told.
#pragma once

#include <string>

#include "crosscheck/finding.h"

namespace crosscheck {

// Whether rules have read it, subject, attribute, and the set of sides with their values. Rules that share an
// attribute read one question, so that their ids are left out. 16 hex digits.
std::string fingerprint(const Report& report, const Finding& finding);

// A value in a canonical form that does not depend on how it was written: "count 750..750 exact".
std::string canonical(const Value& value);

}  // namespace crosscheck
