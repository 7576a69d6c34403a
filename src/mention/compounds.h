// Two amounts that are one: "3 euros et 20 centimes", "5 dollars 50", "3€50", "6 ft 2 in", "un mètre
// quatre-vingts".
#pragma once

#include <optional>

#include "mention/amounts.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Money told with its hundredths, or a measure with a smaller unit behind it, out of two neighbours; in the
// unit of the result. nullopt when the two are two.
std::optional<Amount> join_amounts(const Annotated& text, const Rulebook& rulebook, const Amount& whole,
                                   const Amount& part);

}  // namespace crosscheck
