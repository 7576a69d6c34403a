// Finds every phrase of a fixed set in a token sequence. Build with add(), then freeze(); a frozen lexicon is
// immutable and safe for all threads. Cost of a search follows the tokens, not the number of phrases: one
// hash table of trie edges behind a small filter.
//
// A frozen lexicon is a few flat tables, so that it can be kept as an image and used where it lies, at once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
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

  Lexicon() = default;
  Lexicon(const Lexicon&) = delete;  // it holds views of itself
  Lexicon& operator=(const Lexicon&) = delete;

  // `phrase` are the tokens of the phrase. One phrase may have several payloads. Empty phrases are ignored.
  void add(absl::Span<const Token> phrase, uint32_t payload);
  // After the last add(), before the first find().
  void freeze();

  // The tables of a frozen lexicon as one piece of memory.
  std::string image() const;
  // Instead of add() and freeze(): `image`, aligned to 8 bytes, was made by a program built with this very
  // code and must outlive the lexicon.
  void use(absl::string_view image);

  // All matches, ordered by first token, longer before shorter, then by payload.
  std::vector<Match> find(absl::Span<const Token> tokens) const;

  size_t phrases() const { return phrases_; }

 private:
  struct Draft {
    std::vector<uint64_t> keys;                     // by node: the edge that leads to it
    std::vector<uint32_t> from;                     // the nodes from which edges go on
    std::vector<std::vector<uint32_t>> payloads;    // by node
    absl::flat_hash_map<uint64_t, uint32_t> nodes;  // by edge
  };
  // Marks of ends_ and payloads_; neither has as many entries as would need these bits.
  static constexpr uint32_t kLeaf =
      0x80000000;  // of an end: no edge goes on, and it tells where the payloads begin
  static constexpr uint32_t kLast = 0x80000000;  // of a payload: the last one of its node
  static constexpr uint32_t kNone = 0x7FFFFFFF;  // instead of where payloads begin
  // The end of the edge of that key; 0 when there is none.
  uint32_t step(uint64_t key) const;
  // Asks for the memory of the edge that a phrase with that first word has, before it is needed.
  void fetch(uint64_t hash) const;

  Draft draft_;
  size_t phrases_ = 0;
  // Views of the tables below, or of an image.
  absl::Span<const uint64_t> edges_;  // open addressing: (node, word) mixed; 0 where the slot is free
  absl::Span<const uint32_t> ends_;  // by slot of edges_: the node where it leads, or kLeaf with its payloads
  absl::Span<const uint32_t> first_;  // by node: where its payloads begin, or kNone
  absl::Span<const uint32_t> payloads_;
  absl::Span<const uint64_t> filter_;  // words that start a phrase
  std::vector<uint64_t> own_edges_, own_filter_;
  std::vector<uint32_t> own_ends_, own_first_, own_payloads_;
};

}  // namespace crosscheck
