// Quoted speech with its speaker: "X said: '…'", "« … », a déclaré X", "'…,' he said".
#pragma once

#include <vector>

#include "claim/context.h"

namespace crosscheck {

// Tokens [first, last) between the marks.
struct QuotationRange {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t speaker = kNone;  // mention of a person; kNone when nobody is told
};

// In the order of the text; words in quotation marks that are too few for speech are left out.
std::vector<QuotationRange> find_quotations(const ClaimContext& context);

}  // namespace crosscheck
