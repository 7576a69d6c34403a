// What the words around a claim tell, as keys that meet across articles and languages: a concept or a name by
// its id, any other word by its stem.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "claim/context.h"
#include "claim/matcher.h"
#include "crosscheck/claim.h"
#include "text/stem.h"

namespace crosscheck {

class ClaimWords {
 public:
  explicit ClaimWords(const ClaimContext& context);

  // Fills clause_words and sentence_words of a claim whose value stands at tokens [first, last).
  void fill(uint32_t first, uint32_t last, Claim* claim);
  // Adds what stands between the words that a rule read of a state: "the concert in Lyon was called off" is
  // told of Lyon.
  void add_between(uint32_t first, uint32_t last, absl::Span<const ToldWords> read, Claim* claim);
  // Notes what hangs on the thing that a state is told of, before its last word: "the strike at the port".
  void note_complement(absl::Span<const ToldWords> read, Claim* claim);
  // Fills clause_words with the words of tokens [first, last) themselves.
  void fill_range(uint32_t first, uint32_t last, Claim* claim);

 private:
  // 0 for a word that tells nothing.
  uint64_t key(uint32_t token, uint32_t limit);
  static uint64_t key_of_day(const Mention& mention);
  static uint64_t key_of_figure(const Mention& mention);
  void make_keys(uint32_t sentence);
  bool heads(uint32_t sentence) const;
  uint32_t saying(uint32_t token, uint32_t limit) const;

  const ClaimContext& context_;
  const Annotated& text_;
  StemHashes& stems_;
  std::vector<std::vector<uint64_t>> keys_;  // of each sentence's tokens; empty until asked for
};

}  // namespace crosscheck
