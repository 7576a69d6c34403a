// Tells one state of a decision from another, so that nobody replaces what he has not seen.
#pragma once

#include <optional>
#include <string>

#include "crosscheck/finding.h"

namespace crosscheck {

// Equal for equal decisions about one finding; empty for none. Not for people.
std::string decision_mark(const std::optional<Decision>& decision);

}  // namespace crosscheck
