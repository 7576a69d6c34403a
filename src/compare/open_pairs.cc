#include "compare/open_pairs.h"

#include <algorithm>

#include "compare/closeness.h"
#include "compare/comparators/fit.h"
#include "compare/counted_alike.h"
#include "compare/figures.h"
#include "compare/open_objections.h"
#include "compare/parts.h"
#include "compare/voices.h"

namespace crosscheck {
namespace {

// Between a clock time that several articles tell and another one, which may be the same told otherwise.
constexpr int kMinutesOfOddOne = 150;
constexpr int kMinutesOfTwice = 60;  // that several articles tell, too

class Weigher {
 public:
  Weigher(const Rulebook& rulebook, const Likeness& likeness, const OpenFacts& facts)
      : rulebook_(rulebook), likeness_(likeness), facts_(facts) {}

  OpenPair weigh(uint32_t a, uint32_t b) const {
    OpenPair pair{std::min(a, b), std::max(a, b), 0, 0, ""};
    const int near = closeness(facts_.head(a), facts_.head(b));
    pair.apart = minutes_apart(facts_.head(a), facts_.head(b));
    pair.odd_one = is_odd_one(a, b, pair) || is_odd_one(b, a, pair);
    pair.near = facts_.unread(a) && facts_.unread(b) && near >= kClose;
    // "de nombreux chefs d'État" fits 80 as well as 90, and keeps the two from nothing.
    const bool exact = facts_.exact(a) && facts_.exact(b);
    const bool apart = different_speakers(facts_.report(), facts_.fact(a), facts_.fact(b)) ||
                       headline_against_body(facts_.report(), facts_.fact(a), facts_.fact(b));
    if (!apart && facts_.one_article_tells_both(a, b))
      pair.objection = "one article tells both, so they are two things";
    const bool close = pair.apart ? *pair.apart <= kMinutesOfTwice : near >= kClose;
    if (!apart && facts_.told_again(a) && facts_.told_again(b) && !close)
      pair.objection = "several articles tell each, so they are two things";
    Gathered gathered;
    for (const uint32_t c : facts_.speaking(a)) {
      for (const uint32_t d : facts_.speaking(b)) {
        if (facts_.claim(c).document == facts_.claim(d).document && !apart) continue;
        if (exact && (is_vague(facts_.claim(c).value) || is_vague(facts_.claim(d).value))) continue;
        weigh_claims(c, d, &pair, &gathered);
      }
    }
    if (pair.objection.empty() && !gathered.one_name) pair.objection = std::move(gathered.two_names);
    if (pair.objection.empty() && !gathered.two_questions.empty()) {
      pair.odd_one |= is_read_otherwise(pair, near);
      if (!pair.odd_one) pair.objection = std::move(gathered.two_questions);
    }
    if (!pair.objection.empty()) return pair;
    if (!gathered.conflict && gathered.hindered.empty())
      pair.objection = "the two values can stand side by side";
    if (!gathered.free && !gathered.hindered.empty()) pair.objection = std::move(gathered.hindered);
    return pair;
  }

 private:
  // A figure that several articles tell is one of the story: the article that lacks it, and tells one near it
  // in words alike, is likely to tell the same otherwise. A figure that a rule reads answers a question of
  // its own.
  bool is_odd_one(uint32_t one, uint32_t other, const OpenPair& pair) const {
    const bool days = std::holds_alternative<Date>(facts_.head(one).value);
    const bool near = pair.apart ? *pair.apart <= kMinutesOfOddOne
                                 : closeness(facts_.head(one), facts_.head(other)) >= kNear;
    const bool twice = pair.apart && *pair.apart <= kMinutesOfTwice;
    return facts_.told_again(one) && (twice || !facts_.told_again(other)) && facts_.unread(other) &&
           (days || near) && !is_part_of_day(facts_.head(other));
  }

  // "A break-up fee of $120m", "$150m as compensation": two rules may read what several articles tell and the
  // one that tells it otherwise, where the figures are close, and seldom in number.
  bool is_read_otherwise(const OpenPair& pair, int near) const {
    const bool seldom = pair.swap || is_seldom(facts_, pair);
    return facts_.told_again(pair.a) != facts_.told_again(pair.b) && near >= kClose &&
           pair.words >= kWordsLeast && seldom;
  }

  // What is gathered from the claims of two facts, each with each.
  struct Gathered {
    bool conflict = false;  // the values of two do
    bool free = false;      // and nothing in how they are told speaks against it
    std::string hindered;   // what does, for others
    // What is counted may have a second name in one article: "dockworkers", "members". One name in common is
    // enough.
    bool one_name = false;
    std::string two_names;
    std::string two_questions;
  };

  void weigh_claims(uint32_t c, uint32_t d, OpenPair* pair, Gathered* gathered) const {
    const Claim& x = facts_.claim(c);
    const Claim& y = facts_.claim(d);
    // "contre 185 000 au pire moment": what one article compares with, another may just tell.
    if (is_compared_with(x) != is_compared_with(y)) {
      gathered->hindered = is_compared_with(x) ? x.held_back : y.held_back;
      return;
    }
    note_what_is_one(x, y, pair);
    if (std::string why = objection(c, d); !why.empty()) pair->objection = std::move(why);
    if (std::string why = likeness_.objection_of_question(c, d); !why.empty())
      gathered->two_questions = std::move(why);
    std::string why = objection_of_names(x, y);
    const bool told_again = facts_.told_again(pair->a) != facts_.told_again(pair->b);
    if (why.empty()) why = objection_of_nouns(rulebook_, x, y, told_again);
    if (why.empty()) why = likeness_.objection_of_counted(c, d);
    if (!why.empty()) {
      gathered->two_names = std::move(why);
      return;
    }
    gathered->one_name = true;
    if (fit(x.value, y.value, comparison_of(rulebook_, x, y), rulebook_) == Fit::conflict) {
      gathered->conflict = true;
      std::string hindered = objection_of_telling(x, y, pair->odd_one);
      gathered->free |= hindered.empty();
      if (!hindered.empty()) gathered->hindered = std::move(hindered);
    }
    pair->points = std::max(pair->points, likeness_.context_points(c, d) + closeness(x, y));
    pair->words = std::max(pair->words, likeness_.word_points(c, d));
  }

  void note_what_is_one(const Claim& x, const Claim& y, OpenPair* pair) const {
    const Qualifiers& p = x.qualifiers;
    const Qualifiers& q = y.qualifiers;
    const bool same_part = p.place == q.place && p.subset == q.subset;
    pair->no_match |= !objection_of_parts(x, y).empty() || of_other_magnitude(x, y);
    pair->long_slip |= is_long_slip(x, y);
    if (is_swap(x, y)) {
      pair->swap = true;
      pair->long_swap |= is_long_swap(x, y);
    }
    pair->one_time |= x.held_back.empty() == y.held_back.empty();
    pair->one_part |= same_part && !(p.place.empty() && p.subset.empty());
    pair->other_part |= !same_part;
    pair->one_thing |= std::holds_alternative<Count>(x.value) && !x.noun_concept.empty() &&
                       !counts_anybody(rulebook_, x) && x.noun_concept == y.noun_concept;
    pair->one_share |= !share_of(rulebook_, x).empty() && share_of(rulebook_, x) == share_of(rulebook_, y) &&
                       closeness(x, y) >= 0;
  }

  std::string objection(uint32_t a, uint32_t b) const {
    std::string why = open_objection(rulebook_, facts_.claim(a), facts_.claim(b));
    return why.empty() ? likeness_.objection_of_context(a, b) : why;
  }

  static bool is_compared_with(const Claim& claim) {
    return claim.qualifiers.stage == Stage::earlier && !claim.held_back.empty();
  }

  const Rulebook& rulebook_;
  const Likeness& likeness_;
  const OpenFacts& facts_;
};

}  // namespace

OpenPair weigh_pair(const Rulebook& rulebook, const Likeness& likeness, const OpenFacts& facts, uint32_t a,
                    uint32_t b) {
  return Weigher(rulebook, likeness, facts).weigh(a, b);
}

bool is_seldom(const OpenFacts& facts, const OpenPair& pair) {
  constexpr int kMonth = 30 * 24 * 60 * 60;
  const Value& value = facts.head(pair.a).value;
  const std::optional<Decimal> size = size_of(facts.head(pair.a));
  const bool brief = std::holds_alternative<Duration>(value) && size && *size < Decimal(kMonth) &&
                     pair.words >= kWordsOfOddOne;
  return brief || pair.apart || std::holds_alternative<Money>(value) ||
         std::holds_alternative<Measure>(value);
}

std::string share_of(const Rulebook& rulebook, const Claim& claim) {
  if (std::holds_alternative<Measure>(claim.value))
    return rulebook.is_a(claim.noun_concept, "dimension") ? claim.noun_concept : "";
  const bool of_thing =
      rulebook.is_a(claim.noun_concept, "countable") || rulebook.is_a(claim.noun_concept, "dimension");
  return is_share(claim.value) && of_thing ? claim.noun_concept : "";
}

}  // namespace crosscheck
