#include "claim/difference.h"

namespace crosscheck {
namespace {

constexpr uint32_t kVerbBefore = 4;  // tokens between the verb of a rise or fall and "by"

bool is_change(const ClaimContext& context, uint32_t token, uint32_t limit) {
  return concept_hit(context, token, "amount-change", limit) != nullptr;
}

// At most kVerbBefore tokens before `token`, within its sentence.
uint32_t before(const ClaimContext& context, uint32_t token) {
  const uint32_t begin = context.text().sentences[context.sentence_of(token)].first;
  return token > begin + kVerbBefore ? token - kVerbBefore : begin;
}

// "de 150 à une soixantaine de gendarmes": two figures that make no range.
bool ends_a_way(const ClaimContext& context, uint32_t first) {
  const Annotated& text = context.text();
  const uint32_t begin = text.sentences[context.sentence_of(first)].first;
  if (first < begin + 3) return false;
  const Hit* to = text.hit(first - 1, Category::range_joint, first);
  const uint32_t start = context.amount_over(first - 2);
  if (!to || !to->is("to") || start == kNone) return false;
  const uint32_t from = text.token_at(context.mention(start).span.begin);
  const Hit* open = from > begin ? text.hit(from - 1, Category::range_open, from) : nullptr;
  return open && open->is("from");
}

}  // namespace

bool tells_difference(const ClaimContext& context, uint32_t first, uint32_t last, uint32_t noun_end) {
  const Annotated& text = context.text();
  const SentenceRange& sentence = text.sentences[context.sentence_of(first)];
  for (const uint32_t behind : {last, noun_end}) {
    const Hit* more =
        behind < sentence.last ? text.hit(behind, Category::difference, sentence.last) : nullptr;
    if (more && more->is("after")) return true;
  }
  if (first == sentence.first) return false;
  // "a further nine"
  const Hit* added = first > sentence.first + 1 ? text.hit(first - 2, Category::difference, first) : nullptr;
  if (added && added->last == first && added->is("added")) return true;
  const Hit* by = text.hit(first - 1, Category::difference, first);
  if (by && by->is("added")) return true;
  if (!by || !by->is("before")) return false;
  for (uint32_t t = before(context, by->first); t < by->first; ++t) {
    if (context.clause_of(t) == context.clause_of(first) && is_change(context, t, by->first)) return true;
  }
  return false;
}

bool goes_from_to(const ClaimContext& context, uint32_t first) {
  if (ends_a_way(context, first)) return true;
  const uint32_t over = context.amount_over(first);
  const Interval* amount = over == kNone ? nullptr : amount_of(context.mention(over).value);
  if (!amount || amount->form != Form::between) return false;
  for (uint32_t t = before(context, first); t <= first; ++t) {
    if (is_change(context, t, context.last(over))) return true;
  }
  return false;
}

}  // namespace crosscheck
