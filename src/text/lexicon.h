// Finds every phrase of a fixed set in a token sequence. Build with add(), then freeze; a frozen lexicon is
// immutable and safe for all threads. Cost of a search follows the tokens, not the number of phrases: one
// hash table of trie edges behind a small filter.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "text/tokens.h"

namespace crosscheck {

class Lexicon {
 public:
  struct Match {
    uint32_t first = 0;    // token index
    uint32_t last = 0;     // one past the end
    uint32_t payload = 0;  // what add() was given
  };

  // `phrase` are the tokens of the phrase. One phrase may have several payloads. Empty phrases are ignored.
  void add(absl::Span<const Token> phrase, uint32_t payload);

  // All matches, ordered by first token, longer before shorter, then by payload.
  std::vector<Match> find(absl::Span<const Token> tokens) const;

  size_t phrases() const { return phrases_; }

 private:
  struct Node {
    std::vector<uint32_t> payloads;
  };
  uint32_t step(uint32_t node, uint64_t hash) const;

  std::vector<Node> nodes_ = std::vector<Node>(1);
  absl::flat_hash_map<uint64_t, uint32_t> edges_;                     // (node, word) mixed -> node
  std::vector<uint64_t> filter_ = std::vector<uint64_t>(65536 / 64);  // words that start a phrase
  size_t phrases_ = 0;
};

}  // namespace crosscheck
