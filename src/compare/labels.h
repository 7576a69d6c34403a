// Names for people, in the language of the report, of what findings and claims name by id.
#pragma once

#include <string>

#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Of the question that a finding answers; its attribute where no rule, role or concept has words for it.
std::string label_of(const Rulebook& rulebook, const std::string& language, const Finding& finding);

// Fills Report::labels with what attributes, values, speakers and places of the claims name.
void collect_labels(const Rulebook& rulebook, const std::string& language, Report* report);

}  // namespace crosscheck
