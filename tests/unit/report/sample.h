// A report made by hand, on a company that does not exist, for the tests of all formats. Its articles hold
// what a report must bear: two languages, copied agency text, nested claims, markup, control characters,
// formulas, very long words.
#pragma once

#include <vector>

#include "crosscheck/finding.h"

namespace crosscheck::sample {

Report report();
// The same with its first article as the draft, and a checklist of it.
Report draft();
// No article, no claim.
// The sample with a baseline and what editors said: the first contradiction is settled, the second confirmed,
// the third known, the fourth to wait, and a decision about the fifth has lapsed.
Report decided();
Report empty();

// At least one value of every kind and form.
std::vector<Value> every_value();
// One single-source claim for each of every_value().
Report report_of_values();

}  // namespace crosscheck::sample
