#include "compare/word_points.h"

#include <algorithm>
#include <map>

#include "absl/container/flat_hash_set.h"
#include "absl/numeric/bits.h"

namespace crosscheck {
namespace {

constexpr uint32_t kSentencesMore = 16;  // as if so many more sentences lacked it: a few say little of rarity
constexpr int kWeightMost = 5;           // of one word
constexpr int kWordsMost = 60;           // of all words together

}  // namespace

WordPoints::WordPoints(const Report& report) {
  std::map<std::pair<uint32_t, uint32_t>, std::vector<const Claim*>> sentences;
  for (const Claim& claim : report.claims)
    sentences[{claim.document, claim.context_span.begin}].push_back(&claim);
  sentences_ = static_cast<uint32_t>(sentences.size());
  absl::flat_hash_set<uint64_t> words;
  for (const auto& [place, claims] : sentences) {
    words.clear();
    for (const Claim* claim : claims) {
      words.insert(claim->clause_words.begin(), claim->clause_words.end());
      words.insert(claim->sentence_words.begin(), claim->sentence_words.end());
    }
    for (const uint64_t word : words) ++sentences_with_[word];
  }
}

uint32_t WordPoints::sentences_with(uint64_t word) const {
  const auto found = sentences_with_.find(word);
  return found == sentences_with_.end() ? 0 : found->second;
}

int WordPoints::weight(uint64_t word) const {
  const uint32_t with = sentences_with(word);
  const auto rarity = (sentences_ + kSentencesMore) / std::max(1u, with);
  return std::clamp(static_cast<int>(absl::bit_width(rarity)) - 1, 0, kWeightMost);
}

int WordPoints::shared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) const {
  int points = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) {
      points += weight(*x);
      ++x, ++y;
    } else if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  return points;
}

int WordPoints::of(const Claim& x, const Claim& y) const {
  if (std::holds_alternative<Date>(x.value)) {
    // The event of a date is what all articles tell of: its words are frequent, and tell all the same.
    return std::min(15 * words_in_both(x.clause_words, y.clause_words) +
                        5 * (words_in_both(x.clause_words, y.sentence_words) +
                             words_in_both(x.sentence_words, y.clause_words)),
                    kWordsMost);
  }
  const int points =
      4 * shared(x.clause_words, y.clause_words) +
      2 * (shared(x.clause_words, y.sentence_words) + shared(x.sentence_words, y.clause_words)) +
      shared(x.sentence_words, y.sentence_words);
  return std::min(points, kWordsMost);
}

int words_in_both(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  std::vector<uint64_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<int>(both.size());
}

int words_in_common(const Claim& a, const Claim& b) {
  const auto in = [](const std::vector<uint64_t>& words, uint64_t word) {
    return std::binary_search(words.begin(), words.end(), word);
  };
  int common = 0;
  for (const uint64_t word : a.clause_words) common += in(b.clause_words, word) || in(b.sentence_words, word);
  for (const uint64_t word : b.clause_words)
    common += !in(a.clause_words, word) && in(a.sentence_words, word);
  return common;
}

int words_in_sentences(const Claim& a, const Claim& b) {
  const auto of = [](const Claim& claim) {
    std::vector<uint64_t> words;
    std::set_union(claim.clause_words.begin(), claim.clause_words.end(), claim.sentence_words.begin(),
                   claim.sentence_words.end(), std::back_inserter(words));
    return words;
  };
  return words_in_both(of(a), of(b));
}

}  // namespace crosscheck
