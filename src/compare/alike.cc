#include "compare/alike.h"

#include <algorithm>
#include <vector>

namespace crosscheck {
namespace {

constexpr int kSharedLeast = 12;    // weight of the words that both tell
constexpr int kWordsLeast = 3;      // and their number
constexpr int kPartOfShorter = 60;  // percent of the weight of the shorter one
constexpr int kPartOfLonger = 40;

int weight_of(const Likeness& likeness, const std::vector<uint64_t>& words) {
  int sum = 0;
  for (const uint64_t word : words) sum += likeness.weight(word);
  return sum;
}

}  // namespace

bool is_statement(const Claim& claim) { return claim.attribute == kStatement; }

int statement_points(const Likeness& likeness, const Claim& a, const Claim& b) {
  if (a.qualifiers.polarity != b.qualifiers.polarity) return 0;
  std::vector<uint64_t> both;
  std::set_intersection(a.clause_words.begin(), a.clause_words.end(), b.clause_words.begin(),
                        b.clause_words.end(), std::back_inserter(both));
  const int shared = weight_of(likeness, both);
  if (shared < kSharedLeast || static_cast<int>(both.size()) < kWordsLeast) return 0;
  const int left = weight_of(likeness, a.clause_words), right = weight_of(likeness, b.clause_words);
  if (100 * shared < kPartOfShorter * std::min(left, right)) return 0;
  if (100 * shared < kPartOfLonger * std::max(left, right)) return 0;
  return Likeness::kSameFact + shared;
}

}  // namespace crosscheck
