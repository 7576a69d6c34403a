// Names of two articles that differ by a letter and mean the same: "Occurrence" and "Occurence". Strict: a
// wrong pair makes one person of two.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "resolve/links.h"

namespace crosscheck {

// Ids of names with the id of the same name spelt another way, told by more articles.
std::map<std::string, std::string> find_spellings(const Rulebook& rulebook,
                                                  const std::vector<NamedText>& articles);

}  // namespace crosscheck
