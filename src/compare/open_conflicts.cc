#include "compare/open_conflicts.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "base/refusals.h"
#include "compare/closeness.h"
#include "compare/comparators/fit.h"
#include "compare/counted_alike.h"
#include "compare/far_days.h"
#include "compare/figures.h"
#include "compare/open_objections.h"
#include "compare/voices.h"

namespace crosscheck {
namespace {

constexpr size_t kBucketMost = 300;      // facts of one kind that are paired each with each
constexpr size_t kOwnMost = 4;           // claims of one article that speak for a fact
constexpr size_t kSpeakMost = 64;        // claims that do, of all articles
constexpr int kConflict = 40;            // points from which on two values are a conflict
constexpr int kConflictOfThings = 36;    // of two counts of one thing
constexpr int kConflictOfShares = 34;    // of two that each article tells once
constexpr int kConflictOfNear = 30;      // of two that no rule reads and that differ by less than a third
constexpr int kConflictOfDays = 25;      // of two days far from the article, a slip of the pen apart
constexpr int kConflictOfOddOne = 20;    // of what several articles tell and the one that tells it otherwise
constexpr int kDaysOfOddOne = 5;         // of such days
constexpr int kConflictOfSwap = 30;      // of two whose digits stand in another order
constexpr int kConflictOfLongSwap = 25;  // of such whole numbers with three digits and more
constexpr int kConflictOfTimes = 10;     // of two clock times: few are told, and each with its deed
constexpr int kWordsLeast = 8;           // and of these, those of the words around
constexpr int kWordsOfOddOne = 4;
constexpr int kWordsOfCounts = 24;  // of two counts that one article each tells, few or far apart
constexpr int kFew = 20;            // a count that is small
constexpr int kMargin = 8;          // over the best rival in either article
constexpr int kMarginOfOddOne = 4;
// Between a clock time that several articles tell and another one, which may be the same told otherwise.
constexpr int kMinutesOfOddOne = 150;
constexpr int kMinutesOfOnlyOne = 240;  // that is the only one of its article
constexpr int kMinutesOfTwice = 60;     // that several articles tell, too

class OpenConflictFinder {
 public:
  OpenConflictFinder(const Rulebook& rulebook, const Report& report, const Likeness& likeness,
                     const std::vector<Fact>& facts, std::vector<Refusal>* refusals)
      : rulebook_(rulebook), report_(report), likeness_(likeness), facts_(facts), refusals_(*refusals) {}

  std::vector<OpenConflict> run() {
    std::map<std::string, std::vector<uint32_t>> kinds;
    for (uint32_t f = 0; f < facts_.size(); ++f) {
      const std::string kind = kind_of(facts_[f]);
      if (!kind.empty()) kinds[kind].push_back(f);
      speaking_.push_back(kind.empty() ? std::vector<uint32_t>() : speaking(facts_[f]));
      told_again_.push_back(!kind.empty() && documents(f).size() > 1);
      unread_.push_back(!kind.empty() && is_unread(facts_[f]));
    }
    std::vector<OpenConflict> out;
    for (const auto& [kind, same] : kinds) {
      if (same.size() <= kBucketMost) find_in(same, &out);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const OpenConflict& x, const OpenConflict& y) { return x.points > y.points; });
    return out;
  }

 private:
  const Claim& claim(uint32_t c) const { return report_.claims[c]; }
  const Claim& head(uint32_t fact) const { return claim(facts_[fact].claims.front()); }

  // Figures that can answer one question at all. Empty for what only a rule can set against another: dates,
  // which conflict through their event, roles, states and statements.
  std::string kind_of(const Fact& fact) const {
    const Claim& one = claim(fact.claims.front());
    const bool rank = std::holds_alternative<Ordinal>(one.value);
    const std::string dossier = dossier_of(report_, one);
    if (is_far_day(report_, one)) return absl::StrCat(dossier, "\nday");
    if (is_far_year(report_, one)) return absl::StrCat(dossier, "\nyear");
    if (!rank && !amount_of(one.value) && !std::holds_alternative<ClockTime>(one.value)) return "";
    // Ranks of one thing alone: the third floor is no rival of the fourth strike.
    if (rank) return absl::StrCat(dossier, "\nrank ", one.noun_concept.empty() ? one.noun : one.noun_concept);
    if (const auto* measure = std::get_if<Measure>(&one.value))
      return absl::StrCat(dossier, "\nmeasure ",
                          measure->base_unit.empty() ? measure->unit : measure->base_unit);
    return absl::StrCat(dossier, "\n", type_of(one.value));
  }

  // Shares and percentages meet, and so do figures whose noun is told and those whose noun is left out.
  static std::string type_of(const Value& value) {
    if (std::holds_alternative<Count>(value)) return "count";
    return std::holds_alternative<Ratio>(value) ? "percent" : type_name(value);
  }

  // The first claims of each article: those that tell the same once more add nothing but work.
  std::vector<uint32_t> speaking(const Fact& fact) const {
    std::vector<uint32_t> out;
    size_t own = 0;
    for (const uint32_t c : fact.claims) {
      own = out.empty() || claim(out.back()).document != claim(c).document ? 0 : own;
      if (own++ < kOwnMost && out.size() < kSpeakMost) out.push_back(c);
    }
    return out;
  }

  bool one_article_tells_both(uint32_t a, uint32_t b) const {
    const std::vector<uint32_t>& others = facts_[b].claims;
    auto other = others.begin();
    for (const uint32_t c : facts_[a].claims) {
      while (other != others.end() && claim(*other).document < claim(c).document) ++other;
      if (other != others.end() && claim(*other).document == claim(c).document) return true;
    }
    return false;
  }

  std::set<uint32_t> documents(uint32_t fact) const { return documents_of(report_, facts_[fact]); }

  struct Pair {
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
    bool near = false;        // no rule reads either, and they differ by less than a third
    bool odd_one = false;     // several articles tell one, and the other stands in one that does not
    std::optional<int> apart = std::nullopt;  // of two clock times, in minutes
  };

  void find_in(const std::vector<uint32_t>& same, std::vector<OpenConflict>* out) {
    std::vector<Pair> pairs;
    for (size_t i = 0; i < same.size(); ++i) {
      for (size_t k = i + 1; k < same.size(); ++k) pairs.push_back(weigh(same[i], same[k]));
    }
    const Shares shares = shares_of_things(same);
    const std::map<uint32_t, int> told = facts_by_article(same);
    for (const Pair& pair : pairs) {
      const bool swapped = is_swapped(pair);
      const bool rare = swapped || is_only_one(pair, told) || (pair.odd_one && is_seldom(pair));
      if (!rare && !tells_enough(pair, pair.one_share && told_once(pair, shares))) continue;
      std::string why = pair.objection;
      if (why.empty() && !swapped && !has_margin(pair, pairs))
        why = "another figure would fit as well: ambiguous";
      if (why.empty()) {
        out->push_back({pair.a, pair.b, pair.points});
      } else if (refusals_.size() < kRefusalsOfOpen) {
        const uint32_t c = facts_[pair.a].claims.front(), d = facts_[pair.b].claims.front();
        refusals_.push_back({std::min(c, d), std::max(c, d), std::move(why)});
      }
    }
  }

  // Two figures of one story seldom have the same digits by chance.
  static bool is_swapped(const Pair& pair) {
    const int least = pair.long_swap ? kConflictOfLongSwap : kConflictOfSwap;
    return pair.swap && (pair.odd_one || pair.points >= least);
  }

  // Whether the words around, the thing counted and the values make the two one question.
  bool tells_enough(const Pair& pair, bool only_shares) const {
    if (pair.points < enough_for(pair, only_shares)) return false;
    return pair.words >= words_enough_for(pair) || (only_shares && !of_people(pair)) || pair.long_slip;
  }

  int enough_for(const Pair& pair, bool only_shares) const {
    const bool times = std::holds_alternative<ClockTime>(head(pair.a).value);
    const bool days = std::holds_alternative<Date>(head(pair.a).value);
    if (days) return pair.odd_one ? kDaysOfOddOne : kConflictOfDays;
    return times            ? kConflictOfTimes
           : pair.odd_one   ? kConflictOfOddOne
           : pair.near      ? kConflictOfNear
           : only_shares    ? kConflictOfShares
           : pair.one_thing ? kConflictOfThings
                            : kConflict;
  }

  // Of people many shares are told, of what they do: "one voter in two went", "three quarters of them said
  // yes".
  bool of_people(const Pair& pair) const {
    return rulebook_.is_a(head(pair.a).noun_concept, "person") ||
           rulebook_.is_a(head(pair.b).noun_concept, "person");
  }

  int words_enough_for(const Pair& pair) const {
    if (pair.odd_one) return kWordsOfOddOne;
    const bool told_once_each = !told_again_[pair.a] && !told_again_[pair.b] && !pair.one_part;
    const bool counts = std::holds_alternative<Count>(head(pair.a).value);
    const bool unread = unread_[pair.a] || unread_[pair.b];
    return counts && unread && told_once_each && is_loose(head(pair.a), head(pair.b)) ? kWordsOfCounts
                                                                                      : kWordsLeast;
  }

  // Stories are full of small counts, and of counts of other sizes: "three members", "five members".
  static bool is_loose(const Claim& x, const Claim& y) {
    const std::optional<Decimal> a = size_of(x), b = size_of(y);
    if (!a || !b || is_vague(x.value) || is_vague(y.value) || a->is_zero() || b->is_zero()) return false;
    return std::min(*a, *b) <= Decimal(kFew) || closeness(x, y) < kNear;
  }

  // A figure that several articles tell is one of the story: the article that lacks it, and tells one near it
  // in words alike, is likely to tell the same otherwise. A figure that a rule reads answers a question of
  // its own.
  bool is_odd_one(uint32_t one, uint32_t other, const Pair& pair) const {
    const bool days = std::holds_alternative<Date>(head(one).value);
    const bool near =
        pair.apart ? *pair.apart <= kMinutesOfOddOne : closeness(head(one), head(other)) >= kNear;
    const bool twice = pair.apart && *pair.apart <= kMinutesOfTwice;
    return told_again_[one] && (twice || !told_again_[other]) && unread_[other] && (days || near);
  }

  // "A break-up fee of $120m", "$150m as compensation": two rules may read what several articles tell and the
  // one that tells it otherwise, where the figures are close, and seldom in number.
  bool is_read_otherwise(const Pair& pair, int near) const {
    const bool seldom = pair.swap || is_seldom(pair);
    return told_again_[pair.a] != told_again_[pair.b] && near >= kClose && pair.words >= kWordsLeast &&
           seldom;
  }

  bool is_unread(const Fact& fact) const {
    return std::none_of(fact.claims.begin(), fact.claims.end(),
                        [&](uint32_t c) { return rulebook_.rule(claim(c).rule); });
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

  Pair weigh(uint32_t a, uint32_t b) const {
    Pair pair{std::min(a, b), std::max(a, b), 0, 0, ""};
    const int near = closeness(head(a), head(b));
    pair.apart = minutes_apart(head(a), head(b));
    pair.odd_one = is_odd_one(a, b, pair) || is_odd_one(b, a, pair);
    pair.near = unread_[a] && unread_[b] && near >= kClose;
    // "de nombreux chefs d'État" fits 80 as well as 90, and keeps the two from nothing.
    const bool exact = has_exact(facts_[a]) && has_exact(facts_[b]);
    const bool apart = different_speakers(report_, facts_[a], facts_[b]) ||
                       headline_against_body(report_, facts_[a], facts_[b]);
    if (!apart && one_article_tells_both(a, b))
      pair.objection = "one article tells both, so they are two things";
    const bool close = pair.apart ? *pair.apart <= kMinutesOfTwice : near >= kClose;
    if (!apart && told_again_[a] && told_again_[b] && !close)
      pair.objection = "several articles tell each, so they are two things";
    Gathered gathered;
    for (const uint32_t c : speaking_[a]) {
      for (const uint32_t d : speaking_[b]) {
        if (claim(c).document == claim(d).document && !apart) continue;
        if (exact && (is_vague(claim(c).value) || is_vague(claim(d).value))) continue;
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

  void weigh_claims(uint32_t c, uint32_t d, Pair* pair, Gathered* gathered) const {
    const Claim& x = claim(c);
    const Claim& y = claim(d);
    // "contre 185 000 au pire moment": what one article compares with, another may just tell.
    if (is_compared_with(x) != is_compared_with(y)) {
      gathered->hindered = is_compared_with(x) ? x.held_back : y.held_back;
      return;
    }
    note_what_is_one(x, y, pair);
    if (std::string why = objection(c, d, told_again_[pair->a] != told_again_[pair->b]); !why.empty())
      pair->objection = std::move(why);
    if (std::string why = likeness_.objection_of_question(c, d); !why.empty())
      gathered->two_questions = std::move(why);
    std::string why = objection_of_names(x, y);
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

  void note_what_is_one(const Claim& x, const Claim& y, Pair* pair) const {
    const Qualifiers& p = x.qualifiers;
    const Qualifiers& q = y.qualifiers;
    const bool same_part = p.place == q.place && p.subset == q.subset;
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
    pair->one_share |= !share_of(x).empty() && share_of(x) == share_of(y) && closeness(x, y) >= 0;
  }

  std::string objection(uint32_t a, uint32_t b, bool told_again) const {
    std::string why = open_objection(rulebook_, claim(a), claim(b), told_again);
    return why.empty() ? likeness_.objection_of_context(a, b) : why;
  }

  // What a share is told of, where that is something to be counted: "50 % des TGV", not "une hausse de 50 %".
  // And which side of a thing is measured: "l'altitude était de 68 km".
  std::string share_of(const Claim& claim) const {
    if (std::holds_alternative<Measure>(claim.value))
      return rulebook_.is_a(claim.noun_concept, "dimension") ? claim.noun_concept : "";
    const bool of_thing =
        rulebook_.is_a(claim.noun_concept, "countable") || rulebook_.is_a(claim.noun_concept, "dimension");
    return is_share(claim.value) && of_thing ? claim.noun_concept : "";
  }

  using Shares = std::map<std::pair<uint32_t, std::string>, std::set<uint32_t>>;

  // The facts that tell a share of a thing, by article.
  Shares shares_of_things(const std::vector<uint32_t>& facts) const {
    Shares out;
    for (const uint32_t f : facts) {
      for (const uint32_t c : facts_[f].claims) {
        if (const std::string thing = share_of(claim(c)); !thing.empty())
          out[{claim(c).document, thing}].insert(f);
      }
    }
    return out;
  }

  // Whether no article that tells one of the pair tells another share of the thing.
  bool told_once(const Pair& pair, const Shares& shares) const {
    for (const uint32_t f : {pair.a, pair.b}) {
      for (const uint32_t c : facts_[f].claims) {
        const auto told = shares.find({claim(c).document, share_of(claim(c))});
        if (told != shares.end() && told->second.size() > 1) return false;
      }
    }
    return true;
  }

  bool has_exact(const Fact& fact) const {
    return std::any_of(fact.claims.begin(), fact.claims.end(),
                       [&](uint32_t c) { return !is_vague(claim(c).value); });
  }

  static bool is_compared_with(const Claim& claim) {
    return claim.qualifiers.stage == Stage::earlier && !claim.held_back.empty();
  }

  // What a story tells few of: sums, measures, clock times, and, with something in common, lengths of time
  // that are counted in hours or days. Years are told of everything.
  bool is_seldom(const Pair& pair) const {
    constexpr int kMonth = 30 * 24 * 60 * 60;
    const Value& value = head(pair.a).value;
    const std::optional<Decimal> size = size_of(head(pair.a));
    const bool brief = std::holds_alternative<Duration>(value) && size && *size < Decimal(kMonth) &&
                       pair.words >= kWordsOfOddOne;
    return brief || pair.apart || std::holds_alternative<Money>(value) ||
           std::holds_alternative<Measure>(value);
  }

  // Of the facts of one kind, how many each article tells.
  std::map<uint32_t, int> facts_by_article(const std::vector<uint32_t>& facts) const {
    std::map<uint32_t, int> out;
    for (const uint32_t fact : facts) {
      for (const uint32_t document : documents(fact)) ++out[document];
    }
    return out;
  }

  // A length, a mass or a speed near the only one that the other article tells is the same told otherwise,
  // and so is the only clock time beside one that several articles tell.
  bool is_only_one(const Pair& pair, const std::map<uint32_t, int>& told) const {
    const Claim& one = head(pair.a);
    const bool measures = std::holds_alternative<Measure>(one.value) && closeness(one, head(pair.b)) >= kNear;
    const bool times =
        pair.apart && *pair.apart <= kMinutesOfOnlyOne && told_again_[pair.a] != told_again_[pair.b];
    if (!measures && !times) return false;
    const auto alone = [&](uint32_t fact) {
      const std::set<uint32_t> articles = documents(fact);
      return std::all_of(articles.begin(), articles.end(), [&](uint32_t d) { return told.at(d) == 1; });
    };
    return alone(pair.a) && alone(pair.b);
  }

  // No other figure of either article comes near, whether it agrees or not.
  bool has_margin(const Pair& pair, const std::vector<Pair>& pairs) const {
    const std::set<uint32_t> left = documents(pair.a), right = documents(pair.b);
    const auto meets = [&](uint32_t fact, const std::set<uint32_t>& articles) {
      for (const uint32_t document : documents(fact)) {
        if (articles.contains(document)) return true;
      }
      return false;
    };
    const int margin = pair.odd_one ? kMarginOfOddOne : kMargin;
    return std::none_of(pairs.begin(), pairs.end(), [&](const Pair& other) {
      if (&other == &pair || other.points + margin <= pair.points) return false;
      if (pair.odd_one && pair.apart && (other.apart > pair.apart || !other.objection.empty())) return false;
      if (pair.one_time && !other.one_time) return false;
      if (pair.one_part && other.other_part) return false;  // "84 000 en France" is no rival's "312 000"
      const bool rival_of_a =
          (other.a == pair.a && meets(other.b, right)) || (other.b == pair.a && meets(other.a, right));
      const bool rival_of_b =
          (other.a == pair.b && meets(other.b, left)) || (other.b == pair.b && meets(other.a, left));
      return rival_of_a || rival_of_b;
    });
  }

  const Rulebook& rulebook_;
  const Report& report_;
  const Likeness& likeness_;
  const std::vector<Fact>& facts_;
  // By fact.
  std::vector<std::vector<uint32_t>> speaking_;
  std::vector<bool> told_again_;  // in a second article
  std::vector<bool> unread_;      // by any rule
  std::vector<Refusal>& refusals_;
};

}  // namespace

std::vector<OpenConflict> find_open_conflicts(const Rulebook& rulebook, const Report& report,
                                              const Likeness& likeness, const std::vector<Fact>& facts,
                                              std::vector<Refusal>* refusals) {
  return OpenConflictFinder(rulebook, report, likeness, facts, refusals).run();
}

}  // namespace crosscheck
