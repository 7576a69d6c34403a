// A document's tokens with the phrases of its language found in them: what the recognizers and the pattern
// matcher read.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "crosscheck/document.h"
#include "rules/language.h"
#include "rules/marks.h"
#include "rules/symbol.h"
#include "text/tokens.h"

namespace crosscheck {

struct Hit {
  uint32_t first = 0;  // token index
  uint32_t last = 0;   // one past the end
  const Sense* sense = nullptr;
  // Of the sense, here to be told without a look at it.
  Category category = Category::literal;
  ConceptNumber concept_number = kNoConcept;
  uint32_t symbol = 0;

  // Whether the data name that value for it.
  bool is(Symbol value) const { return symbol == value.number(); }
};

// Tokens [first, last) of one sentence or title. Boilerplate has none.
struct SentenceRange {
  uint32_t first = 0;
  uint32_t last = 0;
  TextSpan span;
  bool title = false;
  Marks marks = 0;  // that any of its tokens has: most recognizers find nothing in most sentences
};

// The tokens of a text and the phrases of its language in them, before anything is made of either.
struct Lexed {
  Tokens tokens;
  std::vector<Lexicon::Match> matches;  // ordered by first token, longer before shorter
};

// Read by one thread at a time: hits are unfolded where they are first asked for.
struct Annotated {
  const Document* document = nullptr;
  const Language* language = nullptr;
  bool with_steps = true;  // whether mentions tell how they were read (Mention::steps), which costs time
  Tokens tokens;
  std::vector<SentenceRange> sentences;
  std::vector<CategorySet> starting;  // by token: the categories of the hits that start at it
  std::vector<CategorySet> ending;    // by token, and one for the end: of those that end right before it
  std::vector<Marks> marks;           // by token, and one for the end

  absl::string_view text(TextSpan span) const { return document->slice(span); }
  absl::string_view word(uint32_t token) const { return document->slice(tokens[token].span()); }
  TextSpan span(uint32_t first, uint32_t last) const { return {tokens[first].begin, tokens[last - 1].end}; }
  // Longer before shorter; none behind the last token.
  absl::Span<const Hit> hits_at(uint32_t token) const {
    if (token >= tokens.size()) return {};
    if (hits_[token].begin == kFolded) unfold(token);
    return {unfolded_.data() + hits_[token].begin, hits_[token].count};
  }
  // The same where one of them is of `category`, else nothing: most tokens need not be unfolded then.
  absl::Span<const Hit> hits_at(uint32_t token, Category category) const {
    return token < tokens.size() && starting[token].has(category) ? hits_at(token) : absl::Span<const Hit>();
  }
  // The end of the longest phrase that starts at `token`; `token` when none does.
  uint32_t longest_at(uint32_t token) const {
    const uint32_t first = phrases_from_[token];
    return first < phrases_from_[token + 1] ? phrases_[first].last : token;
  }
  // The longest hit of `category` that starts at `token` and ends at or before `limit`; nullptr when there is
  // none.
  const Hit* hit(uint32_t token, Category category, uint32_t limit) const {
    return token < tokens.size() && starting[token].has(category) ? find_hit(token, category, limit)
                                                                  : nullptr;
  }
  // The first token that starts at or after byte `at`.
  uint32_t token_at(uint32_t at) const;
  // The sentence that the token stands in; nullptr for boilerplate.
  const SentenceRange* sentence_at(uint32_t token) const;
  // Whether the word is an ending behind an apostrophe, as the language cuts them off: the "'s" of "the
  // union's".
  bool is_clitic(uint32_t token) const;
  // The first token from `at` on, before `limit`, that has one of the marks; `limit` when none has.
  uint32_t next_marked(uint32_t at, uint32_t limit, Marks any) const {
    while (at < limit && (marks[at] & any) == 0) ++at;
    return at;
  }

 private:
  friend class Annotator;
  static constexpr uint32_t kFolded = 0xFFFFFFFF;
  struct HitsOfToken {
    uint32_t begin = kFolded, count = 0;
  };

  const Hit* find_hit(uint32_t token, Category category, uint32_t limit) const;
  void unfold(uint32_t token) const;

  // A word has several senses, and most are never asked for.
  std::vector<Lexicon::Match> phrases_;  // those that the spelling allows, ordered as in Lexed
  std::vector<uint32_t> phrases_from_;   // by token, and one for the end
  mutable std::vector<Hit> unfolded_;    // has room for all, so that none ever moves
  mutable std::vector<HitsOfToken> hits_;
};

Lexed lex(absl::string_view text, const Language& language);

// Document and language must outlive the result. `lexed` is lex() of the document's text.
Annotated annotate(const Document& document, const Language& language, Lexed lexed);
Annotated annotate(const Document& document, const Language& language);

}  // namespace crosscheck
