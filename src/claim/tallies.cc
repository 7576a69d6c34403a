#include "claim/tallies.h"

#include <algorithm>

#include "claim/noun_words.h"

namespace crosscheck {
namespace {

constexpr uint32_t kTallyBefore = 12;  // tokens between "the number of …" and the figure that it comes to
constexpr const char* kTallyWord = "tally-word";

}  // namespace

const Hit* tally_at(const ClaimContext& context, uint32_t token, uint32_t limit) {
  return concept_hit(context, token, kTallyWord, limit);
}

// "the number of people whose data was stolen, to 3.1 million", "the death toll rose to nine".
std::optional<Hit> tallied_before(const ClaimContext& context, uint32_t first) {
  const uint32_t from = context.text().sentences[context.sentence_of(first)].first;
  for (uint32_t t = first; t > std::max(from, first > kTallyBefore ? first - kTallyBefore : 0);) {
    --t;
    if (context.amount_over(t) != kNone) return std::nullopt;
    const Hit* tally = tally_at(context, t, first);
    if (tally && tally->sense->symbol != kTallyWord) return *tally;  // it tells of what: "death toll"
    const Hit* link = tally ? context.text().hit(tally->last, Category::noun_link, first) : nullptr;
    if (!link) continue;
    for (uint32_t noun = link->last; noun < std::min(first, link->last + 2); ++noun) {
      if (const Hit* hit = countable(context, noun, first)) return head_of(context, *hit, first);
    }
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace crosscheck
