// A document's tokens with the phrases of its language found in them: what the recognizers and the pattern
// matcher read.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "absl/types/span.h"
#include "crosscheck/document.h"
#include "rules/language.h"
#include "text/tokens.h"

namespace crosscheck {

struct Hit {
  uint32_t first = 0;  // token index
  uint32_t last = 0;   // one past the end
  const Sense* sense = nullptr;
  // Of the sense, here to be told without a look at it.
  Category category = Category::literal;
  ConceptNumber concept_number = kNoConcept;
};

// Tokens [first, last) of one sentence or title. Boilerplate has none.
struct SentenceRange {
  uint32_t first = 0;
  uint32_t last = 0;
  TextSpan span;
  bool title = false;
};

// A set of categories. Most tokens start no phrase and end none: one look saves a search.
class CategorySet {
 public:
  constexpr CategorySet() = default;
  constexpr CategorySet(std::initializer_list<Category> categories) {
    for (const Category category : categories) add(category);
  }
  constexpr void add(Category category) { words_[word(category)] |= bit(category); }
  bool has(Category category) const { return (words_[word(category)] & bit(category)) != 0; }
  // Whether one category at least is in both.
  bool meets(const CategorySet& other) const {
    return ((words_[0] & other.words_[0]) | (words_[1] & other.words_[1])) != 0;
  }
  // The first 64 categories as bits.
  uint64_t low() const { return words_[0]; }

 private:
  static constexpr size_t word(Category category) { return static_cast<size_t>(category) / 64; }
  static constexpr uint64_t bit(Category category) {
    return uint64_t{1} << (static_cast<size_t>(category) % 64);
  }
  static_assert(kCategoryCount <= 128);
  uint64_t words_[2] = {0, 0};
};

// What one look at a token tells, as bits: the categories of figures, units and dates of which a phrase
// starts there, and how it is written. Recognizers walk from one token that may concern them to the next.
using Marks = uint64_t;
constexpr Marks mark(Category category) {
  static_assert(static_cast<int>(Category::date_doubtful) < 48, "the marks of dates leave room for others");
  return Marks{1} << static_cast<int>(category);
}
constexpr Marks kAllCategories = mark(Category::date_doubtful) | (mark(Category::date_doubtful) - 1);
constexpr Marks kDigitsMark = Marks{1} << 48, kSignMark = Marks{1} << 49, kCapitalMark = Marks{1} << 50,
                kTightMark = Marks{1} << 51,  // no white space before it
    kJoinedMark = Marks{1} << 52,  // digits or a sign close behind it, or a sign with something behind
    kLinkMark = Marks{1} << 53,    // a phrase of filler or noun_link
    kPointMark = Marks{1} << 54,   // of number_point or minus
    kFalseMark = Marks{1} << 55,   // of false_number
    kRoleMark = Marks{1} << 56;    // of role

// The tokens of a text and the phrases of its language in them, before anything is made of either.
struct Lexed {
  Tokens tokens;
  std::vector<Lexicon::Match> matches;  // ordered by first token, longer before shorter
};

struct Annotated {
  const Document* document = nullptr;
  const Language* language = nullptr;
  Tokens tokens;
  std::vector<SentenceRange> sentences;
  std::vector<Hit> hits;              // ordered by first token, longer before shorter
  std::vector<uint32_t> hits_from;    // hits_from[t] … hits_from[t + 1]: the hits that start at token t
  std::vector<CategorySet> starting;  // by token: the categories of the hits that start at it
  std::vector<CategorySet> ending;    // by token, and one for the end: of those that end right before it
  std::vector<Marks> marks;           // by token, and one for the end

  absl::string_view text(TextSpan span) const { return document->slice(span); }
  absl::string_view word(uint32_t token) const { return document->slice(tokens[token].span()); }
  TextSpan span(uint32_t first, uint32_t last) const { return {tokens[first].begin, tokens[last - 1].end}; }
  // None behind the last token.
  absl::Span<const Hit> hits_at(uint32_t token) const {
    if (token >= tokens.size()) return {};
    return {hits.data() + hits_from[token], hits_from[token + 1] - hits_from[token]};
  }
  // The longest hit of `category` that starts at `token` and ends at or before `limit`; nullptr when there is
  // none.
  const Hit* hit(uint32_t token, Category category, uint32_t limit) const {
    return token < tokens.size() && starting[token].has(category) ? find_hit(token, category, limit)
                                                                  : nullptr;
  }
  // The first token that starts at or after byte `at`.
  uint32_t token_at(uint32_t at) const;
  // The first token from `at` on, before `limit`, that has one of the marks; `limit` when none has.
  uint32_t next_marked(uint32_t at, uint32_t limit, Marks any) const {
    while (at < limit && (marks[at] & any) == 0) ++at;
    return at;
  }

 private:
  const Hit* find_hit(uint32_t token, Category category, uint32_t limit) const;
};

Lexed lex(absl::string_view text, const Language& language);

// Document and language must outlive the result. `lexed` is lex() of the document's text.
Annotated annotate(const Document& document, const Language& language, Lexed lexed);
Annotated annotate(const Document& document, const Language& language);

}  // namespace crosscheck
