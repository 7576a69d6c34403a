// The draft piece by piece: what each figure, date, name, title, place and quotation of it has for it, and
// against it, in the sources.
#pragma once

#include <vector>

#include "crosscheck/finding.h"
#include "crosscheck/mention.h"

namespace crosscheck {

// Ordered by place; empty when no document is a draft. `mentions` are those of each document, in their order;
// findings and claims must be complete.
// `names` are the places of the draft's names; what only stands for one ("the company") is no item.
std::vector<DraftItem> draft_items(const Report& report, const std::vector<std::vector<Mention>*>& mentions,
                                   const std::vector<TextSpan>& names);

}  // namespace crosscheck
