#include "claim/listed.h"

#include "claim/evidence.h"
#include "claim/noun_words.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNounMost = 4;  // tokens between a figure and the "and" behind what it counts

// Counts people by what they are, not by what befell them.
bool counts_people(const ClaimContext& context, uint32_t value) {
  const Mention& mention = context.mention(value);
  if (!std::holds_alternative<Count>(mention.value) || mention.noun_inherited) return false;
  const ConceptTree& tree = context.rulebook().tree();
  return context.rulebook().is_a(mention.noun_concept, "person") &&
         !tree.is_a(tree.number(mention.noun_concept), tree.number("casualty"));
}

// "a policeman (and two passers-by)", "sa mère", not "the people": an article and a noun that is none of
// many.
bool is_single_person(const ClaimContext& context, uint32_t t, uint32_t limit) {
  const Annotated& text = context.text();
  const Hit* article = text.hit(t, Category::filler, limit);
  const Hit* noun = article && article->last < limit ? countable(context, article->last, limit) : nullptr;
  if (!noun || !context.rulebook().is_a(noun->sense->symbol, "person")) return false;
  return !text.language->ends_plural(text.word(noun->last - 1)) &&
         !context.rulebook().is_a(noun->sense->symbol, "anybody");
}

}  // namespace

bool is_one_of_a_list(const ClaimContext& context, uint32_t value) {
  if (!counts_people(context, value)) return false;
  const Annotated& text = context.text();
  const SentenceRange& sentence = text.sentences[context.sentence_of(context.first(value))];
  const uint32_t behind = behind_noun(context, value);
  uint32_t first = context.first(value);
  if (first > sentence.first && text.hit(first - 1, Category::filler, first)) --first;  // "and his two sons"
  const auto joint = [&](uint32_t t) { return text.hit(t, Category::list_joint, sentence.last) != nullptr; };
  // "deux pompiers et deux jeunes occupants"
  if (behind + 1 < sentence.last && joint(behind)) {
    const uint32_t next = context.amount_over(behind + 1);
    if (next != kNone && counts_people(context, next)) return true;
    if (next == kNone && is_single_person(context, behind + 1, sentence.last)) return true;
  }
  if (first <= sentence.first + 1 || !joint(first - 1)) return false;
  for (uint32_t t = first - 1; t > sentence.first && first - t <= kNounMost;) {
    const uint32_t before = context.amount_over(--t);
    if (before != kNone) return counts_people(context, before) && behind_noun(context, before) == first - 1;
    if (is_single_person(context, t, first - 1)) return true;
  }
  return false;
}

}  // namespace crosscheck
