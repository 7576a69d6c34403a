// The news agency whose copy an article says it runs: a dateline "PARIS (AFP) -", a line "Le Soir avec AFP"
// or "Source: Reuters". Ten papers that run it are one origin.
#pragma once

#include <string>

#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Id of the agency's entity; empty when the article names none as its own source.
std::string find_agency(const Annotated& text, const Rulebook& rulebook);

}  // namespace crosscheck
