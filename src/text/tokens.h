// Cuts text into tokens: words, runs of digits, and single signs. White space is no token. Letters and digits
// part ("12h30" is three tokens), hyphens and apostrophes stand alone or go with an elision ("l'" + "équipe",
// "company" + "'s"), so that a phrase of a rule and a phrase of an article are cut alike. Linear in the text,
// one pass, no allocation per token.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "crosscheck/span.h"

namespace crosscheck {

enum class TokenClass : uint8_t { word, digits, sign };
enum class Capitals : uint8_t {
  none,
  first,
  all
};  // "all" needs two letters or more; a single capital is "first"

struct Token {
  uint32_t begin = 0;  // bytes of the text
  uint32_t end = 0;
  uint64_t hash = 0;  // of the folded form: equal hashes are taken as equal words
  TokenClass token_class = TokenClass::word;
  Capitals capitals = Capitals::none;
  bool space_before = false;
  bool line_before = false;  // the white space before holds a line end

  TextSpan span() const { return {begin, end}; }
};

using Tokens = std::vector<Token>;

// Which apostrophes cut a word, as folded hashes: "l'", "qu'" (kept with the apostrophe) and "'s", "'re".
struct ApostropheRules {
  absl::flat_hash_set<uint64_t> elisions;  // of the part before with its apostrophe: "l'"
  absl::flat_hash_set<uint64_t> clitics;   // of the part after with its apostrophe: "'s"
};

Tokens tokenize(absl::string_view text, const ApostropheRules& apostrophes);

// A sign that parts what stands before it from what follows: a hyphen or either dash.
bool is_dash(absl::string_view sign);

// Lower case, typographic apostrophes made plain, œ and æ opened, compatibility forms of digits kept. Accents
// stay: "tue" and "tué" are two words.
std::string fold(absl::string_view word);
// fold() without accents, for words in capitals whose accents may be missing.
std::string fold_without_accents(absl::string_view word);
uint64_t hash_folded(absl::string_view folded);
// hash_folded(fold(word)) without building the string where the word is plain.
uint64_t hash_word(absl::string_view word);

}  // namespace crosscheck
