// How likely two claims tell of one fact, as points of evidence: how rare the value is that both tell
// (value_points.h), what rule read them, what they count (counted_alike.h), and which words stand around both
// (word_points.h). Two deciders share the scale: agreements (facts.h), which equal values carry a long way,
// and conflicts (conflicts.h), where only the context counts.
//
// The weights are whole numbers, taken from how often pairs of each sort told one fact in hand-made answers.
#pragma once

#include <cstdint>
#include <string>

#include "compare/objections.h"
#include "compare/story_days.h"
#include "compare/value_points.h"
#include "compare/word_points.h"
#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Claims are told by their index in the report.
class Likeness {
 public:
  Likeness(const Rulebook& rulebook, const Report& report)
      : rulebook_(rulebook), report_(report), values_(report), words_(report), days_(report) {}

  static constexpr int kSameFact = kSameFactPoints;

  // Why the two tell of two things, whatever their values; empty when nothing speaks against one.
  std::string objection(uint32_t a, uint32_t b) const {
    return find_objection(rulebook_, report_, values_, claim(a), claim(b));
  }
  std::string objection_of_question(uint32_t a, uint32_t b) const {
    return find_objection_of_question(rulebook_, report_, values_, claim(a), claim(b));
  }
  std::string objection_of_context(uint32_t a, uint32_t b) const {
    return find_objection_of_context(rulebook_, report_, values_, claim(a), claim(b));
  }
  std::string objection_of_counted(uint32_t a, uint32_t b) const {
    return find_objection_of_counted(rulebook_, report_, values_, claim(a), claim(b));
  }
  int value_points(uint32_t a, uint32_t b) const { return values_.of(claim(a), claim(b)); }
  int word_points(uint32_t a, uint32_t b) const { return words_.of(claim(a), claim(b)); }
  // Points of rule, subject, noun and words.
  int context_points(uint32_t a, uint32_t b) const;

  const WordPoints& words() const { return words_; }

 private:
  const Claim& claim(uint32_t c) const { return report_.claims[c]; }
  int rule_points(const Claim& a, const Claim& b) const;
  int thing_points(const Claim& a, const Claim& b) const;

  const Rulebook& rulebook_;
  const Report& report_;
  ValuePoints values_;
  WordPoints words_;
  StoryDays days_;
};

}  // namespace crosscheck
