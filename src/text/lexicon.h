// Finds every phrase of a fixed set in a token sequence. Build with add(), then freeze(); a frozen lexicon is
// immutable and safe for all threads. Cost of a search follows the tokens, not the number of phrases: one
// hash table of trie edges behind small filters.
//
// A phrase may have several payloads. Many phrases have the same ones: a group is a list of payloads, and a
// match tells the group, so that what is known of all payloads of a phrase can be kept by group.
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
    // Of a group: it is no group of the lexicon, but one payload alone, which its other bits tell. For
    // matches that others add.
    static constexpr uint32_t kAlone = 0x80000000;
    uint32_t first = 0;  // token index
    uint32_t last = 0;   // one past the end
    uint32_t group = 0;
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

  // All matches, ordered by first token, longer before shorter.
  std::vector<Match> find(absl::Span<const Token> tokens) const;

  // The payloads of a group below groups(), in rising order.
  absl::Span<const uint32_t> payloads(uint32_t group) const {
    return payloads_.subspan(groups_[group], groups_[group + 1] - groups_[group]);
  }
  size_t groups() const { return groups_.empty() ? 0 : groups_.size() - 1; }
  size_t phrases() const { return phrases_; }

 private:
  // A word that goes on from another, as one edge of the tree that all phrases make.
  struct Draft {
    std::vector<uint32_t> from;                     // by node: the one before it
    std::vector<uint64_t> words;                    // by node: the hash of the word that leads to it
    std::vector<std::vector<uint32_t>> payloads;    // by node
    absl::flat_hash_map<uint64_t, uint32_t> nodes;  // by edge
  };
  // As the table has it, in twelve bytes, so that most edges lie in one line of the cache.
  struct Edge {
    uint32_t key_low = 0, key_high = 0;  // node and word, mixed; 0 where the slot is free
    uint32_t end = 0;                    // the node where it leads, or kLeaf and its group
  };
  // Bits of words, those that start a phrase and those that go on in one: a text has many words of neither.
  struct WordFilter {
    uint64_t starts = 0, goes_on = 0;
  };
  static constexpr uint32_t kLeaf = 0x80000000;  // of an end: no edge goes on
  static constexpr uint32_t kNone = 0x7FFFFFFF;  // instead of a group: no phrase ends there

  void number_groups(std::vector<uint32_t>* group_of);
  void make_filters();
  // The end of the edge of that word; 0 when there is none.
  uint32_t step(uint32_t node, uint64_t hash) const;
  bool may_be_edge(uint64_t key) const;
  // The end of the edge of each token as the first word of a phrase, 0 when there is none; with kGoesOn where
  // the word may go on in one.
  std::vector<uint32_t> find_starts(absl::Span<const Token> tokens) const;

  Draft draft_;
  size_t phrases_ = 0;
  // Views of the tables below, or of an image.
  absl::Span<const Edge> edges_;  // open addressing
  absl::Span<const uint32_t>
      group_of_;                       // by node from which edges go on: the group that ends there, or kNone
  absl::Span<const uint32_t> groups_;  // where the payloads of each begin, and the end of the last
  absl::Span<const uint32_t> payloads_;
  absl::Span<const WordFilter> words_;
  absl::Span<const uint64_t> filter_;  // of edges that go on from one
  std::vector<Edge> own_edges_;
  std::vector<WordFilter> own_words_;
  std::vector<uint64_t> own_filter_;
  std::vector<uint32_t> own_group_of_, own_groups_, own_payloads_;
};

}  // namespace crosscheck
