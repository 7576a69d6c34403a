// The time that a sentence tells of when a date at its head sets it, as far as no other date ends it: "In
// June 2012, a quake struck here. It was six miles west of Cobb." Background of this sort holds figures that
// look like those of the event.
#pragma once

#include <optional>
#include <vector>

#include "claim/context.h"

namespace crosscheck {

// By sentence of the text; empty for those under no such date.
std::vector<std::optional<Date>> time_frames(const ClaimContext& context);

// Whether the date ends so long before the article that what it tells belongs to another event.
bool is_long_ago(const Annotated& text, const Date& date);

}  // namespace crosscheck
