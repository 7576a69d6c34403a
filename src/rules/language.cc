#include "rules/language.h"

#include "absl/container/flat_hash_map.h"

namespace crosscheck {

void Language::add(absl::string_view phrase, Category category, std::string symbol, Decimal number) {
  const Tokens tokens = tokenize(phrase);
  if (tokens.empty()) return;
  Sense sense;
  sense.category = category;
  sense.symbol = std::move(symbol);
  sense.number = number;
  // Phrases of one value come one after the other: they share the sense.
  const bool same =
      !senses.empty() && senses.back().category == sense.category && senses.back().symbol == sense.symbol;
  if (!same) senses.push_back(std::move(sense));
  lexicon.add(tokens, static_cast<uint32_t>(senses.size() - 1));
}

}  // namespace crosscheck
