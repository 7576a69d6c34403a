// Names whose kind other articles may tell better: those that nothing in their article types, and those typed
// by evidence that is often true of other kinds, too. resolve/name_kinds settles them.
#pragma once

#include <vector>

#include "crosscheck/mention.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

// As find_mentions(text, rulebook); `doubtful` receives the names that nothing types, and copies of the
// weakly typed ones.
std::vector<Mention> find_mentions(const Annotated& text, const Rulebook& rulebook,
                                   std::vector<Mention>* doubtful);

}  // namespace crosscheck
