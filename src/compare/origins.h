// Where claims really come from. Ten copies of one wire story are one origin, and so are five articles that
// cite the same newspaper.
#pragma once

#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Sets Claim::origin: the outlet or agency that the claim is attributed to, else the one that its sentence
// cites, else that of the first article in which the same passage stands: the agency whose copy it runs, or
// its own outlet. Passages are sentences that share most of their runs of five words (shingles: Broder, "On
// the resemblance and containment of documents", 1997). Near-linear in the text.
void find_origins(const Rulebook& rulebook, const std::vector<std::string>& agencies, Report* report);

}  // namespace crosscheck
