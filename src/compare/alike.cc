#include "compare/alike.h"

#include <algorithm>
#include <vector>

namespace crosscheck {
namespace {

// What both must tell, by the number of words that they share: the fewer, the nearer to all that each tells.
struct Demand {
  size_t words;
  int weight;
  int of_shorter;  // percent of the weight of the shorter one
  int of_longer;
};

constexpr size_t kHalf = 50;  // percent of the words of either that one phrase in common must be

constexpr Demand kDemands[] = {{3, 12, 60, 40}, {3, 5, 50, 50}, {2, 7, 70, 70}};

int weight_of(const Likeness& likeness, const std::vector<uint64_t>& words) {
  int sum = 0;
  for (const uint64_t word : words) sum += likeness.words().weight(word);
  return sum;
}

struct Runs {
  int runs = 0;      // how many times words in common follow each other
  size_t words = 0;  // in common, repeats included
};

Runs runs_of(const std::vector<uint64_t>& told, const std::vector<uint64_t>& common) {
  Runs out;
  bool within = false;
  for (const uint64_t word : told) {
    const bool both = std::binary_search(common.begin(), common.end(), word);
    out.runs += both && !within;
    out.words += both;
    within = both;
  }
  return out;
}

// "a été jugé par le tribunal de commerce de Nantes", "devant le tribunal de commerce de Nantes": one phrase
// that both have is a name or a term, and tells nothing, unless it is half of what they say.
bool only_a_phrase(const Claim& a, const Claim& b, const std::vector<uint64_t>& common) {
  const Runs left = runs_of(a.told_words, common), right = runs_of(b.told_words, common);
  if (left.runs > 1 || right.runs > 1) return false;
  return 100 * left.words < kHalf * a.told_words.size() || 100 * right.words < kHalf * b.told_words.size();
}

}  // namespace

bool is_statement(const Claim& claim) { return claim.attribute == kStatement; }

int statement_points(const Likeness& likeness, const Claim& a, const Claim& b) {
  if (a.qualifiers.polarity != b.qualifiers.polarity) return 0;
  std::vector<uint64_t> both;
  std::set_intersection(a.clause_words.begin(), a.clause_words.end(), b.clause_words.begin(),
                        b.clause_words.end(), std::back_inserter(both));
  if (only_a_phrase(a, b, both)) return 0;
  const int shared = weight_of(likeness, both);
  const int left = weight_of(likeness, a.clause_words), right = weight_of(likeness, b.clause_words);
  const bool enough = std::any_of(std::begin(kDemands), std::end(kDemands), [&](const Demand& demand) {
    return both.size() >= demand.words && shared >= demand.weight &&
           100 * shared >= demand.of_shorter * std::min(left, right) &&
           100 * shared >= demand.of_longer * std::max(left, right);
  });
  return enough ? Likeness::kSameFact + shared : 0;
}

}  // namespace crosscheck
