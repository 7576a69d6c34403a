// Persons whom one article names in full and another without some of their names.
#pragma once

#include <vector>

#include "resolve/links.h"

namespace crosscheck {

// Gives longer names of persons the ids of the shorter ones that mean the same: "Mark Peter Dorn" and "Mark Dorn";
// "Smirking Paul Rast", where a capital at the head of a sentence joined the name, and leaves it again. A name that
// could be two stays as it is.
void join_long_names(const std::vector<NamedText>& articles);

}  // namespace crosscheck
