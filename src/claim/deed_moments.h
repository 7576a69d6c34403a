// The deed that a date or a time is told of: the verb or noun that governs it, and the thing that the deed
// befalls. "La grève, commencée le 3 février" and "Le mouvement, qui a débuté lundi" tell of one beginning,
// in other words and another order. Rules that name a `deed:` read their moments this way.
#pragma once

#include <string>
#include <vector>

#include "claim/context.h"
#include "claim/matcher.h"
#include "rules/rule.h"

namespace crosscheck {

struct DeedMatch {
  const Rule* rule = nullptr;
  PatternMatch match;   // the words of the deed and of its thing, and the moment as slot `value`
  std::string deed;     // the concept right below that of the rule
  std::string thing;    // the same of `thing:`; empty when the rule asks for none
  std::string name_id;  // of the thing, where it has a name
  std::string name;
  std::string refused;  // why the rule does not apply after all; empty when it does
};

// What each rule with a deed reads of a mention of kind date or time, in the order of the rules.
std::vector<DeedMatch> match_deeds(const ClaimContext& context, uint32_t mention);

}  // namespace crosscheck
