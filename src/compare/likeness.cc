#include "compare/likeness.h"

#include <algorithm>

#include "compare/counted_alike.h"
#include "compare/figures.h"
#include "compare/subjects.h"
#include "rules/rule.h"

namespace crosscheck {
namespace {

constexpr int kOneQuestion = 45;  // of claims that rules read as answers to one question
constexpr int kBothLeads = 25;
constexpr int kOnePlace = 20;
constexpr int kOneStage = 15;
constexpr int kWordOfSmall = 6;   // of a word that small counts, or other values told of everything, share
constexpr int kWordsOfSmall = 2;  // so many of them
constexpr int kOneDistance = 30;  // of two lengths measured from one place
constexpr int kTwoNouns = 35;     // of counts of two things
constexpr int kTwoNounsOfOne = 5;

int place_points(const Claim& a, const Claim& b) {
  if (a.qualifiers.place != b.qualifiers.place) return -kOnePlace;  // told on one side: two are an objection
  return a.qualifiers.place.empty() ? 0 : kOnePlace;
}

int distance_points(const Claim& a, const Claim& b) {
  if (!std::holds_alternative<Measure>(a.value) || (a.object.empty() && b.object.empty())) return 0;
  return a.object == b.object ? kOneDistance : -kOneDistance;
}

// The day told in two leads is that of the event.
int lead_points(const Claim& a, const Claim& b) {
  if (!a.in_lead || !b.in_lead) return 0;
  return std::holds_alternative<Date>(a.value) ? kBothLeads : kBothLeads / 4;
}

}  // namespace

int Likeness::context_points(uint32_t a, uint32_t b) const {
  const Claim& x = claim(a);
  const Claim& y = claim(b);
  int points = word_points(a, b) + thing_points(x, y) + rule_points(x, y) + subject_points(x, y) +
               lead_points(x, y) + place_points(x, y) + distance_points(x, y) + days_.points(a, b);
  if (amount_of(x.value) && value_points(a, b) <= ValuePoints::kFew)
    points += std::min(kWordsOfSmall, words_in_both(x.clause_words, y.clause_words)) * kWordOfSmall;
  if (x.qualifiers.stage != y.qualifiers.stage) points -= kOneStage;
  return points;
}

int Likeness::rule_points(const Claim& a, const Claim& b) const {
  // Two rules may read one question: when a firm was founded, and how old it is.
  const bool asked_alike = a.rule == b.rule || (rulebook_.rule(b.rule) && a.attribute == b.attribute);
  const Rule* rule = asked_alike ? rulebook_.rule(a.rule) : nullptr;
  // What only a deed tells is as many questions as there are deeds.
  return rule && (a.attribute == b.attribute || !rule->of_deed_alone()) ? kOneQuestion : 0;
}

int Likeness::thing_points(const Claim& a, const Claim& b) const {
  const int points = noun_points(rulebook_, a, b);
  // A length, a sum or a share is told by a verb as often as of a thing: "emportée sur 60 mètres".
  const bool two =
      std::holds_alternative<Count>(a.value) && !a.noun.empty() && !b.noun.empty() && a.noun != b.noun;
  if (!two || points != 0) return points;
  return values_.of(a, b) > 60 ? -kTwoNounsOfOne : -kTwoNouns;
}

}  // namespace crosscheck
