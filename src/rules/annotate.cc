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
  const size_t tokens = out->tokens.size();
  out->hits.resize(matches.size());
  out->hits_from.resize(tokens + 1);
  out->starting.resize(tokens + 1);
  out->ending.resize(tokens + 1);
  // A word has several senses, so that this loop runs more often than any other: plain pointers.
  Hit* const hits = out->hits.data();
  uint32_t* const from = out->hits_from.data();
  CategorySet* const starting = out->starting.data();
  CategorySet* const ending = out->ending.data();
  const Sense* const senses = language.senses.data();
  const SenseLook* const looks = language.looks.data();
  uint32_t count = 0;
  size_t next = 0;  // the first token whose hits are not yet known to begin
  for (const Lexicon::Match& match : matches) {
    const SenseLook look = looks[match.payload];
    const Sense* const sense = senses + match.payload;
    if (look.spelled && !spelled(*out, match.first, match.last, sense->spelling)) continue;
    while (next <= match.first) from[next++] = count;
    hits[count++] = {match.first, match.last, sense, look.category, look.concept_number};
    starting[match.first].add(look.category);
    ending[match.last].add(look.category);
  }
  while (next <= tokens) from[next++] = count;
  out->hits.resize(count);
}

Marks marks_of(const Token& token, const CategorySet& starting) {
  static constexpr CategorySet kLinks = {Category::filler, Category::noun_link};
  static constexpr CategorySet kPoints = {Category::number_point, Category::minus};
  static constexpr Marks kClasses[] = {0, kDigitsMark, kSignMark};  // by TokenClass
  const auto when = [](bool is, Marks marks) { return is ? marks : 0; };
  return (starting.low() & kAllCategories) | kClasses[static_cast<int>(token.token_class)] |
         when(token.capitals != Capitals::none, kCapitalMark) | when(!token.space_before, kTightMark) |
         when(starting.meets(kLinks), kLinkMark) | when(starting.meets(kPoints), kPointMark) |
         when(starting.has(Category::false_number), kFalseMark) |
         when(starting.has(Category::role), kRoleMark);
}

void place_marks(Annotated* out) {
  out->marks.resize(out->tokens.size() + 1);
  Marks next = 0;
  for (size_t t = out->tokens.size(); t-- > 0;) {
    Marks here = marks_of(out->tokens[t], out->starting[t]);
    const bool close = (next & kTightMark) && ((next & (kDigitsMark | kSignMark)) || (here & kSignMark));
    if (close) here |= kJoinedMark;
    out->marks[t] = next = here;
  }
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
  place_marks(&out);
  place_sentences(document, &out);
  return out;
}

Annotated annotate(const Document& document, const Language& language) {
  return annotate(document, language, lex(document.text, language));
}

}  // namespace crosscheck
