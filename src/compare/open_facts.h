// Facts whose figures may answer one question though no rule says which: what they hold that deciding needs.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "compare/facts.h"
#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

// The report and its facts must outlive it. Facts are told by their index, claims by theirs in the report.
class OpenFacts {
 public:
  OpenFacts(const Rulebook& rulebook, const Report& report, const std::vector<Fact>& facts);

  uint32_t size() const { return static_cast<uint32_t>(facts_.size()); }
  const Claim& claim(uint32_t c) const { return report_.claims[c]; }
  const std::vector<uint32_t>& claims_of(uint32_t fact) const { return facts_[fact].claims; }
  const Claim& head(uint32_t fact) const { return claim(facts_[fact].claims.front()); }

  // Facts of one kind can answer one question. Empty for what only a rule can set against another: dates near
  // the article, which conflict through their event, roles, states and statements.
  const std::string& kind(uint32_t fact) const { return known_[fact].kind; }
  // The first claims of each article: those that tell the same once more add nothing but work.
  const std::vector<uint32_t>& speaking(uint32_t fact) const { return known_[fact].speaking; }
  // Whether a second article tells it.
  bool told_again(uint32_t fact) const { return known_[fact].told_again; }
  // Whether no rule read any of its claims.
  bool unread(uint32_t fact) const { return known_[fact].unread; }
  // Whether a claim tells more than a vague amount.
  bool exact(uint32_t fact) const;
  std::set<uint32_t> documents(uint32_t fact) const;
  bool one_article_tells_both(uint32_t a, uint32_t b) const;

  const Report& report() const { return report_; }
  const Fact& fact(uint32_t fact) const { return facts_[fact]; }

 private:
  struct Known {
    std::string kind;
    std::vector<uint32_t> speaking;
    bool told_again = false;
    bool unread = false;
  };

  const Report& report_;
  const std::vector<Fact>& facts_;
  std::vector<Known> known_;  // by fact
};

}  // namespace crosscheck
