// From what the words of a date say to what they mean in this article: relative dates from the day of
// publication, "two days later" from the date it hangs on, a left-out year as the nearest one that fits. What
// cannot be resolved keeps its words.
#pragma once

#include <vector>

#include "crosscheck/mention.h"
#include "rules/annotate.h"

namespace crosscheck {

// Fills Mention::value of dates. Adds a warning to `warnings` for a weekday that does not fit its date.
void resolve_dates(const Annotated& text, std::vector<Mention>* mentions, std::vector<std::string>* warnings);

}  // namespace crosscheck
