// Short and long names of one organisation: "Solvane" and "Solvane Industries", "CRM" and its expansion. Told
// apart from a parent and its subsidiary, which share a name, too.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "resolve/links.h"

namespace crosscheck {

// Ids of organisations that are another one, with that other one.
std::map<std::string, std::string> find_firm_names(const Rulebook& rulebook,
                                                   const std::vector<NamedText>& articles);

}  // namespace crosscheck
