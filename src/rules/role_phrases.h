// Posts with a nationality in, before or behind them: "ministre (cambodgien) des Affaires étrangères", "Thai
// foreign minister", "président chinois".
#pragma once

#include <vector>

#include "rules/language.h"

namespace crosscheck {

// Adds to the matches of a text the roles that an adjective of a country or town widens; the order of matches
// is kept.
void widen_roles(const Language& language, const Tokens& tokens, std::vector<Lexicon::Match>* matches);

}  // namespace crosscheck
