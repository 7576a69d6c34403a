#include "rules/annotate.h"

#include <algorithm>

#include "absl/strings/strip.h"
#include "rules/joined_numbers.h"
#include "rules/role_phrases.h"

namespace crosscheck {

const Hit* Annotated::find_hit(uint32_t token, Category category, uint32_t limit) const {
  for (const Hit& candidate : hits_at(token)) {
    if (candidate.category == category && candidate.last <= limit) return &candidate;
  }
  return nullptr;
}

uint32_t Annotated::token_at(uint32_t at) const {
  const auto found = std::lower_bound(tokens.begin(), tokens.end(), at,
                                      [](const Token& token, uint32_t byte) { return token.begin < byte; });
  return static_cast<uint32_t>(found - tokens.begin());
}

namespace {

// Whether the tokens are written like `spelling`; spaces may be missing ("km / h"), but none may be added: "a
// $10" holds no "A$".
bool spelled(const Annotated& text, uint32_t first, uint32_t last, absl::string_view spelling) {
  for (uint32_t t = first; t < last; ++t) {
    const absl::string_view word = text.word(t);
    const bool space = absl::ConsumePrefix(&spelling, " ");
    if (t > first && !space && text.tokens[t].space_before) return false;
    if (spelling.substr(0, word.size()) != word) return false;
    spelling.remove_prefix(word.size());
  }
  return spelling.empty();
}

}  // namespace

namespace {

void place_hits(const std::vector<Lexicon::Match>& matches, Annotated* out) {
  const Language& language = *out->language;
  out->hits.reserve(matches.size());
  out->hits_from.resize(out->tokens.size() + 1);
  out->starting.resize(out->tokens.size() + 1);
  out->ending.resize(out->tokens.size() + 1);
  size_t next = 0;  // the first token whose hits are not yet known to begin
  for (const Lexicon::Match& match : matches) {
    const SenseLook look = language.looks[match.payload];
    const Sense& sense = language.senses[match.payload];
    if (look.spelled && !spelled(*out, match.first, match.last, sense.spelling)) continue;
    while (next <= match.first) out->hits_from[next++] = static_cast<uint32_t>(out->hits.size());
    out->hits.push_back({match.first, match.last, &sense, look.category});
    out->starting[match.first].add(look.category);
    out->ending[match.last].add(look.category);
  }
  while (next < out->hits_from.size()) out->hits_from[next++] = static_cast<uint32_t>(out->hits.size());
}

// A title without a sentence of its own is one sentence.
void place_sentences(const Document& document, Annotated* annotated) {
  Annotated& out = *annotated;
  TextSpan title;
  for (const Segment& segment : document.segments) {
    if (segment.kind == SegmentKind::title) title = segment.span;
    if (segment.kind != SegmentKind::sentence && segment.kind != SegmentKind::title) continue;
    SentenceRange range;
    range.span = segment.span;
    range.first = out.token_at(segment.span.begin);
    range.last = out.token_at(segment.span.end);
    range.title = segment.kind == SegmentKind::title || title.contains(segment.span);
    if (range.first >= range.last) continue;
    if (!out.sentences.empty() && out.sentences.back().last > range.first) {
      // A sentence within its title replaces it.
      if (segment.kind == SegmentKind::sentence && out.sentences.back().span.contains(segment.span)) {
        if (out.sentences.back().first == range.first) out.sentences.pop_back();
      } else {
        continue;
      }
    }
    out.sentences.push_back(range);
  }
}

}  // namespace

Lexed lex(absl::string_view text, const Language& language) {
  Lexed out;
  out.tokens = language.tokenize(text);
  out.matches = language.lexicon.find(out.tokens);
  return out;
}

Annotated annotate(const Document& document, const Language& language, Lexed lexed) {
  Annotated out;
  out.document = &document;
  out.language = &language;
  if (language.joined_numbers) {
    part_joined_numbers(document.text, language, &lexed.tokens);
    lexed.matches = language.lexicon.find(lexed.tokens);
  }
  out.tokens = std::move(lexed.tokens);
  widen_roles(language, out.tokens, &lexed.matches);
  place_hits(lexed.matches, &out);
  place_sentences(document, &out);
  return out;
}

Annotated annotate(const Document& document, const Language& language) {
  return annotate(document, language, lex(document.text, language));
}

}  // namespace crosscheck
