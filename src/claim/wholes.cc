#include "claim/wholes.h"

#include "absl/strings/str_cat.h"
#include "claim/noun_words.h"

namespace crosscheck {

uint32_t whole_behind(const ClaimContext& context, uint32_t token, uint32_t limit) {
  const Hit* out_of = context.text().hit(token, Category::out_of, limit);
  const uint32_t other = out_of && out_of->last < limit ? context.amount_over(out_of->last) : kNone;
  return other != kNone && context.mention(other).kind != MentionKind::ratio ? other : kNone;
}

void set_noun_of_both(const ClaimContext& context, const Hit& noun, Mention* part) {
  set_noun(context, noun, part);
  const auto limit = static_cast<uint32_t>(context.text().tokens.size());
  const uint32_t whole = noun.last < limit ? whole_behind(context, noun.last, limit) : kNone;
  const Interval* some = amount_of(part->value);
  const Interval* all = whole == kNone ? nullptr : amount_of(context.mention(whole).value);
  if (!some || !all || !some->low || !all->low || !(*some->low < *all->low)) return;
  const uint32_t behind = context.last(whole);
  if (behind < limit && countable(context, behind, limit)) return;
  set_noun(context, noun, &context.mentions()[whole]);
  part->whole = *all;
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

}  // namespace crosscheck
