// Quotations of two articles: one speaker's words told with other words, or by another speaker. A shorter cut
// of the same words is no difference, and a translation is never compared.
#pragma once

#include <vector>

#include "compare/conflicts.h"
#include "crosscheck/finding.h"

namespace crosscheck {

constexpr const char* kQuotation = "quotation";  // attribute of claims that quote

// Takes out of the report the quotations that no article tells otherwise; returns the others, each against
// the one that it differs from.
std::vector<Cluster> keep_disputed_quotations(Report* report);

}  // namespace crosscheck
