#include "compare/open_conflicts.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "base/refusals.h"
#include "compare/comparators/fit.h"
#include "compare/counted_alike.h"
#include "compare/figures.h"
#include "compare/parts.h"
#include "compare/told_when.h"
#include "compare/voices.h"

namespace crosscheck {
namespace {

constexpr size_t kBucketMost = 300;    // facts of one kind that are paired each with each
constexpr size_t kOwnMost = 4;         // claims of one article that speak for a fact
constexpr size_t kSpeakMost = 64;      // claims that do, of all articles
constexpr int kConflict = 40;          // points from which on two values are a conflict
constexpr int kConflictOfThings = 36;  // of two counts of one thing
constexpr int kConflictOfShares = 34;  // of two that each article tells once
constexpr int kConflictOfTimes = 10;   // of two clock times: few are told, and each with its deed
constexpr int kWordsLeast = 8;         // and of these, those of the words around
constexpr int kSlip = 25;              // of two figures of the same digits
constexpr int kLongSlip = 45;
constexpr int kClose = 10;  // of two that differ by less than a third
constexpr int kSmall = 20;
constexpr int kMargin = 8;  // over the best rival in either article

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
    if (!rank && !amount_of(one.value) && !std::holds_alternative<ClockTime>(one.value)) return "";
    const std::string dossier = dossier_of(report_, one);
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

  bool told_again(uint32_t fact) const { return documents(fact).size() > 1; }

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
    bool one_time = false;    // neither is held back as told of another time, or both are
    bool other_part = false;  // they tell different ones, or one alone does
  };

  void find_in(const std::vector<uint32_t>& same, std::vector<OpenConflict>* out) {
    std::vector<Pair> pairs;
    for (size_t i = 0; i < same.size(); ++i) {
      for (size_t k = i + 1; k < same.size(); ++k) pairs.push_back(weigh(same[i], same[k]));
    }
    const Shares shares = shares_of_things(same);
    for (const Pair& pair : pairs) {
      const bool only_shares = pair.one_share && told_once(pair, shares);
      const bool times = std::holds_alternative<ClockTime>(head(pair.a).value);
      const int enough = times            ? kConflictOfTimes
                         : only_shares    ? kConflictOfShares
                         : pair.one_thing ? kConflictOfThings
                                          : kConflict;
      if (pair.points < enough || (pair.words < kWordsLeast && !only_shares && !pair.long_slip)) continue;
      std::string why = pair.objection;
      if (why.empty() && !has_margin(pair, pairs)) why = "another figure would fit as well: ambiguous";
      if (why.empty()) {
        out->push_back({pair.a, pair.b, pair.points});
      } else if (refusals_.size() < kRefusalsOfOpen) {
        const uint32_t c = facts_[pair.a].claims.front(), d = facts_[pair.b].claims.front();
        refusals_.push_back({std::min(c, d), std::max(c, d), std::move(why)});
      }
    }
  }

  Pair weigh(uint32_t a, uint32_t b) const {
    Pair pair{std::min(a, b), std::max(a, b), 0, 0, ""};
    // What is counted may have a second name in one article: "dockworkers", "members". One name in common is
    // enough.
    bool conflict = false, free = false, one_name = false;
    std::string hindered, two_names;
    // "de nombreux chefs d'État" fits 80 as well as 90, and keeps the two from nothing.
    const bool exact = has_exact(facts_[a]) && has_exact(facts_[b]);
    const bool apart = different_speakers(report_, facts_[a], facts_[b]) ||
                       headline_against_body(report_, facts_[a], facts_[b]);
    if (!apart && one_article_tells_both(a, b))
      pair.objection = "one article tells both, so they are two things";
    if (!apart && told_again(a) && told_again(b) && closeness(head(a), head(b)) < kClose)
      pair.objection = "several articles tell each, so they are two things";
    for (const uint32_t c : speaking_[a]) {
      for (const uint32_t d : speaking_[b]) {
        if (claim(c).document == claim(d).document && !apart) continue;
        if (exact && (is_vague(claim(c).value) || is_vague(claim(d).value))) continue;
        // "contre 185 000 au pire moment": what one article compares with, another may just tell.
        if (is_compared_with(claim(c)) != is_compared_with(claim(d))) {
          hindered = is_compared_with(claim(c)) ? claim(c).held_back : claim(d).held_back;
          continue;
        }
        const Qualifiers& p = claim(c).qualifiers;
        const Qualifiers& q = claim(d).qualifiers;
        pair.long_slip |= is_long_slip(claim(c), claim(d));
        pair.one_time |= claim(c).held_back.empty() == claim(d).held_back.empty();
        const bool same_part = p.place == q.place && p.subset == q.subset;
        pair.one_part |= same_part && !(p.place.empty() && p.subset.empty());
        pair.other_part |= !same_part;
        pair.one_thing |= std::holds_alternative<Count>(claim(c).value) && !claim(c).noun_concept.empty() &&
                          !counts_anybody(rulebook_, claim(c)) &&
                          claim(c).noun_concept == claim(d).noun_concept;
        pair.one_share |= !share_of(claim(c)).empty() && share_of(claim(c)) == share_of(claim(d)) &&
                          closeness(claim(c), claim(d)) >= 0;
        if (std::string why = objection(c, d); !why.empty()) pair.objection = std::move(why);
        if (std::string why = objection_of_names(claim(c), claim(d)); !why.empty()) {
          two_names = std::move(why);
          continue;
        }
        one_name = true;
        const Comparison comparison = comparison_of(rulebook_, claim(c), claim(d));
        if (fit(claim(c).value, claim(d).value, comparison, rulebook_) == Fit::conflict) {
          conflict = true;
          const std::string why = objection_of_telling(claim(c), claim(d));
          free |= why.empty();
          if (!why.empty()) hindered = why;
        }
        pair.points = std::max(pair.points, likeness_.context_points(c, d) + closeness(claim(c), claim(d)));
        pair.words = std::max(pair.words, likeness_.word_points(c, d));
      }
    }
    if (pair.objection.empty() && !one_name) pair.objection = std::move(two_names);
    if (!pair.objection.empty()) return pair;
    if (!conflict && hindered.empty()) pair.objection = "the two values can stand side by side";
    if (!free && !hindered.empty()) pair.objection = std::move(hindered);
    return pair;
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

  // Articles that differ on a fact seldom differ by much.
  static int closeness(const Claim& a, const Claim& b) {
    const std::optional<Decimal> left = size_of(a), right = size_of(b);
    if (!left || !right || left->negative() || right->negative()) return 0;
    const Decimal low = std::min(*left, *right), high = std::max(*left, *right);
    if (is_long_slip(a, b)) return kLongSlip;
    if (is_slip(a, b)) return kSlip;
    const auto within = [&](int tenths) {
      const auto reach = multiply(low, Decimal(tenths, -1));
      return reach && high <= *reach;
    };
    return within(13) ? kClose : within(20) ? 5 : within(50) ? -5 : -20;
  }

  bool has_exact(const Fact& fact) const {
    return std::any_of(fact.claims.begin(), fact.claims.end(),
                       [&](uint32_t c) { return !is_vague(claim(c).value); });
  }

  // Small numbers of all sorts of things stand in every article.
  static bool is_small(const Claim& claim) {
    const std::optional<Decimal> figure = size_of(claim);
    return figure && *figure <= Decimal(kSmall);
  }

  std::string objection(uint32_t a, uint32_t b) const {
    const Claim& x = claim(a);
    const Claim& y = claim(b);
    const Qualifiers& p = x.qualifiers;
    const Qualifiers& q = y.qualifiers;
    if (std::string why = objection_of_parts(x, y); !why.empty()) return why;
    if (std::string why = objection_of_time(x, y, comparison_of(rulebook_, x, y)); !why.empty()) return why;
    if (p.per != q.per) return "they are told for different units or periods";
    if (p.polarity != q.polarity) return "one of them is denied";
    if (x.difference || y.difference)
      return "one tells by how much it differs";  // from what is seldom told twice
    if (x.refers_back || y.refers_back) return "one counts what was told before";
    if (x.of_figure || y.of_figure) return "one tells when a figure held";
    if (is_vague(x.value) || is_vague(y.value)) return "one is only a vague amount";
    if (std::string why = objection_of_nouns(x, y); !why.empty()) return why;
    if (of_other_magnitude(x, y)) return "the values are of quite another size";
    return likeness_.objection(a, b);
  }

  // Whether what is counted, or whose it is, is told too little or otherwise.
  std::string objection_of_nouns(const Claim& x, const Claim& y) const {
    const bool counts = std::holds_alternative<Count>(x.value), small = is_small(x) && is_small(y);
    const bool ruled = rulebook_.rule(x.rule) && rulebook_.rule(y.rule);
    const bool unknown = x.noun_concept.empty() && y.noun_concept.empty();
    const bool nouns = !x.noun.empty() && !y.noun.empty();
    const std::string two_nouns = absl::StrCat("one counts ", x.noun, ", the other ", y.noun);
    if (counts && small && !ruled && unknown) return "small counts of what no concept knows";
    // "a fifth of its glory", "two thirds of its glory": since another day
    if (is_share(x.value) && !ruled && unknown && nouns) return "shares of what no concept knows";
    if (is_share(x.value) && rulebook_.is_a(x.noun_concept, "shared-out") &&
        (x.subject_id.empty() || y.subject_id.empty()))
      return "whose share it is is not told on both sides";
    const bool two = nouns && x.noun != y.noun;
    if (x.whole.has_value() != y.whole.has_value() && small) return "one is told as so many of a whole";
    if (counts && !ruled && x.noun.empty() && y.noun.empty())
      return "what is counted is told on neither side";
    if (ruled && is_ownerless(x) && is_ownerless(y) && closeness(x, y) < 0)
      return "whose it is is told on neither side";
    if (two && x.noun_concept != y.noun_concept && (is_part_of_people(x) || is_part_of_people(y)))
      return two_nouns;
    const bool untold = x.noun.empty() != y.noun.empty() || x.inherited != y.inherited;
    return counts && untold && small ? "what is counted is not told on both sides" : "";
  }

  // Two words for what is counted, one of which no concept knows; an age that is nobody's.
  static std::string objection_of_names(const Claim& x, const Claim& y) {
    if (std::holds_alternative<Age>(x.value) && (x.subject_id.empty() || y.subject_id.empty()))
      return "whose age it is is not told on both sides";
    const bool unknown = x.noun_concept.empty() || y.noun_concept.empty();
    const bool two = !x.noun.empty() && !y.noun.empty() && x.noun != y.noun;
    if (!std::holds_alternative<Count>(x.value) || !two || !unknown || is_long_slip(x, y)) return "";
    return absl::StrCat("one counts ", x.noun, ", the other ", y.noun);
  }

  static bool is_compared_with(const Claim& claim) {
    return claim.qualifiers.stage == Stage::earlier && !claim.held_back.empty();
  }

  bool is_part_of_people(const Claim& claim) const {
    return rulebook_.is_a(claim.noun_concept, "age-or-sex");
  }

  // A rule knows that somebody's staff is told, and neither article whose.
  bool is_ownerless(const Claim& claim) const {
    const Rule* rule = rulebook_.rule(claim.rule);
    return rule && rule->subject != "event" && claim.subject_id.empty();
  }

  // How a figure is told differs within one article: "va supprimer 770 postes" in the headline, "la
  // suppression de 770 postes" below it. It hinders a conflict only where no claim of the fact is told like
  // one of the other.
  static std::string objection_of_telling(const Claim& x, const Claim& y) {
    const Qualifiers& p = x.qualifiers;
    const Qualifiers& q = y.qualifiers;
    if (!x.held_back.empty() || !y.held_back.empty()) return x.held_back.empty() ? y.held_back : x.held_back;
    if (p.stage != q.stage) return "they belong to different stages of the event";
    if ((p.modality == Modality::planned) != (q.modality == Modality::planned))
      return "one is planned or expected, the other told as done";
    if (p.modality == Modality::possible || q.modality == Modality::possible)
      return "one is only said to be possible";
    return "";
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
    return std::none_of(pairs.begin(), pairs.end(), [&](const Pair& other) {
      if (&other == &pair || other.points + kMargin <= pair.points) return false;
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
  std::vector<std::vector<uint32_t>> speaking_;  // by fact
  std::vector<Refusal>& refusals_;
};

}  // namespace

std::vector<OpenConflict> find_open_conflicts(const Rulebook& rulebook, const Report& report,
                                              const Likeness& likeness, const std::vector<Fact>& facts,
                                              std::vector<Refusal>* refusals) {
  return OpenConflictFinder(rulebook, report, likeness, facts, refusals).run();
}

}  // namespace crosscheck
