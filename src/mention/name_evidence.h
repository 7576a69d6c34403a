// What an article as a whole tells about names that no word right beside them types: ages, the country behind
// a town, a list of persons, the surname that comes back alone.
#pragma once

#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/types/span.h"
#include "mention/names.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Words of a name; what a hyphen joins is one: "Saint-Malo".
uint32_t words_of(const Annotated& text, const NameRun& run);

// Types a run that has no kind yet. Weak evidence, which is often true of other kinds, gives way to any
// other.
void set_kind(MentionKind kind, const char* why, bool weak, NameRun* run);

// Copies runs that nothing types, or only weakly.
void note_doubtful(const Annotated& text, absl::Span<const NameRun> runs, std::vector<Mention>* doubtful);

// Words by the hash of their folded form, which needs no hashing again.
struct HashOfWord {
  size_t operator()(uint64_t word) const { return static_cast<size_t>(word); }
};
using WordSet = absl::flat_hash_set<uint64_t, HashOfWord>;

// The words that an article writes without a capital. Few are asked for, so that a filter says no to most at
// once, and the others are looked for in the text.
class SmallWords {
 public:
  explicit SmallWords(const Annotated& text) : text_(text) {
    for (const Token& token : text.tokens) {
      if (is_small(token)) filter_[word_of(token.hash)] |= bit_of(token.hash);
    }
  }
  bool contains(uint64_t hash) const {
    if (!(filter_[word_of(hash)] & bit_of(hash))) return false;
    for (const Token& token : text_.tokens) {
      if (token.hash == hash && is_small(token)) return true;
    }
    return false;
  }

 private:
  static constexpr size_t kWords = 64;
  static size_t word_of(uint64_t hash) { return (hash >> 6) % kWords; }
  static uint64_t bit_of(uint64_t hash) { return uint64_t{1} << (hash & 63); }
  static bool is_small(const Token& token) {
    return token.token_class == TokenClass::word && token.capitals == Capitals::none;
  }

  const Annotated& text_;
  uint64_t filter_[kWords] = {};
};

// Types runs, ordered by place, as far as there is evidence; those typed already keep their kind.
void type_by_article(const Annotated& text, const Rulebook& rulebook, const SmallWords& small,
                     std::vector<NameRun>* runs);

}  // namespace crosscheck
