#include "claim/wholes.h"

#include "absl/strings/str_cat.h"
#include "claim/noun_words.h"

namespace crosscheck {
namespace {

bool is_less(const Mention& part, const Mention& whole) {
  const Interval* some = amount_of(part.value);
  const Interval* all = amount_of(whole.value);
  return some && all && some->low && all->low && *some->low < *all->low;
}

}  // namespace

uint32_t whole_behind(const ClaimContext& context, uint32_t token, uint32_t limit) {
  const Hit* out_of = context.text().hit(token, Category::out_of, limit);
  const bool of_whole = out_of && !out_of->is("rate");
  const uint32_t other = of_whole && out_of->last < limit ? context.amount_over(out_of->last) : kNone;
  return other != kNone && context.mention(other).kind != MentionKind::ratio ? other : kNone;
}

void set_noun_of_both(const ClaimContext& context, const Hit& noun, Mention* part) {
  set_noun(context, noun, part);
  const auto limit = static_cast<uint32_t>(context.text().tokens.size());
  const uint32_t whole = noun.last < limit ? whole_behind(context, noun.last, limit) : kNone;
  if (whole == kNone || !is_less(*part, context.mention(whole))) return;
  const uint32_t behind = context.last(whole);
  if (behind < limit && countable(context, behind, limit)) return;
  set_noun(context, noun, &context.mentions()[whole]);
  part->whole = *amount_of(context.mention(whole).value);
}

void take_noun_of_whole(const ClaimContext& context, const Mention& whole, Mention* part) {
  if (whole.noun.empty()) return;
  const Annotated& text = context.text();
  part->noun = whole.noun;
  part->noun_concept = whole.noun_concept;
  part->whole = *amount_of(whole.value);
  part->steps.push_back(
      absl::StrCat("a part of '", text.text(whole.span), "', counts '", text.text(whole.noun), "' too"));
}

bool is_part_of(const Mention& part, const Mention& whole) {
  const Interval* all = amount_of(whole.value);
  return all && part.whole == *all && !part.noun.empty() && part.noun == whole.noun;
}

bool counts_some(const ClaimContext& context, uint32_t mention) {
  const Annotated& text = context.text();
  const Mention& part = context.mention(mention);
  const uint32_t first = context.last(mention);
  if (!std::holds_alternative<Count>(part.value) || part.whole || part.noun.empty()) return false;
  if (counts_none(part)) return false;  // none of some is none
  const uint32_t noun = text.token_at(part.noun.begin);
  const Hit* of = first < noun ? text.hit(first, Category::noun_link, noun) : nullptr;
  if (!of || part.noun_inherited) return false;
  // "des" holds its article, and "of" has one behind it
  const Hit* article = of->last < noun ? text.hit(of->last, Category::filler, noun) : nullptr;
  return of->sense->symbol == "of_the" || (article && article->sense->symbol == "definite");
}

uint32_t part_of(const ClaimContext& context, uint32_t mention) {
  constexpr uint32_t kPartReach = 8;  // tokens between a part and its whole
  if (mention == kNone) return kNone;
  const uint32_t first = context.first(mention);
  const uint32_t begin = context.text().sentences[context.sentence_of(first)].first;
  for (uint32_t t = first; t > begin && first - t < kPartReach; --t) {
    const uint32_t part = context.amount_over(t - 1);
    if (part == kNone || part == mention) continue;
    return is_part_of(context.mention(part), context.mention(mention)) ? part : kNone;
  }
  return kNone;
}

bool is_told_as_part(const ClaimContext& context, uint32_t mention) {
  constexpr uint32_t kLongest = 2;
  const uint32_t first = context.first(mention);
  for (uint32_t t = first > kLongest ? first - kLongest : 0; t < first; ++t) {
    const Hit* opens = concept_hit(context, t, "opens-part", first);
    if (opens && opens->last == first) return true;
  }
  return false;
}

bool opens_as_whole(const ClaimContext& context, const Mention& whole, const Mention& part) {
  const Annotated& text = context.text();
  const uint32_t first = text.token_at(whole.span.begin);
  const SentenceRange& sentence = text.sentences[context.sentence_of(first)];
  const uint32_t at = text.token_at(part.span.begin);
  if (at <= first || at >= sentence.last || !is_less(part, whole)) return false;
  const Hit* out_of = text.hit(sentence.first, Category::out_of, first);
  if (!out_of || out_of->is("rate")) out_of = text.hit(sentence.first, Category::noun_link, first);
  if (!out_of) return false;
  const Hit* article = text.hit(out_of->last, Category::filler, first);
  return (article ? article->last : out_of->last) == first;
}

bool is_beyond_those_told(const ClaimContext& context, uint32_t token) {
  const auto end = static_cast<uint32_t>(context.text().tokens.size());
  return token < end && concept_hit(context, token, "beyond-those-told", end);
}

bool is_before_total(const ClaimContext& context, uint32_t mention) {
  const uint32_t end = context.text().sentences[context.sentence_of(context.first(mention))].last;
  for (uint32_t t = context.last(mention); t < end; ++t) {
    const Hit* total = concept_hit(context, t, "out-of-total", end);
    const uint32_t whole = total && total->last < end ? context.amount_over(total->last) : kNone;
    if (whole != kNone) return is_less(context.mention(mention), context.mention(whole));
  }
  return false;
}

}  // namespace crosscheck
