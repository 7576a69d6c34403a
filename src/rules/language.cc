#include "rules/language.h"

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

// What a symbol of a unit must look like in a text; empty for words, whose capitals mean nothing.
std::string spelling_of(absl::string_view phrase, Category category, const Tokens& tokens) {
  const bool exact = category == Category::unit || category == Category::currency ||
                     category == Category::currency_cent ||
                     (category == Category::false_number && tokens[0].token_class == TokenClass::digits);
  if (!exact) return "";
  const bool letter = phrase.size() == 1 && tokens[0].token_class == TokenClass::word;
  return letter || fold(phrase) != phrase ? std::string(phrase) : "";
}

}  // namespace

void Language::add(absl::string_view phrase, Category category, std::string symbol, Decimal number) {
  const Tokens tokens = tokenize(phrase);
  if (tokens.empty()) return;
  Sense sense;
  sense.category = category;
  sense.symbol = std::move(symbol);
  sense.number = number;
  sense.spelling = spelling_of(phrase, category, tokens);
  // Phrases of one value come one after the other: they share the sense.
  const bool same = !senses.empty() && senses.back().category == sense.category &&
                    senses.back().symbol == sense.symbol && senses.back().spelling == sense.spelling;
  if (!same) senses.push_back(std::move(sense));
  lexicon.add(tokens, static_cast<uint32_t>(senses.size() - 1));
}

}  // namespace crosscheck
