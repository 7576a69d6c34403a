#include "compare/open_conflicts.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/refusals.h"
#include "compare/closeness.h"
#include "compare/comparators/fit.h"
#include "compare/figures.h"
#include "compare/open_facts.h"
#include "compare/open_pairs.h"

namespace crosscheck {
namespace {

constexpr size_t kBucketMost = 300;      // facts of one kind that are paired each with each
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
constexpr int kWordsOfCounts = 24;       // of two counts that one article each tells, few or far apart
constexpr int kFew = 20;                 // a count that is small
constexpr int kMargin = 8;               // over the best rival in either article
constexpr int kMarginOfOddOne = 4;
// Between a clock time that several articles tell and the only one of another article.
constexpr int kMinutesOfOnlyOne = 240;

class OpenConflictFinder {
 public:
  OpenConflictFinder(const Rulebook& rulebook, const Report& report, const Likeness& likeness,
                     const std::vector<Fact>& facts, std::vector<Refusal>* refusals)
      : rulebook_(rulebook), likeness_(likeness), facts_(rulebook, report, facts), refusals_(*refusals) {}

  std::vector<OpenConflict> run() {
    std::map<std::string, std::vector<uint32_t>> kinds;
    for (uint32_t f = 0; f < facts_.size(); ++f) {
      if (!facts_.kind(f).empty()) kinds[facts_.kind(f)].push_back(f);
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
  void find_in(const std::vector<uint32_t>& same, std::vector<OpenConflict>* out) {
    std::vector<OpenPair> pairs;
    for (size_t i = 0; i < same.size(); ++i) {
      for (size_t k = i + 1; k < same.size(); ++k)
        pairs.push_back(weigh_pair(rulebook_, likeness_, facts_, same[i], same[k]));
    }
    const Shares shares = shares_of_things(same);
    const std::map<uint32_t, int> told = facts_by_article(same);
    for (const OpenPair& pair : pairs) {
      const bool swapped = is_swapped(pair);
      const bool rare = swapped || is_only_one(pair, told) || (pair.odd_one && is_seldom(facts_, pair));
      if (!rare && !tells_enough(pair, pair.one_share && told_once(pair, shares))) continue;
      std::string why = pair.objection;
      if (why.empty() && !swapped && !has_margin(pair, pairs))
        why = "another figure would fit as well: ambiguous";
      if (why.empty()) {
        out->push_back({pair.a, pair.b, pair.points});
      } else if (refusals_.size() < kRefusalsOfOpen) {
        const uint32_t c = facts_.claims_of(pair.a).front(), d = facts_.claims_of(pair.b).front();
        refusals_.push_back({std::min(c, d), std::max(c, d), std::move(why)});
      }
    }
  }

  // Two figures of one story seldom have the same digits by chance.
  static bool is_swapped(const OpenPair& pair) {
    const int least = pair.long_swap ? kConflictOfLongSwap : kConflictOfSwap;
    return pair.swap && (pair.odd_one || pair.points >= least);
  }

  // Whether the words around, the thing counted and the values make the two one question.
  bool tells_enough(const OpenPair& pair, bool only_shares) const {
    if (pair.points < enough_for(pair, only_shares)) return false;
    return pair.words >= words_enough_for(pair) || (only_shares && !of_people(pair)) || pair.long_slip;
  }

  int enough_for(const OpenPair& pair, bool only_shares) const {
    const bool times = std::holds_alternative<ClockTime>(facts_.head(pair.a).value);
    const bool days = std::holds_alternative<Date>(facts_.head(pair.a).value);
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
  bool of_people(const OpenPair& pair) const {
    return rulebook_.is_a(facts_.head(pair.a).noun_concept, "person") ||
           rulebook_.is_a(facts_.head(pair.b).noun_concept, "person");
  }

  int words_enough_for(const OpenPair& pair) const {
    if (pair.odd_one) return kWordsOfOddOne;
    const bool told_once_each = !facts_.told_again(pair.a) && !facts_.told_again(pair.b) && !pair.one_part;
    const bool counts = std::holds_alternative<Count>(facts_.head(pair.a).value);
    const bool unread = facts_.unread(pair.a) || facts_.unread(pair.b);
    return counts && unread && told_once_each && is_loose(facts_.head(pair.a), facts_.head(pair.b))
               ? kWordsOfCounts
               : kWordsLeast;
  }

  // Stories are full of small counts, and of counts of other sizes: "three members", "five members".
  static bool is_loose(const Claim& x, const Claim& y) {
    const std::optional<Decimal> a = size_of(x), b = size_of(y);
    if (!a || !b || is_vague(x.value) || is_vague(y.value) || a->is_zero() || b->is_zero()) return false;
    return std::min(*a, *b) <= Decimal(kFew) || closeness(x, y) < kNear;
  }

  using Shares = std::map<std::pair<uint32_t, std::string>, std::set<uint32_t>>;

  // The facts that tell a share of a thing, by article.
  Shares shares_of_things(const std::vector<uint32_t>& facts) const {
    Shares out;
    for (const uint32_t f : facts) {
      for (const uint32_t c : facts_.claims_of(f)) {
        if (const std::string thing = share_of(rulebook_, facts_.claim(c)); !thing.empty())
          out[{facts_.claim(c).document, thing}].insert(f);
      }
    }
    return out;
  }

  // Whether no article that tells one of the pair tells another share of the thing.
  bool told_once(const OpenPair& pair, const Shares& shares) const {
    for (const uint32_t f : {pair.a, pair.b}) {
      for (const uint32_t c : facts_.claims_of(f)) {
        const auto told = shares.find({facts_.claim(c).document, share_of(rulebook_, facts_.claim(c))});
        if (told != shares.end() && told->second.size() > 1) return false;
      }
    }
    return true;
  }

  // Of the facts of one kind, how many each article tells.
  std::map<uint32_t, int> facts_by_article(const std::vector<uint32_t>& facts) const {
    std::map<uint32_t, int> out;
    for (const uint32_t fact : facts) {
      for (const uint32_t document : facts_.documents(fact)) ++out[document];
    }
    return out;
  }

  // A length, a mass or a speed near the only one that the other article tells is the same told otherwise,
  // and so is the only clock time beside one that several articles tell.
  bool is_only_one(const OpenPair& pair, const std::map<uint32_t, int>& told) const {
    const Claim& one = facts_.head(pair.a);
    const bool measures =
        std::holds_alternative<Measure>(one.value) && closeness(one, facts_.head(pair.b)) >= kNear;
    const bool times = pair.apart && *pair.apart <= kMinutesOfOnlyOne && !is_part_of_day(one) &&
                       !is_part_of_day(facts_.head(pair.b)) &&
                       facts_.told_again(pair.a) != facts_.told_again(pair.b);
    if (!measures && !times) return false;
    const auto alone = [&](uint32_t fact) {
      const std::set<uint32_t> articles = facts_.documents(fact);
      return std::all_of(articles.begin(), articles.end(), [&](uint32_t d) { return told.at(d) == 1; });
    };
    return alone(pair.a) && alone(pair.b);
  }

  // No other figure of either article comes near, whether it agrees or not.
  bool has_margin(const OpenPair& pair, const std::vector<OpenPair>& pairs) const {
    const std::set<uint32_t> left = facts_.documents(pair.a), right = facts_.documents(pair.b);
    const auto meets = [&](uint32_t fact, const std::set<uint32_t>& articles) {
      for (const uint32_t document : facts_.documents(fact)) {
        if (articles.contains(document)) return true;
      }
      return false;
    };
    const int margin = pair.odd_one ? kMarginOfOddOne : kMargin;
    const bool close = closeness(facts_.head(pair.a), facts_.head(pair.b)) >= kClose;
    const bool sure = pair.points >= kConflict && (pair.odd_one || close);
    return std::none_of(pairs.begin(), pairs.end(), [&](const OpenPair& other) {
      if (&other == &pair || other.points + margin <= pair.points) return false;
      if (pair.odd_one && pair.apart && (other.apart > pair.apart || !other.objection.empty())) return false;
      if (sure && other.no_match) return false;
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
  const Likeness& likeness_;
  const OpenFacts facts_;
  std::vector<Refusal>& refusals_;
};

}  // namespace

std::vector<OpenConflict> find_open_conflicts(const Rulebook& rulebook, const Report& report,
                                              const Likeness& likeness, const std::vector<Fact>& facts,
                                              std::vector<Refusal>* refusals) {
  return OpenConflictFinder(rulebook, report, likeness, facts, refusals).run();
}

}  // namespace crosscheck
