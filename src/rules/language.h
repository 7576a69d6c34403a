// All words of one language, compiled: from rules/lang/<code>/, from the concepts, roles and entities of the
// rulebook. A language is a folder; no code names one. Immutable once built, safe for all threads.
//
// A file of rules/lang/<code>/ is a map of categories (rules/category.h); each is a map of value -> phrases:
//
//   cardinal:
//     7: sept
//     17: [dix-sept, dix sept]
//   bound_before:
//     more_than: [plus de, plus d', au-delà de]
//
// language.yaml holds the settings instead: code, name, decimal, group, stemmer, date_order, head,
// plurals, future_endings, past_endings, participle_endings, joined_numbers, elisions, clitics.
// inflection.yaml holds endings (rules/phrase.h). A phrase may use "(s)" for an ending that may be missing,
// "(a|b)" for alternatives, and "word/n", "word/v" for the inflected forms of a noun or adjective, or verb
// (inflection.yaml). Capitals mean nothing, but for units and currencies: there a phrase with a capital, or
// of one letter, is a symbol and must stand in the text as it is written here ("Mb" is not "MB"); likewise
// "5G" among the false numbers.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "crosscheck/decimal.h"
#include "rules/category.h"
#include "rules/concept_tree.h"
#include "rules/marks.h"
#include "rules/phrase.h"
#include "text/lexicon.h"
#include "text/tokens.h"

namespace crosscheck {

// What a phrase means.
struct Sense {
  Category category = Category::literal;
  std::string symbol;  // the value as written: "more_than", "EUR", "employee", "7"
  Decimal number;      // for categories of type number
  // For a symbol whose capitals matter (MW, Mb, m, US$): how it must be written; else empty.
  std::string spelling;
};

// What is asked of every phrase that is met, without a look at its sense: senses take megabytes.
struct SenseLook {
  Category category = Category::literal;
  bool spelled = false;                       // it has a spelling
  ConceptNumber concept_number = kNoConcept;  // of category concept_, in the tree of its rulebook
  uint32_t symbol = 0;                        // Symbol::number_of() its symbol
};

// The same of all senses that a phrase has, by the group that the lexicon tells: most phrases are looked at
// no closer.
struct GroupLook {
  CategorySet categories;
  Marks marks = 0;       // that its phrases give to the token where they start
  uint32_t senses = 0;   // how many
  uint32_t spelled = 0;  // 1: some of them have a spelling, so that the text decides which ones it has
};

// Hashes of the words that a number may be made of in one piece: "zwei", "hundert", "und".
struct NumberWords {
  absl::flat_hash_set<uint64_t> hashes;
  size_t longest = 0;  // bytes
};

struct Language {
  std::string code;                 // "fr"
  std::string name;                 // "français"
  std::string decimal = ".";        // sign of decimals
  std::vector<std::string> groups;  // signs that may part groups of three digits, white space aside
  std::string stemmer;              // name of its Snowball algorithm; empty: words are compared as they are
  std::string date_order = "dmy";   // of dates in digits; with "mdy" a number after the month is the day, too
  bool head_last = false;           // "crew members" counts members; else the first of two nouns is the head
  std::vector<std::string> plurals;  // endings of nouns that head such a row, whatever stands behind them
  // Of verbs; they tell whether a weekday beside them is past or to come.
  std::vector<std::string> future_endings;      // "eront"
  std::vector<std::string> past_endings;        // "aient"
  std::vector<std::string> participle_endings;  // "ées": past behind an auxiliary
  bool joined_numbers = false;                  // "zweihundert" is one word; rules/joined_numbers.h
  NumberWords number_words;                     // filled when joined_numbers is set
  ApostropheRules apostrophes;
  Inflections inflections;
  Lexicon lexicon;
  std::vector<Sense> senses;                // Lexicon payloads are indices into this
  std::vector<SenseLook> looks;             // of each sense
  absl::Span<const GroupLook> group_looks;  // of each group of the lexicon
  std::vector<GroupLook> own_group_looks;   // what `group_looks` views, unless that is an image

  // Whether the word has one of the endings of `plurals`.
  bool ends_plural(absl::string_view word) const;
  Tokens tokenize(absl::string_view text) const { return crosscheck::tokenize(text, apostrophes); }
  // Adds a plain phrase (rules/phrase.h unfolds the short notation). Used while the language is built, which
  // freeze() ends.
  void add(absl::string_view phrase, Category category, std::string symbol, Decimal number);
  void freeze();

  // All that these two fill (lexicon, senses, groups, number_words) as one piece of memory, and the way back,
  // at once: for a program built with this very code. `image`, aligned to 8 bytes, must outlive the language.
  std::string words_image() const;
  void use_words(absl::string_view image);
};

}  // namespace crosscheck
