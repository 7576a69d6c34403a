#include "compare/shown_once.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/refusals.h"

namespace crosscheck {
namespace {

class Shown {
 public:
  Shown(const Report& report, const std::vector<Cluster>& clusters) : report_(report), clusters_(clusters) {}

  // Whether an earlier cluster tells the same; otherwise this one is kept in mind.
  bool again(size_t at) {
    const Cluster& cluster = clusters_[at];
    const Claim& first = claim(cluster.sides.front().claims.front());
    std::vector<size_t>& others = by_sentence_[{first.document, first.context_span.begin}];
    const bool known = std::any_of(others.begin(), others.end(),
                                   [&](size_t other) { return tells_the_same(cluster, clusters_[other]); });
    if (!known) others.push_back(at);
    return known;
  }

  bool is_conflict_of_states(const Cluster& cluster) const {
    return cluster.sides.size() > 1 &&
           std::holds_alternative<State>(claim(cluster.sides.front().claims.front()).value);
  }

 private:
  const Claim& claim(uint32_t c) const { return report_.claims[c]; }

  // Whether each side of the one has a claim in the words of a side of the other.
  bool tells_the_same(const Cluster& one, const Cluster& other) const {
    if (one.sides.size() != other.sides.size()) return false;
    return std::all_of(one.sides.begin(), one.sides.end(), [&](const Fact& side) {
      return std::any_of(other.sides.begin(), other.sides.end(),
                         [&](const Fact& there) { return share_words(side, there); });
    });
  }

  bool share_words(const Fact& a, const Fact& b) const {
    return std::any_of(a.claims.begin(), a.claims.end(), [&](uint32_t c) {
      return std::any_of(b.claims.begin(), b.claims.end(), [&](uint32_t d) {
        return claim(c).document == claim(d).document && claim(c).span.overlaps(claim(d).span);
      });
    });
  }

  const Report& report_;
  const std::vector<Cluster>& clusters_;
  std::map<std::pair<uint32_t, uint32_t>, std::vector<size_t>> by_sentence_;  // by document and its place
};

}  // namespace

void show_once(const Report& report, std::vector<Cluster>* clusters, std::vector<Refusal>* refusals) {
  Shown shown(report, *clusters);
  std::vector<Cluster> apart;
  for (size_t i = 0; i < clusters->size(); ++i) {
    Cluster& cluster = (*clusters)[i];
    if (!shown.is_conflict_of_states(cluster) || !shown.again(i)) continue;
    const uint32_t a = cluster.sides[0].claims.front(), b = cluster.sides[1].claims.front();
    if (refusals->size() < kRefusalsMost)
      refusals->push_back({std::min(a, b), std::max(a, b), "another rule tells this conflict already"});
    for (size_t s = 1; s < cluster.sides.size(); ++s) apart.push_back({{std::move(cluster.sides[s])}, false});
    cluster.sides.resize(1);
  }
  std::move(apart.begin(), apart.end(), std::back_inserter(*clusters));
}

}  // namespace crosscheck
