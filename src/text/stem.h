// Stems of words, so that "embauche" and "embauché" meet: Snowball (Porter, "Snowball: a language for
// stemming algorithms", 2001), through libstemmer.
#pragma once

#include <cstdint>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

struct sb_stemmer;

namespace crosscheck {

// Of one thread.
class Stemmer {
 public:
  // `algorithm`: a Snowball name, "french"; one that is not known leaves words as they are.
  explicit Stemmer(const std::string& algorithm);
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // The stem of a folded word, without accents.
  std::string stem(absl::string_view folded) const;

 private:
  sb_stemmer* stemmer_;
};

// The hashes of stems by the hashes of their words: the words of a language come again in every article, and
// a stemmer costs more than all that is done with a word besides.
class StemHashes {
 public:
  explicit StemHashes(const std::string& algorithm) : stemmer_(algorithm) {}

  // hash_folded() of the stem of `word`, whose own hash is `hash`.
  uint64_t of(uint64_t hash, absl::string_view word);

 private:
  Stemmer stemmer_;
  absl::flat_hash_map<uint64_t, uint64_t> known_;
};

// Those of this thread; they last as long as it.
StemHashes& stem_hashes(const std::string& algorithm);

}  // namespace crosscheck
