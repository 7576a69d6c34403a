// Stems of words, so that "embauche" and "embauché" meet: Snowball (Porter, "Snowball: a language for stemming
// algorithms", 2001), through libstemmer.
#pragma once

#include <memory>
#include <string>

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

}  // namespace crosscheck
