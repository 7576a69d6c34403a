// How likely two claims tell of one fact, as points of evidence: how rare the value is that both tell, what
// rule read them, what they count, and which words stand around both. Two deciders share the scale:
// agreements (facts.h), which equal values carry a long way, and conflicts (conflicts.h), where only the
// context counts.
//
// The weights are whole numbers, taken from how often pairs of each sort told one fact in hand-made answers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

class Likeness {
 public:
  Likeness(const Rulebook& rulebook, const Report& report);

  // Points from which on two claims whose values fit are one fact.
  static constexpr int kSameFact = 60;

  // Why the two tell of two things, whatever their values; empty when nothing speaks against one.
  std::string objection(uint32_t a, uint32_t b) const;
  // Points of equal values and of values that merely fit.
  int value_points(uint32_t a, uint32_t b) const;
  // Points of rule, subject, noun and words.
  int context_points(uint32_t a, uint32_t b) const;
  // Of one word: the rarer in the dossier, the more; 0 for one that nearly all sentences share.
  int weight(uint64_t word) const;
  // In how many sentences that make a claim a word stands.
  uint32_t sentences_with(uint64_t word) const;
  // Whether it counts people of whom no more is told: "four men" are told of many things.
  bool counts_anybody(const Claim& claim) const;
  // Points of the words alone.
  int word_points(uint32_t a, uint32_t b) const;

 private:
  const Claim& claim(uint32_t c) const { return report_.claims[c]; }
  bool of_two_days(const Claim& a, const Claim& b) const;  // published
  int noun_points(const Claim& a, const Claim& b) const;
  // Whether the claim's date is told once in its article.
  bool told_once(const Claim& claim) const;
  static int common(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b);
  int shared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) const;

  const Rulebook& rulebook_;
  const Report& report_;
  absl::flat_hash_map<uint64_t, uint32_t> sentences_with_;      // word -> in how many sentences it stands
  std::map<std::pair<uint32_t, std::string>, int> dates_told_;  // how often a document tells a date
  uint32_t sentences_ = 0;
  int crowd_ =
      0;  // points that equal values are worth less among many articles, where chance makes more of them
};

// The figure that a claim shows, on the scale of its kind: SI units, seconds, percent. nullopt when it has
// none.
std::optional<Decimal> size_of(const Claim& claim);

// Whether one amount is so many times the other that they can hardly answer one question: "$3" and "$8.4
// billion".
bool of_other_magnitude(const Claim& a, const Claim& b);

// Whether the two figures have the same digits in another order or with the point elsewhere: "4,812" and
// "4,182", "1.2" and "12"; seldom of two things by chance, and of four digits and more never.
bool is_slip(const Claim& a, const Claim& b);
bool is_long_slip(const Claim& a, const Claim& b);

// Whether both count what is called by one word or is one concept.
bool counts_alike(const Claim& a, const Claim& b);

// Words that both clauses tell, or the clause of one and the rest of the sentence of the other.
int words_in_common(const Claim& a, const Claim& b);

// Whether both tell the very same value.
bool same_value(const Claim& a, const Claim& b);

}  // namespace crosscheck
