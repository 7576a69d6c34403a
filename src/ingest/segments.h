// Lays segments over the clean text: furniture by its words, sentences, quotations.
#pragma once

#include <vector>

#include "crosscheck/document.h"
#include "ingest/page.h"
#include "rules/annotate.h"

namespace crosscheck {

// The text of an article with its tokens and the phrases in them, cut once for all that look at them.
struct LexedText {
  absl::string_view text;
  const Language& language;
  const Lexed& lexed;

  absl::string_view word(size_t token) const {
    return text.substr(lexed.tokens[token].begin, lexed.tokens[token].end - lexed.tokens[token].begin);
  }
  // The first token that starts at or after byte `at`.
  size_t token_at(uint32_t at) const;
  // The first match that starts at or after a token.
  std::vector<Lexicon::Match>::const_iterator matches_at(size_t token) const;
  bool has(const Lexicon::Match& match, Category category) const {
    return language.group_looks[match.group].categories.has(category);
  }
  // Whether a sense of that category has that value.
  bool has(const Lexicon::Match& match, Category category, Symbol value) const;
};

// Marks blocks whose words tell that they are furniture ("Lire aussi", "Newsletter", a line with a mail
// address).
void mark_furniture(const LexedText& text, std::vector<Block>* blocks);

// The spans of the sentences of one paragraph. A sentence has 400 tokens at most; a longer one is cut.
std::vector<TextSpan> cut_sentences(const LexedText& text, TextSpan paragraph);

// The spans of the quotations of one paragraph, outer ones only; one that never closes ends with the
// paragraph.
std::vector<TextSpan> find_quotations(const LexedText& text, TextSpan paragraph);

// Blocks, marked, with their sentences and quotations, as Document::segments.
std::vector<Segment> lay_segments(const LexedText& text, std::vector<Block> blocks);

}  // namespace crosscheck
