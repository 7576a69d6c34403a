#include "rules/annotate.h"

#include <algorithm>

#include "absl/strings/match.h"
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

const SentenceRange* Annotated::sentence_at(uint32_t token) const {
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), token,
                       [](uint32_t at, const SentenceRange& range) { return at < range.first; });
  if (after == sentences.begin()) return nullptr;
  const SentenceRange& found = *(after - 1);
  return token < found.last ? &found : nullptr;
}

uint32_t Annotated::token_at(uint32_t at) const {
  const auto found = std::lower_bound(tokens.begin(), tokens.end(), at,
                                      [](const Token& token, uint32_t byte) { return token.begin < byte; });
  return static_cast<uint32_t>(found - tokens.begin());
}

bool Annotated::is_clitic(uint32_t token) const {
  const absl::string_view letters = word(token);
  return tokens[token].token_class == TokenClass::word &&
         (absl::StartsWith(letters, "'") || absl::StartsWith(letters, "’"));
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

// Calls `use` with the number of each sense of a phrase that its spelling allows.
template <typename Use>
void each_sense(const Annotated& text, const Lexicon::Match& phrase, const Use& use) {
  const Language& language = *text.language;
  if (phrase.group & Lexicon::Match::kAlone) return use(phrase.group & ~Lexicon::Match::kAlone);
  for (const uint32_t number : language.lexicon.payloads(phrase.group)) {
    if (!language.looks[number].spelled ||
        spelled(text, phrase.first, phrase.last, language.senses[number].spelling))
      use(number);
  }
}

}  // namespace

void Annotated::unfold(uint32_t token) const {
  const auto begin = static_cast<uint32_t>(unfolded_.size());
  for (uint32_t p = phrases_from_[token]; p < phrases_from_[token + 1]; ++p) {
    const Lexicon::Match& phrase = phrases_[p];
    each_sense(*this, phrase, [&](uint32_t number) {
      const SenseLook& look = language->looks[number];
      unfolded_.push_back({phrase.first, phrase.last, &language->senses[number], look.category,
                           look.concept_number, look.symbol});
    });
  }
  hits_[token] = {begin, static_cast<uint32_t>(unfolded_.size()) - begin};
}

// Makes an annotated text of its tokens and matches.
class Annotator {
 public:
  Annotator(const Document& document, const Language& language) : language_(language) {
    out_.document = &document;
    out_.language = &language;
  }

  Annotated run(Lexed lexed) {
    out_.tokens = std::move(lexed.tokens);
    out_.phrases_ = std::move(lexed.matches);
    place_phrases();
    place_marks();
    place_sentences();
    return std::move(out_);
  }

 private:
  void place_phrases();
  void place_marks();
  void place_sentences();
  GroupLook spelled_look(const Lexicon::Match& phrase) const;

  const Language& language_;
  Annotated out_;
};

// What a phrase tells by those of its senses that the spelling allows, or that is no group of the lexicon.
GroupLook Annotator::spelled_look(const Lexicon::Match& phrase) const {
  GroupLook out;
  each_sense(out_, phrase, [&](uint32_t number) {
    out.categories.add(language_.looks[number].category);
    ++out.senses;
  });
  // What the use of a word tells; its exact one is asked again where the mark leads.
  constexpr Marks kOfUse = kWholeDateMark | kFrequencyMark | kDecadeMark | kNeverMark | kIdiomMark;
  const bool group = (phrase.group & Lexicon::Match::kAlone) == 0;
  out.marks = marks_of(out.categories) | (group ? language_.group_looks[phrase.group].marks & kOfUse : 0);
  return out;
}

void Annotator::place_phrases() {
  const size_t tokens = out_.tokens.size();
  out_.phrases_from_.resize(tokens + 1);
  out_.starting.resize(tokens + 1);
  out_.ending.resize(tokens + 1);
  out_.marks.resize(tokens + 1);
  // This loop runs more often than any other: plain pointers.
  Lexicon::Match* const phrases = out_.phrases_.data();
  uint32_t* const from = out_.phrases_from_.data();
  const GroupLook* const groups = language_.group_looks.data();
  uint32_t count = 0;
  size_t senses = 0;
  size_t next = 0;  // the first token whose phrases are not yet known to begin
  for (const Lexicon::Match phrase : out_.phrases_) {
    const bool whole = (phrase.group & Lexicon::Match::kAlone) == 0 && groups[phrase.group].spelled == 0;
    const GroupLook look = whole ? groups[phrase.group] : spelled_look(phrase);
    if (look.senses == 0) continue;
    while (next <= phrase.first) from[next++] = count;
    phrases[count++] = phrase;
    senses += look.senses;
    out_.starting[phrase.first].add(look.categories);
    out_.ending[phrase.last].add(look.categories);
    out_.marks[phrase.first] |= look.marks;
  }
  while (next <= tokens) from[next++] = count;
  out_.phrases_.resize(count);
  out_.hits_.resize(tokens);
  out_.unfolded_.reserve(senses);
}

// What its signs and letters tell of a token.
Marks marks_of_token(const Token& token) {
  static constexpr Marks kClasses[] = {0, kDigitsMark, kSignMark};  // by TokenClass
  return kClasses[static_cast<int>(token.token_class)] |
         (token.capitals != Capitals::none ? kCapitalMark : 0) |
         (token.capitals == Capitals::all ? kAllCapitalsMark : 0) | (token.space_before ? 0 : kTightMark);
}

void Annotator::place_marks() {
  Marks next = 0;
  for (size_t t = out_.tokens.size(); t-- > 0;) {
    Marks here = out_.marks[t] | marks_of_token(out_.tokens[t]);
    const bool close = (next & kTightMark) && ((next & (kDigitsMark | kSignMark)) || (here & kSignMark));
    if (close) here |= kJoinedMark;
    out_.marks[t] = next = here;
  }
}

// A title without a sentence of its own is one sentence.
void Annotator::place_sentences() {
  Annotated& out = out_;
  TextSpan title;
  for (const Segment& segment : out.document->segments) {
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
    for (uint32_t t = range.first; t < range.last; ++t) range.marks |= out.marks[t];
    out.sentences.push_back(range);
  }
}

Lexed lex(absl::string_view text, const Language& language) {
  Lexed out;
  out.tokens = language.tokenize(text);
  out.matches = language.lexicon.find(out.tokens);
  return out;
}

Annotated annotate(const Document& document, const Language& language, Lexed lexed) {
  if (language.joined_numbers) {
    part_joined_numbers(document.text, language, &lexed.tokens);
    lexed.matches = language.lexicon.find(lexed.tokens);
  }
  widen_roles(language, lexed.tokens, &lexed.matches);
  return Annotator(document, language).run(std::move(lexed));
}

Annotated annotate(const Document& document, const Language& language) {
  return annotate(document, language, lex(document.text, language));
}

}  // namespace crosscheck
