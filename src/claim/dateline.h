// "PARIS, 19 nov (AFP) - ", "6 August 2024" alone on a line: when and where an article was sent, not what it
// tells.
#pragma once

#include "claim/context.h"

namespace crosscheck {

// Whether the date mention is that of the dispatch: it fills its sentence, or stands with names only between
// the head of the sentence and a dash.
bool is_dateline(const ClaimContext& context, uint32_t date);

}  // namespace crosscheck
