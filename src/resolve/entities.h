// Which person, organisation or place a name means: within an article (full name then surname, acronym,
// pronoun, "the company"), then across the articles of a dossier (spelling and accent variants, look-alike
// letters).
#pragma once

#include <vector>

#include "crosscheck/mention.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Sets Mention::entity and the name in Mention::value of persons, organisations and places of one article.
void resolve_names(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* mentions,
                   std::vector<std::string>* warnings);

// Makes the ids of one entity equal across articles: "altman" of one and "sam-altman" of another when only
// one person of that surname is known. Articles in the order of their ids.
void link_names(const Rulebook& rulebook, std::vector<std::vector<Mention>*> articles);

}  // namespace crosscheck
