// Which way a date leans that may lie on either side of the article: "vendredi" in "reprendra vendredi" is to
// come, in "a repris vendredi" is past. Told by the verbs of its clause, by its limit, or by standing alone.
#pragma once

#include <vector>

#include "crosscheck/mention.h"
#include "resolve/calendar.h"
#include "rules/annotate.h"

namespace crosscheck {

// By mention, whose readings must be known; none for those that are no dates.
std::vector<Occasion::Lean> find_leans(const Annotated& text, const std::vector<Mention>& mentions);

}  // namespace crosscheck
