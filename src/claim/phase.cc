#include "claim/phase.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kNear = 8;  // tokens between the word and the moment

}  // namespace

Phase phase_at(const ClaimContext& context, uint32_t first, uint32_t last) {
  const Annotated& text = context.text();
  const SentenceRange& sentence = text.sentences[context.sentence_of(first)];
  const auto told_at = [&](uint32_t t) {
    if (context.clause_of(t) != context.clause_of(first)) return Phase::none;
    for (const Hit& hit : text.hits_at(t)) {
      if (hit.sense->category != Category::concept_ || hit.last > sentence.last) continue;
      if (context.rulebook().is_a(hit.sense->symbol, "phase-start")) return Phase::start;
      if (context.rulebook().is_a(hit.sense->symbol, "phase-end")) return Phase::end;
    }
    return Phase::none;
  };
  for (uint32_t apart = 1; apart <= kNear; ++apart) {
    Phase phase = Phase::none;
    if (first >= sentence.first + apart) phase = told_at(first - apart);
    if (phase == Phase::none && last + apart <= sentence.last) phase = told_at(last + apart - 1);
    if (phase != Phase::none) return phase;
  }
  return Phase::none;
}

}  // namespace crosscheck
