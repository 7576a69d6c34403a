// Why the sides of a contradiction differ: a value, a bound, a date, time that went by, who says it.
#pragma once

#include "compare/conflicts.h"
#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

// `finding` is the one that is made of the cluster; its rule and members are known.
Reason reason_of(const Rulebook& rulebook, const Report& report, const Cluster& cluster,
                 const Finding& finding);

}  // namespace crosscheck
