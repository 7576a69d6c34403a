// States that an article announces: "closed until Friday, when it will reopen".
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

class Announced {
 public:
  Announced(const Rulebook& rulebook, const Report& report);

  // Whether one of the two tells a state that the article of the other announces (RuleState::becomes),
  // whatever that one tells of its own day: in an article published later, or as what is yet to come.
  bool comes_true(const Claim& a, const Claim& b) const;

 private:
  bool follows(const Claim& before, const Claim& after) const;

  const Report& report_;
  // By article and attribute: the states announced, as State::event has them.
  std::map<std::pair<uint32_t, std::string>, std::set<std::string>> announced_;
};

}  // namespace crosscheck
