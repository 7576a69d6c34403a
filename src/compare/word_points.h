// Words that two claims share, as evidence that they tell of one fact: the rarer a word in the dossier, the
// more. Which words stand around a claim, the claim stage has told.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "crosscheck/finding.h"

namespace crosscheck {

class WordPoints {
 public:
  explicit WordPoints(const Report& report);

  int of(const Claim& a, const Claim& b) const;
  // Of one word; 0 for one that nearly all sentences share.
  int weight(uint64_t word) const;
  // In how many sentences that make a claim a word stands.
  uint32_t sentences_with(uint64_t word) const;

 private:
  int shared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) const;

  absl::flat_hash_map<uint64_t, uint32_t> sentences_with_;
  uint32_t sentences_ = 0;
};

// How many words are in both; each side is ascending.
int words_in_both(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b);

// Words that both clauses tell, or the clause of one and the rest of the sentence of the other.
int words_in_common(const Claim& a, const Claim& b);

// Words that both sentences tell.
int words_in_sentences(const Claim& a, const Claim& b);

}  // namespace crosscheck
