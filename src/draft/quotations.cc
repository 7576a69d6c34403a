#include "draft/quotations.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr size_t kNearLeast = 5;  // words; of fewer, nothing but the very words is told to be the same

Tokens words_of(absl::string_view text) {
  Tokens tokens = tokenize(text, ApostropheRules());
  tokens.erase(std::remove_if(tokens.begin(), tokens.end(),
                              [](const Token& token) { return token.token_class == TokenClass::sign; }),
               tokens.end());
  return tokens;
}

bool same_word(const Token& a, const Token& b) { return a.hash == b.hash; }

}  // namespace

struct QuotationFinder::Words {
  Tokens tokens;
};

QuotationFinder::QuotationFinder(const std::vector<Document>& documents) {
  for (const Document& document : documents) words_.push_back({words_of(document.text)});
}

QuotationFinder::~QuotationFinder() = default;

std::optional<QuotedPassage> QuotationFinder::find(absl::string_view quotation, uint32_t document) const {
  const Tokens wanted = words_of(quotation);
  const Tokens& all = words_[document].tokens;
  const size_t length = wanted.size();
  if (length == 0 || all.size() < length) return std::nullopt;
  const auto exact = std::search(all.begin(), all.end(), wanted.begin(), wanted.end(), same_word);
  if (exact != all.end()) {
    return QuotedPassage{{exact->begin, (exact + static_cast<ptrdiff_t>(length) - 1)->end}, true};
  }
  if (length < kNearLeast) return std::nullopt;
  // The window of as many words that shares most of them.
  absl::flat_hash_map<uint64_t, int> missing;
  for (const Token& token : wanted) ++missing[token.hash];
  size_t shared = 0, best = 0, best_end = 0;
  for (size_t i = 0; i < all.size(); ++i) {
    if (const auto word = missing.find(all[i].hash); word != missing.end()) shared += word->second-- > 0;
    if (i >= length) {
      const auto left = missing.find(all[i - length].hash);
      if (left != missing.end()) shared -= ++left->second > 0;
    }
    if (shared > best) best = shared, best_end = i;
  }
  if (best * 4 < length * 3) return std::nullopt;
  const size_t begin = best_end + 1 >= length ? best_end + 1 - length : 0;
  return QuotedPassage{{all[begin].begin, all[best_end].end}, false};
}

}  // namespace crosscheck
