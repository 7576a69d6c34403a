#include "claim/ranked_nouns.h"

#include <algorithm>

#include "claim/noun_words.h"

namespace crosscheck {
namespace {

constexpr uint32_t kWindow = 4;      // tokens looked at behind a rank: "plus grande", "British"
constexpr uint32_t kNeighbours = 8;  // mentions beside one that may lie over it

bool is_of_time(const Annotated& text, uint32_t token, uint32_t limit) {
  const Hit* times = text.hit(token, Category::date_article, limit);
  return text.hit(token, Category::duration_unit, limit) || text.hit(token, Category::date_unit, limit) ||
         (times && times->is("times"));
}

// "premier trimestre", "Second Lieutenant"
bool is_in_other_mention(const ClaimContext& context, uint32_t index) {
  const TextSpan own = context.mention(index).span;
  const std::vector<Mention>& mentions = context.mentions();
  const size_t from = index > kNeighbours ? index - kNeighbours : 0;
  const size_t to = std::min(mentions.size(), size_t{index} + kNeighbours);
  return std::any_of(mentions.begin() + from, mentions.begin() + to, [&](const Mention& other) {
    return other.kind != MentionKind::ordinal && other.span.begin < own.end && own.begin < other.span.end;
  });
}

void attach(const ClaimContext& context, Mention* mention, uint32_t first) {
  const Annotated& text = context.text();
  const uint32_t sentence_end = text.sentences[context.sentence_of(first)].last;
  const uint32_t limit = std::min(sentence_end, first + kWindow);
  uint32_t plain = kNone;
  // "à la 73e minute": of a match, and no length of time
  if (const Hit* minute = concept_hit(context, first, "played-minute", limit))
    return set_noun(context, *minute, mention);
  for (uint32_t t = first; t < limit; ++t) {
    if (text.tokens[t].token_class != TokenClass::word || is_of_time(text, t, sentence_end) ||
        context.amount_over(t) != kNone)
      break;
    if (const Hit* noun = countable(context, t, sentence_end))
      return set_noun(context, head_of(context, *noun, sentence_end), mention);
    if (text.hit(t, Category::noun_link, sentence_end)) break;
    if (text.hit(t, Category::filler, sentence_end)) continue;
    if (stops_phrase(context, t, sentence_end)) {
      if (plain != kNone) break;
      continue;  // "plus grande"
    }
    if (plain == kNone) plain = t;
  }
  if (plain != kNone) set_plain_noun(context, plain, mention);
}

}  // namespace

void attach_ranked_nouns(ClaimContext* context) {
  for (uint32_t i = 0; i < context->mentions().size(); ++i) {
    Mention& mention = context->mentions()[i];
    if (mention.kind != MentionKind::ordinal || context->sentence_of(context->first(i)) == kNone) continue;
    if (!is_in_other_mention(*context, i)) attach(*context, &mention, context->last(i));
  }
}

}  // namespace crosscheck
