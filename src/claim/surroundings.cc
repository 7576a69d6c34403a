#include "claim/surroundings.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLabelMost = 3;   // tokens of a sentence that is a label, its stop among them
constexpr uint32_t kComplement = 4;  // tokens behind a thing in which the noun that hangs on it stands
constexpr size_t kShortest = 3;      // bytes of a word that tells something

void sort_apart(std::vector<uint64_t>* keys) {
  std::sort(keys->begin(), keys->end());
  keys->erase(std::unique(keys->begin(), keys->end()), keys->end());
}

}  // namespace

ClaimWords::ClaimWords(const ClaimContext& context)
    : context_(context),
      text_(context.text()),
      stems_(stem_hashes(context.text().language->stemmer)),
      keys_(context.text().sentences.size()) {}

uint64_t ClaimWords::key(uint32_t token, uint32_t limit) {
  const Token& here = text_.tokens[token];
  if (here.token_class != TokenClass::word || context_.amount_over(token) != kNone) return 0;
  const ConceptTree& tree = context_.rulebook().tree();
  const Hit* known = nullptr;
  for (const Hit& hit : text_.hits_at(token)) {
    if (hit.last > limit) continue;
    const bool is_concept = hit.category == Category::concept_;
    if (is_concept && !known && !tree.is_a(hit.concept_number, "state") &&
        !tree.is_a(hit.concept_number, "context"))
      known = &hit;
    if (!known && is_grammar(hit.category)) return 0;
  }
  if (known) return hash_folded(absl::StrCat("concept ", known->sense->symbol));
  // "soldats thaïlandais" and "soldats de Thaïlande".
  if (const Hit* of = text_.hit(token, Category::demonym, limit); of && of->last == token + 1)
    return hash_folded(absl::StrCat("name ", of->sense->symbol));
  if (here.end - here.begin < kShortest) return 0;
  return stems_.of(here.hash, text_.word(token));
}

// "took out $4 billion on Thursday", "withdrew $4.2 billion on 2 May": one day is a word that both tell.
uint64_t ClaimWords::key_of_day(const Mention& mention) {
  const auto* date = std::get_if<Date>(&mention.value);
  if (!date || !date->start || !date->end) return 0;
  if (absl::CivilDay(*date->end) - absl::CivilDay(*date->start) > 1) return 0;
  return hash_folded(absl::StrCat("day ", absl::FormatCivilTime(absl::CivilDay(*date->start))));
}

// "wages rise 16.5% by 2029, and $3,500 a person": another figure that both tell. 0 for small ones, which
// stand everywhere.
uint64_t ClaimWords::key_of_figure(const Mention& mention) {
  constexpr int kSmall = 12;
  const Interval* amount = amount_of(mention.value);
  if (!amount || amount->form == Form::vague) return 0;
  const std::optional<Decimal> figure = amount->low ? amount->low : amount->high;
  const bool share = mention.kind == MentionKind::percent;
  if (!figure || mention.kind == MentionKind::ratio || !(Decimal(kSmall) < *figure)) return 0;
  return hash_folded(absl::StrCat(share ? "share " : "figure ", figure->to_string()));
}

// Names stand for all their words: "Sam Altman" and "Altman" meet.
void ClaimWords::make_keys(uint32_t sentence) {
  const SentenceRange& range = text_.sentences[sentence];
  std::vector<uint64_t>& keys = keys_[sentence];
  keys.assign(range.last - range.first, 0);
  for (uint32_t t = range.first; t < range.last; ++t) keys[t - range.first] = key(t, range.last);
  for (uint32_t t = range.first; t < range.last; ++t) {
    for (const uint32_t m : context_.starting_at(t)) {
      const Mention& mention = context_.mention(m);
      if (mention.kind == MentionKind::date || mention.kind == MentionKind::time) {
        for (uint32_t k = t; k < context_.last(m) && k < range.last; ++k) keys[k - range.first] = 0;
        keys[t - range.first] = key_of_day(mention);
      }
      if (const uint64_t figure = key_of_figure(mention)) keys[t - range.first] = figure;
      if (mention.entity.empty()) continue;
      const uint64_t name = hash_folded(absl::StrCat("name ", mention.entity));
      for (uint32_t k = t; k < context_.last(m) && k < range.last; ++k) keys[k - range.first] = name;
      break;
    }
  }
}

void ClaimWords::fill(uint32_t first, uint32_t last, Claim* claim) {
  const uint32_t sentence = context_.sentence_of(first);
  if (sentence == kNone) return;
  if (keys_[sentence].empty()) make_keys(sentence);
  const SentenceRange& range = text_.sentences[sentence];
  for (uint32_t t = range.first; t < range.last; ++t) {
    const uint64_t key = keys_[sentence][t - range.first];
    if (key == 0 || (t >= first && t < last)) continue;
    const bool same = context_.clause_of(t) == context_.clause_of(first);
    (same ? claim->clause_words : claim->sentence_words).push_back(key);
  }
  if (heads(sentence)) {
    if (keys_[sentence - 1].empty()) make_keys(sentence - 1);
    for (const uint64_t key : keys_[sentence - 1]) {
      if (key != 0) claim->sentence_words.push_back(key);
    }
  }
  sort_apart(&claim->clause_words);
  sort_apart(&claim->sentence_words);
}

void ClaimWords::add_between(uint32_t first, uint32_t last, absl::Span<const ToldWords> read, Claim* claim) {
  const uint32_t sentence = context_.sentence_of(first);
  if (sentence == kNone) return;
  if (keys_[sentence].empty()) make_keys(sentence);
  for (uint32_t t = first; t < last; ++t) {
    const uint64_t key = keys_[sentence][t - text_.sentences[sentence].first];
    const bool is_read = std::any_of(
        read.begin(), read.end(), [&](const ToldWords& words) { return words.first <= t && t < words.last; });
    if (key == 0 || is_read) continue;
    claim->clause_words.push_back(key);
    // A name may be known in one article alone: its words meet those of the other.
    const uint64_t word = this->key(t, text_.sentences[sentence].last);
    if (word != 0) claim->clause_words.push_back(word);
  }
  sort_apart(&claim->clause_words);
}

void ClaimWords::note_complement(absl::Span<const ToldWords> read, Claim* claim) {
  const ConceptTree& tree = context_.rulebook().tree();
  for (const ToldWords& words : read) {
    const Hit* thing = concept_hit(context_, words.first, words.concept_id, words.last);
    if (!thing || tree.is_a(thing->concept_number, "state")) continue;
    const uint32_t sentence = context_.sentence_of(words.first);
    if (sentence == kNone) continue;
    const uint32_t end = text_.sentences[sentence].last;
    uint32_t t = words.last;
    const Hit* stop = t < end ? text_.hit(t, Category::noun_stop, end) : nullptr;
    const bool of = t < end && text_.hit(t, Category::noun_link, end) != nullptr;
    const bool joined = of || (stop && stop->sense->symbol == "preposition");
    if (!joined) continue;
    for (const uint32_t limit = std::min(end, t + kComplement); t < limit; ++t) {
      if (text_.tokens[t].token_class != TokenClass::word || text_.tokens[t].capitals != Capitals::none) {
        if (text_.tokens[t].token_class == TokenClass::word)
          return;  // a name may be another name of the same
        break;
      }
      if (std::any_of(read.begin(), read.end(),
                      [&](const ToldWords& one) { return one.first <= t && t < one.last; }))
        break;
      const uint64_t word = key(t, end);
      if (word == 0) continue;
      claim->of_what.push_back(word);
      return;
    }
  }
}

// "À quel prix ? 12 millions d'euros.", "Prix. Il débourse 15 millions.": whether the sentence before is a
// question or a mere label, which says what this one tells.
bool ClaimWords::heads(uint32_t sentence) const {
  if (sentence == 0) return false;
  const SentenceRange& before = text_.sentences[sentence - 1];
  if (before.first == before.last) return false;
  const bool asks = text_.word(before.last - 1) == "?";
  return !before.title && (asks || before.last - before.first <= kLabelMost);
}

// Behind the words at `token` that only say that something is said: "a déclaré", "in a statement".
uint32_t ClaimWords::saying(uint32_t token, uint32_t limit) const {
  if (const Hit* verb = text_.hit(token, Category::speech, limit)) return verb->last;
  const Hit* saying = concept_hit(context_, token, "saying", limit);
  return saying ? saying->last : token;
}

void ClaimWords::fill_range(uint32_t first, uint32_t last, Claim* claim) {
  const uint32_t sentence = context_.sentence_of(first);
  if (sentence == kNone) return;
  if (keys_[sentence].empty()) make_keys(sentence);
  bool speaks = false;
  for (uint32_t t = first; t < last; ++t) speaks |= text_.hit(t, Category::speech, last) != nullptr;
  for (uint32_t t = first; t < last;) {
    const uint32_t behind = saying(t, last);
    const Hit* post = speaks ? text_.hit(t, Category::role, last) : nullptr;
    if (behind > t || post) {
      t = std::max(behind, post ? post->last : 0);
      continue;
    }
    const uint64_t key = keys_[sentence][t - text_.sentences[sentence].first];
    if (key != 0) claim->told_words.push_back(key);
    ++t;
  }
  claim->clause_words = claim->told_words;
  sort_apart(&claim->clause_words);
}

}  // namespace crosscheck
