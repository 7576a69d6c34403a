#include "compare/facts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "base/refusals.h"
#include "compare/alike.h"
#include "compare/comparators/fit.h"
#include "compare/counted_alike.h"
#include "compare/figures.h"
#include "compare/word_points.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr size_t kBucketMost = 400;  // claims that are paired each with each
constexpr size_t kOwnMost =
    24;  // claims of one article that each is paired with: an endless list tells no more
constexpr uint32_t kRareWord = 24;  // sentences in which a word stands that brings statements together
constexpr size_t kMembersMost = 200;
constexpr int kWordOfEvent = 12;
constexpr int kWordsOfEventMost = 40;
constexpr int kNearlyBest = 8;  // points below the best partner in an article that still count as best

struct Edge {
  uint32_t a, b;  // a < b
  int points;
};

class FactFinder {
 public:
  FactFinder(const Rulebook& rulebook, const Report& report, const Likeness& likeness,
             std::vector<Refusal>* refusals)
      : rulebook_(rulebook), report_(report), likeness_(likeness), refusals_(*refusals) {}

  std::vector<Fact> run() {
    note_subjects();
    for (auto& [key, claims] : buckets()) pair_up(claims);
    pair_neighbours();
    pair_statements();
    keep_best();
    return grow();
  }

 private:
  const Claim& claim(uint32_t c) const { return report_.claims[c]; }
  bool is_figure(const Claim& c) const {
    return amount_of(c.value) || std::holds_alternative<Date>(c.value) ||
           std::holds_alternative<ClockTime>(c.value);
  }

  // Two posts of one person may be one: "president" and "head of state".
  static bool is_role(const Claim& c) { return std::holds_alternative<Role>(c.value); }

  // How many subjects a question has: a claim whose subject is not told may be about the only one.
  void note_subjects() {
    for (const Claim& c : report_.claims) {
      if (!c.subject_id.empty()) subjects_[{dossier_of(report_, c), c.attribute}].insert(c.subject_id);
    }
  }

  // Claims that may tell one fact: those of one question, and those of one value.
  std::map<std::string, std::vector<uint32_t>> buckets() const {
    std::map<std::string, std::vector<uint32_t>> out;
    for (uint32_t i = 0; i < report_.claims.size(); ++i) {
      const Claim& c = claim(i);
      const std::string dossier = dossier_of(report_, c);
      if (c.kind == "quotation" || is_statement(c)) continue;  // see disputed_quotations.h, pair_statements()
      if (is_role(c)) {
        out[absl::StrCat(dossier, "\npost of ", c.subject_id)].push_back(i);
        continue;
      }
      out[absl::StrCat(dossier, "\nquestion ", c.attribute)].push_back(i);
      if (!c.noun_concept.empty() && c.noun_concept != c.attribute)
        out[absl::StrCat(dossier, "\nquestion ", c.noun_concept)].push_back(i);
      if (is_figure(c)) out[absl::StrCat(dossier, "\nvalue ", value_key(c))].push_back(i);
    }
    return out;
  }

  // Amounts of one dossier and type by the step of their size: those of one step meet, and those of the next.
  void pair_neighbours() {
    std::map<std::string, std::map<int, std::vector<uint32_t>>> sizes;
    for (uint32_t i = 0; i < report_.claims.size(); ++i) {
      const Claim& c = claim(i);
      if (const std::optional<int> step = size_step(c))
        sizes[absl::StrCat(dossier_of(report_, c), "\n", type_key(c))][*step].push_back(i);
    }
    for (const auto& [type, steps] : sizes) {
      for (auto here = steps.begin(); here != steps.end(); ++here) {
        pair_up(here->second);
        const auto next = std::next(here);
        if (next != steps.end() && next->first == here->first + 1) pair_across(here->second, next->second);
      }
    }
  }

  void pair_across(const std::vector<uint32_t>& some, const std::vector<uint32_t>& others) {
    for (const uint32_t a : some) {
      size_t own = 0;
      for (size_t k = 0; k < std::min(others.size(), kBucketMost); ++k) {
        const bool same = claim(a).document == claim(others[k]).document;
        if (!same || own++ < kOwnMost) try_pair(std::min(a, others[k]), std::max(a, others[k]));
      }
    }
  }

  static std::string type_key(const Claim& c) { return is_share(c.value) ? "share" : type_name(c.value); }

  // Ten steps to a decade: values of one step and the next may be one figure in two units, or rounded by one.
  static std::optional<int> size_step(const Claim& c) {
    const std::optional<Decimal> size = size_of(c);
    if (!size || size->is_zero() || size->negative()) return std::nullopt;
    constexpr int kSteps[] = {100, 126, 158, 200, 251, 316, 398, 501, 631, 794};
    Decimal leading = *size;
    int decade = 0;
    while (!(leading < Decimal(1000)))
      leading = Decimal(leading.coefficient(), leading.exponent() - 1), ++decade;
    while (leading < Decimal(100)) leading = Decimal(leading.coefficient(), leading.exponent() + 1), --decade;
    int step = 0;
    for (const int floor : kSteps) step += !(leading < Decimal(floor));
    return decade * 10 + step;
  }

  // Statements of one dossier that share a rare word.
  void pair_statements() {
    absl::flat_hash_map<std::string, uint32_t> dossiers;
    std::vector<std::tuple<uint32_t, uint64_t, uint32_t>> places;  // dossier, word, claim
    for (uint32_t i = 0; i < report_.claims.size(); ++i) {
      if (!is_statement(claim(i))) continue;
      const auto dossier =
          dossiers.try_emplace(dossier_of(report_, claim(i)), static_cast<uint32_t>(dossiers.size()))
              .first->second;
      for (const uint64_t word : claim(i).clause_words) {
        if (likeness_.words().sentences_with(word) <= kRareWord) places.emplace_back(dossier, word, i);
      }
    }
    std::sort(places.begin(), places.end());
    std::vector<uint32_t> together;
    for (size_t i = 0; i < places.size(); ++i) {
      const auto& [dossier, word, c] = places[i];
      const bool same = i > 0 && std::get<0>(places[i - 1]) == dossier && std::get<1>(places[i - 1]) == word;
      if (!same) {
        pair_up(together);
        together.clear();
      }
      together.push_back(c);
    }
    pair_up(together);
  }

  // Equal for values that may be equal; shares and percentages meet.
  static std::string value_key(const Claim& c) {
    const auto side = [](const std::optional<Decimal>& number) {
      return number ? number->to_string() : "..";
    };
    if (const auto* ratio = std::get_if<Ratio>(&c.value))
      return absl::StrCat("share ",
                          ratio->amount.low ? side(multiply(*ratio->amount.low, Decimal(100))) : "..");
    if (const auto* date = std::get_if<Date>(&c.value)) {
      return absl::StrCat("date ", date->start ? absl::FormatCivilTime(*date->start) : fold(date->as_told));
    }
    if (const auto* time = std::get_if<ClockTime>(&c.value))
      return absl::StrCat("time ", time->minute_of_day);
    const Interval* amount = amount_of(c.value);
    const bool share = std::holds_alternative<Percent>(c.value);
    return absl::StrCat(share ? "share" : "amount", " ", side(amount->low ? amount->low : amount->high));
  }

  void pair_up(const std::vector<uint32_t>& claims) {
    if (claims.size() < 2) return;
    // In a very large bucket only neighbours in the order of the report are tried.
    for (size_t i = 0; i < claims.size(); ++i) {
      const size_t end = std::min(claims.size(), i + kBucketMost);
      size_t own = 0;
      for (size_t k = i + 1; k < end; ++k) {
        const bool same = claim(claims[i]).document == claim(claims[k]).document;
        if (!same || own++ < kOwnMost) try_pair(claims[i], claims[k]);
      }
    }
  }

  void try_pair(uint32_t a, uint32_t b) {
    if (is_statement(claim(a))) return try_statements(a, b);
    if (!agree(a, b)) {
      const std::string why = same_value(claim(a), claim(b)) ? likeness_.objection(a, b) : "";
      if (!why.empty()) refuse(a, b, why);
      return;
    }
    const bool figures = is_figure(claim(a));
    const int points =
        figures ? likeness_.value_points(a, b) + likeness_.context_points(a, b) : word_claim_points(a, b);
    const bool rare =
        figures && same_value(claim(a), claim(b)) && likeness_.value_points(a, b) >= Likeness::kSameFact;
    if (points >= Likeness::kSameFact || rare) {
      edges_.push_back({std::min(a, b), std::max(a, b), points});
    } else if (figures) {
      refuse(a, b, absl::StrCat("too little in common: ", points, " of ", Likeness::kSameFact, " points"));
    }
  }

  void try_statements(uint32_t a, uint32_t b) {
    if (claim(a).document == claim(b).document) return;
    const int points = statement_points(likeness_, claim(a), claim(b));
    if (points >= Likeness::kSameFact) edges_.push_back({std::min(a, b), std::max(a, b), points});
  }

  void refuse(uint32_t a, uint32_t b, std::string why) {
    if (refusals_.size() < kRefusalsOfFacts)
      refusals_.push_back({std::min(a, b), std::max(a, b), std::move(why)});
  }

  // States of the event: the more words around them are shared, the likelier they are of the same persons and
  // things.
  int event_points(const Claim& x, const Claim& y) const {
    const int common = words_in_common(x, y);
    if (common < comparison_of(rulebook_, x, y).alike) return 0;
    return Likeness::kSameFact + std::min(common * kWordOfEvent, kWordsOfEventMost);
  }

  // Roles, states and names agree by rule, attribute and subject.
  int word_claim_points(uint32_t a, uint32_t b) const {
    const Claim& x = claim(a);
    const Claim& y = claim(b);
    if (x.attribute != y.attribute && !is_role(x)) return 0;
    if (x.subject_id == y.subject_id) return x.subject_id == "event" ? event_points(x, y) : 100;
    const auto found = subjects_.find({dossier_of(report_, x), x.attribute});
    const bool only_one = found != subjects_.end() && found->second.size() == 1;
    return only_one && (x.subject_id.empty() || y.subject_id.empty()) ? 80 : 0;
  }

  // "a mother of 12" and "a dozen rounds": one article gives two things two names.
  static bool counts_apart(const Claim& x, const Claim& y) {
    return std::holds_alternative<Count>(x.value) && !counts_alike(x, y);
  }

  bool agree(uint32_t a, uint32_t b) const {
    const Claim& x = claim(a);
    const Claim& y = claim(b);
    const bool same = same_value(x, y);
    if (x.document == y.document && (!same || counts_apart(x, y))) return false;
    if (!same && fit(x.value, y.value, comparison_of(rulebook_, x, y), rulebook_) != Fit::agree) return false;
    if (!likeness_.objection(a, b).empty()) return false;
    const bool words = std::holds_alternative<State>(x.value) || std::holds_alternative<EntityName>(x.value);
    if (words && is_sure(x) != is_sure(y) && !comparison_of(rulebook_, x, y).plans) return false;
    // What merely fits must also be told of the same part, place and period.
    return same || (x.qualifiers.subset == y.qualifiers.subset && x.qualifiers.per == y.qualifiers.per &&
                    x.qualifiers.place == y.qualifiers.place);
  }

  // Told as a fact or as reported, as against what is to come or may be.
  static bool is_sure(const Claim& c) {
    return c.qualifiers.modality == Modality::stated || c.qualifiers.modality == Modality::reported;
  }

  // An edge stays when each end is the best, or nearly, that the other has in that article.
  void keep_best() {
    std::sort(edges_.begin(), edges_.end(),
              [](const Edge& x, const Edge& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    edges_.erase(std::unique(edges_.begin(), edges_.end(),
                             [](const Edge& x, const Edge& y) { return x.a == y.a && x.b == y.b; }),
                 edges_.end());
    absl::flat_hash_map<uint64_t, int> best;
    const auto key = [&](uint32_t one, uint32_t partner) {
      return uint64_t{one} << 32 | claim(partner).document;
    };
    const auto note = [&](uint64_t at, int points) {
      int& most = best[at];
      most = std::max(most, points);
    };
    for (const Edge& edge : edges_) {
      note(key(edge.a, edge.b), edge.points);
      note(key(edge.b, edge.a), edge.points);
    }
    const auto is_best = [&](const Edge& edge) {
      return edge.points + kNearlyBest >= best[key(edge.a, edge.b)] &&
             edge.points + kNearlyBest >= best[key(edge.b, edge.a)];
    };
    edges_.erase(
        std::remove_if(edges_.begin(), edges_.end(), [&](const Edge& edge) { return !is_best(edge); }),
        edges_.end());
    std::stable_sort(edges_.begin(), edges_.end(),
                     [](const Edge& x, const Edge& y) { return x.points > y.points; });
  }

  std::vector<Fact> grow() {
    std::vector<uint32_t> home(report_.claims.size());
    std::iota(home.begin(), home.end(), 0u);
    std::vector<Fact> facts(report_.claims.size());
    for (uint32_t i = 0; i < facts.size(); ++i) facts[i].claims = {i};
    // Two facts that may not join never may, however they grow: no pair of facts is looked at twice.
    std::vector<absl::flat_hash_set<uint32_t>> refused(report_.claims.size());
    for (const Edge& edge : edges_) {
      uint32_t left = home[edge.a], right = home[edge.b];
      if (left == right || refused[left].contains(right)) continue;
      if (!may_join(facts[left], facts[right])) {
        refused[left].insert(right);
        refused[right].insert(left);
        continue;
      }
      if (right < left) std::swap(left, right);
      for (const uint32_t other : refused[right]) {
        refused[other].insert(left);
        refused[left].insert(other);
      }
      refused[right].clear();
      for (const uint32_t c : facts[right].claims) home[c] = left;
      facts[left].claims.insert(facts[left].claims.end(), facts[right].claims.begin(),
                                facts[right].claims.end());
      facts[right].claims.clear();
    }
    std::vector<Fact> out;
    for (Fact& fact : facts) {
      if (fact.claims.empty()) continue;
      std::sort(fact.claims.begin(), fact.claims.end());
      out.push_back(std::move(fact));
    }
    return out;
  }

  bool may_join(const Fact& a, const Fact& b) const {
    if (a.claims.size() + b.claims.size() > kMembersMost) return false;
    return std::all_of(a.claims.begin(), a.claims.end(), [&](uint32_t c) {
      return std::all_of(b.claims.begin(), b.claims.end(), [&](uint32_t d) {
        if (is_statement(claim(c)) || is_statement(claim(d)))
          return is_statement(claim(c)) && is_statement(claim(d)) && claim(c).document != claim(d).document;
        return agree(c, d);
      });
    });
  }

  const Rulebook& rulebook_;
  const Report& report_;
  const Likeness& likeness_;
  std::vector<Refusal>& refusals_;
  std::map<std::pair<std::string, std::string>, std::set<std::string>> subjects_;
  std::vector<Edge> edges_;
};

}  // namespace

std::string dossier_of(const Report& report, const Claim& claim) {
  const auto& field = report.documents[claim.document].metadata.dossier;
  return field ? field.value : "";
}

Comparison comparison_of(const Rulebook& rulebook, const Claim& a, const Claim& b) {
  const Rule* rule = rulebook.rule(a.rule);
  if (!rule) rule = rulebook.rule(b.rule);
  return rule ? rule->comparison : Comparison();
}

std::vector<Fact> find_facts(const Rulebook& rulebook, const Report& report, const Likeness& likeness,
                             std::vector<Refusal>* refusals) {
  return FactFinder(rulebook, report, likeness, refusals).run();
}

}  // namespace crosscheck
