// Which person, organisation or place a name means within one article: full name then surname, acronym and
// expansion, look-alike letters, a name told beside an older one. resolve/links.h goes on across articles.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/mention.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Sets Mention::entity and the name in Mention::value of persons, organisations and places of one article.
void resolve_names(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* mentions,
                   std::vector<std::string>* warnings);

bool is_name(const Mention& mention);

// The id of a name that no rule knows: lower case, no accents, one hyphen for all that is no letter or digit.
std::string slug(absl::string_view name);

// Whether a name has several words.
bool is_full(absl::string_view name);

// Gives a name another identity.
void rename(const std::string& id, const std::string& name, Mention* mention);

}  // namespace crosscheck
