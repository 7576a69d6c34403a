#include "compare/sides.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "compare/comparators/fit.h"
#include "rules/rule.h"

namespace crosscheck {
namespace {

class SideFinder {
 public:
  SideFinder(const Rulebook& rulebook, const Report& report, const Group& group,
             std::vector<Refusal>* refusals)
      : rulebook_(rulebook), report_(report), group_(group), refusals_(*refusals) {}

  std::vector<Cluster> run() {
    gather();
    std::stable_sort(sides_.begin(), sides_.end(), [&](const Side& a, const Side& b) {
      return std::pair(documents(b).size(), b.claims.size()) <
             std::pair(documents(a).size(), a.claims.size());
    });
    std::vector<Cluster> out;
    for (Side& side : sides_) {
      // The first cluster in which it conflicts with every side; conflicts are never chained.
      Cluster* home = nullptr;
      for (Cluster& cluster : out) {
        const bool all = std::all_of(cluster.sides.begin(), cluster.sides.end(),
                                     [&](const Side& other) { return conflict(other, side); });
        if (all && !home) home = &cluster;
      }
      if (home) {
        home->sides.push_back(std::move(side));
      } else {
        out.push_back({{std::move(side)}, false});
      }
    }
    for (Cluster& cluster : out) cluster.attributed = cluster.sides.size() > 1 && apart_by_speaker(cluster);
    return out;
  }

 private:
  const Claim& claim(uint32_t c) const { return report_.claims[c]; }

  Comparison comparison(uint32_t a, uint32_t b) const {
    const Rule* rule = rulebook_.rule(claim(a).rule);
    if (!rule) rule = rulebook_.rule(claim(b).rule);
    return rule ? rule->comparison : Comparison();
  }

  bool open_pair(uint32_t a, uint32_t b) const {
    return !rulebook_.rule(claim(a).rule) || !rulebook_.rule(claim(b).rule);
  }

  // Exact values first: a vague one then joins whom it fits.
  void gather() {
    std::vector<uint32_t> order = group_.claims;
    std::stable_sort(order.begin(), order.end(),
                     [&](uint32_t a, uint32_t b) { return looseness(a) < looseness(b); });
    for (const uint32_t c : order) {
      Side* home = nullptr;
      for (Side& side : sides_) {
        const bool all = std::all_of(side.claims.begin(), side.claims.end(),
                                     [&](uint32_t other) { return agree(other, c); });
        if (all && (!home || side.claims.size() > home->claims.size())) home = &side;
      }
      if (home) {
        home->claims.push_back(c);
      } else {
        sides_.push_back({{c}});
      }
    }
    for (Side& side : sides_) std::sort(side.claims.begin(), side.claims.end());
  }

  int looseness(uint32_t c) const {
    const Interval* amount = amount_of(claim(c).value);
    return amount ? static_cast<int>(amount->form) : 0;
  }

  bool same_value(uint32_t a, uint32_t b) const {
    const Interval* x = amount_of(claim(a).value);
    const Interval* y = amount_of(claim(b).value);
    return x && y ? *x == *y : claim(a).value == claim(b).value;
  }

  bool agree(uint32_t a, uint32_t b) const {
    if (fit(claim(a).value, claim(b).value, comparison(a, b), rulebook_) != Fit::agree) return false;
    if (claim(a).document == claim(b).document && !same_value(a, b) && looseness(a) == looseness(b))
      return false;
    if (open_pair(a, b) && !open_agreement(a, b)) return false;
    // Equal values need no more than qualifiers that do not contradict; others need the same ones.
    return same_value(a, b) ? !qualifiers_differ(a, b) : qualifiers_equal(a, b);
  }

  // Without a rule only equal values of some weight agree: small counts and dates are equal by chance too
  // often.
  bool open_agreement(uint32_t a, uint32_t b) const {
    if (!same_value(a, b)) return false;
    if (claim(a).document == claim(b).document) return true;
    const Interval* amount = amount_of(claim(a).value);
    if (!amount || !amount->low || amount->form == Form::vague) return false;
    const bool subject = !claim(a).subject_id.empty() && claim(a).subject_id == claim(b).subject_id;
    if (std::holds_alternative<Money>(claim(a).value) || std::holds_alternative<Measure>(claim(a).value))
      return true;
    return *amount->low > Decimal(12) || subject;
  }

  static bool differ(const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty() && a != b;
  }

  bool qualifiers_differ(uint32_t a, uint32_t b) const {
    const Qualifiers& x = claim(a).qualifiers;
    const Qualifiers& y = claim(b).qualifiers;
    return differ(x.subset, y.subset) || differ(x.place, y.place) || differ(x.per, y.per) ||
           differ(claim(a).object, claim(b).object);
  }

  bool planned(uint32_t c) const { return claim(c).qualifiers.modality == Modality::planned; }

  bool qualifiers_equal(uint32_t a, uint32_t b) const {
    const Qualifiers& x = claim(a).qualifiers;
    const Qualifiers& y = claim(b).qualifiers;
    return x.subset == y.subset && x.place == y.place && x.per == y.per &&
           !differ(claim(a).object, claim(b).object);
  }

  // Rules about the event of the dossier need no owner.
  bool owner_known(uint32_t c) const { return !claim(c).subject_id.empty(); }

  // Why two claims with different values are no conflict; empty when nothing speaks against one.
  std::string objection(uint32_t a, uint32_t b) const {
    const Qualifiers& x = claim(a).qualifiers;
    const Qualifiers& y = claim(b).qualifiers;
    if (open_pair(a, b)) return "no rule knows what both figures are about";
    if (!comparison(a, b).exclusive) return "both may be true";
    if (!owner_known(a) || !owner_known(b)) return "whose it is is not told on both sides";
    if (x.subset != y.subset) return "one tells of a part, the other of the whole or another part";
    if (x.place != y.place) return "they are told for different places";
    if (x.per != y.per) return "they are told for different units or periods";
    if (differ(claim(a).object, claim(b).object))
      return absl::StrCat("they concern different parties, ", claim(a).object_name, " and ",
                          claim(b).object_name);
    if (planned(a) != planned(b)) return "one is planned or expected, the other told as done";
    if (x.modality == Modality::possible || y.modality == Modality::possible)
      return "one is only said to be possible";
    return "";
  }

  std::set<uint32_t> documents(const Side& side) const {
    std::set<uint32_t> out;
    for (const uint32_t c : side.claims) out.insert(claim(c).document);
    return out;
  }

  // The speakers of a side, when every claim has one.
  std::set<std::string> speakers(const Side& side) const {
    std::set<std::string> out;
    for (const uint32_t c : side.claims) {
      if (claim(c).qualifiers.attribution.empty()) return {};
      out.insert(claim(c).qualifiers.attribution);
    }
    return out;
  }

  bool different_speakers(const Side& a, const Side& b) const {
    const std::set<std::string> x = speakers(a), y = speakers(b);
    if (x.empty() || y.empty()) return false;
    return std::none_of(x.begin(), x.end(), [&](const std::string& who) { return y.contains(who); });
  }

  bool apart_by_speaker(const Cluster& cluster) const {
    for (size_t i = 0; i < cluster.sides.size(); ++i) {
      for (size_t j = i + 1; j < cluster.sides.size(); ++j) {
        if (!different_speakers(cluster.sides[i], cluster.sides[j])) return false;
      }
    }
    return true;
  }

  bool conflict(const Side& a, const Side& b) {
    bool found = false;
    for (const uint32_t c : a.claims) {
      for (const uint32_t d : b.claims) {
        const Fit both = fit(claim(c).value, claim(d).value, comparison(c, d), rulebook_);
        if (both != Fit::conflict) continue;
        const std::string why = objection(c, d);
        if (why.empty()) {
          found = true;
        } else {
          refuse(c, d, why);
        }
      }
    }
    if (!found || different_speakers(a, b)) return found;
    const std::set<uint32_t> here = documents(a), there = documents(b);
    for (const uint32_t document : here) {
      if (!there.contains(document)) continue;
      refuse(a.claims.front(), b.claims.front(),
             absl::StrCat(report_.documents[document].id, " tells both, so they are two things"));
      return false;
    }
    return true;
  }

  void refuse(uint32_t a, uint32_t b, std::string why) {
    if (refusals_.size() < 100000) refusals_.push_back({std::min(a, b), std::max(a, b), std::move(why)});
  }

  const Rulebook& rulebook_;
  const Report& report_;
  const Group& group_;
  std::vector<Refusal>& refusals_;
  std::vector<Side> sides_;
};

}  // namespace

std::vector<Cluster> find_clusters(const Rulebook& rulebook, const Report& report, const Group& group,
                                   std::vector<Refusal>* refusals) {
  return SideFinder(rulebook, report, group, refusals).run();
}

}  // namespace crosscheck
