// Names in headlines Written Like This or IN CAPITALS, where a capital tells nothing.
#pragma once

#include <vector>

#include "mention/names.h"
#include "rules/annotate.h"

namespace crosscheck {

// Whether capitals of this sentence tell nothing.
bool has_headline_capitals(const Annotated& text, const SentenceRange& sentence);

// Adds to `runs`, ordered by place, the names that the rest of the article tells and those that begin with a
// given name.
void find_in_headlines(const Annotated& text, const std::vector<SentenceRange>& headlines,
                       std::vector<NameRun>* runs);

}  // namespace crosscheck
