#include "claim/distance.h"

namespace crosscheck {

uint32_t measured_from(const ClaimContext& context, uint32_t first, uint32_t last) {
  const Annotated& text = context.text();
  const SentenceRange& sentence = text.sentences[context.sentence_of(first)];
  const Hit* link = last < sentence.last ? text.hit(last, Category::distance_from, sentence.last) : nullptr;
  if (!link) return kNone;
  uint32_t t = link->last;
  // "of the town of Cobb", "de la ville de Cobb"
  if (const Hit* word = t < sentence.last ? text.hit(t, Category::place_word, sentence.last) : nullptr)
    t = word->last;
  for (; t < sentence.last && t <= link->last + 1; ++t) {
    for (const uint32_t m : context.starting_at(t)) {
      const Mention& mention = context.mention(m);
      if (mention.kind == MentionKind::place && !mention.entity.empty()) return m;
    }
    if (!text.hit(t, Category::filler, sentence.last)) return kNone;
  }
  return kNone;
}

}  // namespace crosscheck
