// Makes the ids of one person, organisation or place equal across the articles of a dossier, and its name the
// same: surnames, short forms of firms, acronyms, former names, kinds that one article tells better, near
// spellings.
#pragma once

#include <vector>

#include "crosscheck/mention.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

struct NamedText {
  const Annotated* text = nullptr;
  std::vector<Mention>* mentions = nullptr;        // names resolved within the article
  const std::vector<Mention>* doubtful = nullptr;  // see find_mentions; may be null
};

// Articles in the order of their ids; only those of one dossier are linked.
void link_names(const Rulebook& rulebook, const std::vector<NamedText>& articles);

}  // namespace crosscheck
