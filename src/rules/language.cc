#include "rules/language.h"

#include <algorithm>

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

bool is_number_word(Category category) {
  return category == Category::cardinal || category == Category::scale || category == Category::ordinal ||
         category == Category::fraction || category == Category::number_joint || category == Category::half;
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
  if (joined_numbers && tokens.size() == 1 && is_number_word(category)) {
    number_words.hashes.insert(hash_folded(fold(phrase)));
    number_words.longest = std::max(number_words.longest, phrase.size());
  }
  const bool same = !senses.empty() && senses.back().category == sense.category &&
                    senses.back().symbol == sense.symbol && senses.back().spelling == sense.spelling &&
                    senses.back().number == sense.number;
  if (!same) senses.push_back(std::move(sense));
  lexicon.add(tokens, static_cast<uint32_t>(senses.size() - 1));
}

}  // namespace crosscheck
