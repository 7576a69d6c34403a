// Who tells a fact: the speakers it is ascribed to, and articles that tell two values of one thing.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "compare/facts.h"
#include "crosscheck/finding.h"

namespace crosscheck {

std::set<uint32_t> documents_of(const Report& report, const Fact& fact);

// Whether every claim of both is ascribed, and never to the same speaker: "9,000 (police)", "30,000 (union)".
bool different_speakers(const Report& report, const Fact& a, const Fact& b);

// Whether each article that tells both tells one in its headline and the other in its body: it contradicts
// itself. An article that tells both otherwise tells of two things.
bool headline_against_body(const Report& report, const Fact& a, const Fact& b);

}  // namespace crosscheck
