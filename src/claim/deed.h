// Whether what is told is told as a fact: denied, planned, merely possible, under a condition, asked for.
#pragma once

#include <string>
#include <vector>

#include "absl/types/span.h"
#include "claim/context.h"
#include "claim/matcher.h"
#include "crosscheck/claim.h"

namespace crosscheck {

// The words of a claim and of its deed.
struct Told {
  uint32_t first = 0;  // tokens [first, last): the value, or the words of a state
  uint32_t last = 0;
  uint32_t anchor = kNone;            // the verb or noun that tells the deed; kNone for none
  absl::Span<const ToldWords> words;  // the phrases that a rule read
};

// Fills polarity and modality; `steps` gets the words that decided.
void find_deed(const ClaimContext& context, const Told& told, Qualifiers* out,
               std::vector<std::string>* steps);

}  // namespace crosscheck
