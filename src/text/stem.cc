#include "text/stem.h"

#include <libstemmer.h>

#include "text/tokens.h"

namespace crosscheck {

Stemmer::Stemmer(const std::string& algorithm)
    : stemmer_(algorithm.empty() ? nullptr : sb_stemmer_new(algorithm.c_str(), "UTF_8")) {}

Stemmer::~Stemmer() {
  if (stemmer_) sb_stemmer_delete(stemmer_);
}

std::string Stemmer::stem(absl::string_view folded) const {
  if (!stemmer_) return fold_without_accents(folded);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded.data());
  const sb_symbol* out = sb_stemmer_stem(stemmer_, bytes, static_cast<int>(folded.size()));
  if (!out) return fold_without_accents(folded);
  const auto length = static_cast<size_t>(sb_stemmer_length(stemmer_));
  return fold_without_accents({reinterpret_cast<const char*>(out), length});
}

}  // namespace crosscheck
