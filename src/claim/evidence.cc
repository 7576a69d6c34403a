#include "claim/evidence.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kLongest = 160;     // bytes; longer evidence points at a passage, not at a fact
constexpr uint32_t kDenialBefore = 6;  // tokens between a denial and its state

bool noun_is_behind(const Mention& mention) {
  return !mention.noun.empty() && !mention.noun_inherited && mention.noun.begin >= mention.span.end;
}

}  // namespace

uint32_t behind_noun(const ClaimContext& context, uint32_t value) {
  const Mention& mention = context.mention(value);
  return noun_is_behind(mention) ? context.text().token_at(mention.noun.end) : context.last(value);
}

TextSpan evidence_of(const ClaimContext& context, uint32_t value) {
  const Mention& mention = context.mention(value);
  const bool close = noun_is_behind(mention) && mention.noun.end - mention.span.begin <= kLongest;
  return {mention.span.begin, close ? mention.noun.end : mention.span.end};
}

TextSpan evidence_of(const ClaimContext& context, const PatternMatch& match, uint32_t value) {
  const TextSpan words = context.text().span(match.first, match.last);
  const TextSpan own = evidence_of(context, value);
  const TextSpan all = {std::min(words.begin, own.begin), std::max(words.end, own.end)};
  return all.size() <= kLongest ? all : own;
}

TextSpan evidence_of_state(const ClaimContext& context, const PatternMatch& match) {
  const Annotated& text = context.text();
  TextSpan span = text.span(match.first, match.last);
  if (match.anchor == kNone) return span;
  if (span.size() > kLongest) span = text.span(match.anchor, match.anchor_last);
  const uint32_t from = text.sentences[context.sentence_of(match.first)].first;
  for (uint32_t t = match.first; t > from && match.first - t < kDenialBefore;) {
    --t;
    if (context.clause_of(t) != context.clause_of(match.anchor)) break;
    if (text.hit(t, Category::negation, match.first)) span.begin = text.span(t, t + 1).begin;
  }
  return span;
}

}  // namespace crosscheck
