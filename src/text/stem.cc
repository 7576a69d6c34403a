#include "text/stem.h"

#include <libstemmer.h>

#include <memory>

#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr size_t kKnownMost = 1 << 16;  // words; then it is begun anew

}  // namespace

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

uint64_t StemHashes::of(uint64_t hash, absl::string_view word) {
  if (known_.size() >= kKnownMost) known_.clear();
  const auto [found, fresh] = known_.try_emplace(hash, 0);
  if (fresh) found->second = hash_folded(stemmer_.stem(fold(word)));
  return found->second;
}

StemHashes& stem_hashes(const std::string& algorithm) {
  thread_local absl::flat_hash_map<std::string, std::unique_ptr<StemHashes>> all;
  std::unique_ptr<StemHashes>& own = all[algorithm];
  if (!own) own = std::make_unique<StemHashes>(algorithm);
  return *own;
}

}  // namespace crosscheck
