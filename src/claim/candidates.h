// Matches of rules in one article, before one is chosen for each value.
#pragma once

#include <string>
#include <vector>

#include "claim/context.h"
#include "claim/matcher.h"
#include "rules/rule.h"

namespace crosscheck {

struct Candidate {
  const Rule* rule = nullptr;
  const Pattern* pattern = nullptr;
  uint32_t sentence = 0;
  PatternMatch match;
  uint32_t value = kNone;  // mention; kNone for states
  std::string deed;        // what a rule with a deed read: the concepts of the deed and of its thing
  std::string thing;
  std::string name_id;  // of the thing
  std::string name;
};

// A rule that would have read something but was held off by a guard.
struct GuardNote {
  uint32_t value = kNone;
  std::string text;  // "organisation.employees does not apply: …"
};

// All matches that no guard forbids, by sentence, rule and place.
std::vector<Candidate> find_candidates(const ClaimContext& context, std::vector<GuardNote>* notes);

// Of the candidates of one value the one that fits best: the deed nearest to the value, then the more
// demanding pattern, then the smaller id. Candidates without a value are kept once for each rule and trigger.
std::vector<Candidate> choose(const ClaimContext& context, std::vector<Candidate> candidates);

}  // namespace crosscheck
