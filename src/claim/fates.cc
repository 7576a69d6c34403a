#include "claim/fates.h"

#include <algorithm>

#include "claim/noun_words.h"

namespace crosscheck {
namespace {

constexpr uint32_t kFateWithin = 6;  // tokens behind a figure: auxiliaries and the verb
constexpr const char* kFate = "fate";

// "Nine were hurt", "Trois ont été arrêtés", "Cinq jeunes y ont péri".
bool suffers(const ClaimContext& context, const Mention& figure) {
  const Annotated& text = context.text();
  const SentenceRange& sentence = text.sentences[context.sentence_of(text.token_at(figure.span.begin))];
  const uint32_t from = text.token_at(figure.span.end);
  const uint32_t limit = std::min(sentence.last, from + kFateWithin);
  for (uint32_t t = from; t < limit; ++t) {
    if (concept_hit(context, t, kFate, sentence.last)) return true;
    if (text.hit(t, Category::filler, sentence.last)) continue;  // "Vingt autres ont été blessés"
    const Hit* stop = text.hit(t, Category::noun_stop, sentence.last);
    if (!stop || (!stop->is("auxiliary") && !stop->is("there"))) return false;
  }
  return false;
}

// "police arrest five": right behind the verb, and nothing counted.
bool is_object(const ClaimContext& context, const Mention& figure) {
  const Annotated& text = context.text();
  const uint32_t first = text.token_at(figure.span.begin);
  const uint32_t from = text.sentences[context.sentence_of(first)].first;
  if (first == from || !ends_clause(context, figure.span.end)) return false;
  const auto hits = text.hits_at(first - 1);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return hit.category == Category::concept_ && hit.last == first &&
           context.rulebook().is_a(hit.sense->symbol, kFate);
  });
}

}  // namespace

bool counts_befallen(const ClaimContext& context, const Mention& figure) {
  return suffers(context, figure) || is_object(context, figure);
}

}  // namespace crosscheck
