// Finds the typed spans of an article. Each recognizer is one file with one function; mentions.cc runs them
// in a fixed order and settles overlaps: the longest expression wins, then the more specific kind.
#pragma once

#include <vector>

#include "crosscheck/mention.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Ordered by span. Dates and names are not yet resolved: resolve/ does that.
std::vector<Mention> find_mentions(const Annotated& text, const Rulebook& rulebook);

}  // namespace crosscheck
