// A document's tokens with the phrases of its language found in them: what the recognizers and the pattern
// matcher read.
#pragma once

#include <cstdint>
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
};

// Tokens [first, last) of one sentence or title. Boilerplate has none.
struct SentenceRange {
  uint32_t first = 0;
  uint32_t last = 0;
  TextSpan span;
  bool title = false;
};

struct Annotated {
  const Document* document = nullptr;
  const Language* language = nullptr;
  Tokens tokens;
  std::vector<SentenceRange> sentences;
  std::vector<Hit> hits;            // ordered by first token, longer before shorter
  std::vector<uint32_t> hits_from;  // hits_from[t] … hits_from[t + 1]: the hits that start at token t

  absl::string_view text(TextSpan span) const { return document->slice(span); }
  absl::string_view word(uint32_t token) const { return document->slice(tokens[token].span()); }
  TextSpan span(uint32_t first, uint32_t last) const { return {tokens[first].begin, tokens[last - 1].end}; }
  // None behind the last token.
  absl::Span<const Hit> hits_at(uint32_t token) const {
    if (token >= tokens.size()) return {};
    return absl::MakeConstSpan(hits).subspan(hits_from[token], hits_from[token + 1] - hits_from[token]);
  }
  // The longest hit of `category` that starts at `token` and ends at or before `limit`; nullptr when there is
  // none.
  const Hit* hit(uint32_t token, Category category, uint32_t limit) const;
  // The first token that starts at or after byte `at`.
  uint32_t token_at(uint32_t at) const;
};

// Both arguments must outlive the result.
Annotated annotate(const Document& document, const Language& language);

}  // namespace crosscheck
