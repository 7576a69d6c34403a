// Figures that tell where an amount began and where it ended: "est passé de 9 à 14 morts", "rose to 54 from
// 31", "cut from nine years to six". The first no longer holds; they are no range.
#pragma once

#include <vector>

#include "crosscheck/mention.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Makes two mentions of a range that is such a way, and marks the beginnings of all ways (`was_before`).
// `mentions` are ordered by place, and stay so. Nouns are not attached yet.
void split_changes(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* mentions);

}  // namespace crosscheck
