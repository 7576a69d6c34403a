// The shipped rules, compiled once for all tests, which takes seconds in a build for debugging.
#pragma once

#include "rules/rulebook.h"

namespace crosscheck {

// Ends the test when they have a problem.
const Rulebook& shipped_rulebook();

}  // namespace crosscheck
