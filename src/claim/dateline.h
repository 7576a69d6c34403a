// "PARIS, 19 nov (AFP) - ", "6 August 2024" alone on a line, "By Ann Dorn | 10 June 2026 | 11:15 BST": when
// and where an article was sent, not what it tells.
#pragma once

#include "claim/context.h"

namespace crosscheck {

// Whether the date or time is that of the dispatch: it fills its sentence, stands with names only between the
// head of the sentence and a dash, or in a line of the article's head that tells about the day of
// publication.
bool is_dateline(const ClaimContext& context, uint32_t moment);

}  // namespace crosscheck
