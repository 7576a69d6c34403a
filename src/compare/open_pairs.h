// How far two facts of one kind answer one question, by all that their claims tell of it.
#pragma once

#include <optional>
#include <string>

#include "compare/likeness.h"
#include "compare/open_facts.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Two facts that no rule set against each other, and what speaks for and against one question.
struct OpenPair {
  uint32_t a, b;
  int points;
  int words;  // of the points, those of the words around
  std::string objection;
  bool one_part = false;    // both tell one and the same place or subset
  bool one_thing = false;   // both count one and the same thing, and no mere persons
  bool one_share = false;   // both are a share of one and the same thing
  bool long_slip = false;   // the digits of one are those of the other
  bool swap = false;        // the same in another order
  bool long_swap = false;   // of whole numbers with three digits and more
  bool one_time = false;    // neither is held back as told of another time, or both are
  bool other_part = false;  // they tell different ones, or one alone does
  bool no_match = false;    // however alike their words: a part and its whole, figures of quite another size
  bool near = false;        // no rule reads either, and they differ by less than a third
  bool odd_one = false;     // several articles tell one, and the other stands in one that does not
  std::optional<int> apart = std::nullopt;  // of two clock times, in minutes
};

// Weighs each claim of one fact with each of the other. `a` and `b` are facts of one kind.
OpenPair weigh_pair(const Rulebook& rulebook, const Likeness& likeness, const OpenFacts& facts, uint32_t a,
                    uint32_t b);

// Whether both tell what stories tell few of: sums, measures, clock times, and, with something in common,
// lengths of time that are counted in hours or days. Years are told of everything.
bool is_seldom(const OpenFacts& facts, const OpenPair& pair);

// What a share is told of, where that is something to be counted: "50 % des TGV", not "une hausse de 50 %".
// And which side of a thing is measured: "l'altitude était de 68 km". Empty for all others.
std::string share_of(const Rulebook& rulebook, const Claim& claim);

// Points of the words around that two facts need in common at least, and those of which one article tells
// otherwise what several tell.
inline constexpr int kWordsLeast = 8;
inline constexpr int kWordsOfOddOne = 4;

}  // namespace crosscheck
