#include "claim/joints.h"

#include <algorithm>

#include "claim/evidence.h"
#include "claim/wholes.h"

namespace crosscheck {
namespace {

// "Four were killed and two were missing": a figure right behind the joint that ends a deed belongs to what
// follows.
bool behind_joint(const ClaimContext& context, const Candidate& candidate) {
  if (candidate.value == kNone || candidate.match.anchor == kNone) return false;
  const uint32_t at = context.first(candidate.value);
  uint32_t end = candidate.match.anchor_last;
  if (end < at && context.text().word(end) == ",") ++end;
  const Hit* joint = end < at ? context.text().hit(end, Category::list_joint, at) : nullptr;
  return joint && joint->last == at;
}

// "Sales of 94 billion and a net profit": what is told behind a joint has a sum of its own. Of counts it may
// be the verb of both: "40 soldiers and 3 civilians were killed".
bool before_joint(const ClaimContext& context, const Candidate& candidate) {
  if (candidate.value == kNone || candidate.match.anchor == kNone) return false;
  const MentionKind kind = context.mention(candidate.value).kind;
  const Annotated& text = context.text();
  const uint32_t anchor = candidate.match.anchor, behind = candidate.match.anchor_last;
  // "two civilians and wounded 17"
  if (context.last(candidate.value) < anchor && behind < text.tokens.size() &&
      context.amount_over(behind) != kNone && context.sentence_of(behind) == context.sentence_of(anchor) &&
      text.hit(anchor - 1, Category::list_joint, anchor))
    return true;
  if (kind == MentionKind::count || kind == MentionKind::number || !is_amount(kind)) return false;
  for (uint32_t t = context.last(candidate.value); t < candidate.match.anchor; ++t) {
    if (text.hit(t, Category::list_joint, candidate.match.anchor)) return true;
    const bool parted = text.word(t) == "," && context.clause_of(t + 1) != context.clause_of(t);
    if (parted && text.hit(t + 1, Category::clause_break, candidate.match.anchor)) return true;
  }
  return false;
}

// "une victime et de nombreux blessés": the words are what another figure, behind a joint, counts.
bool is_counted_by_other(const ClaimContext& context, const Candidate& candidate) {
  if (candidate.value == kNone || candidate.match.anchor == kNone) return false;
  const Annotated& text = context.text();
  const uint32_t value = context.last(candidate.value);
  bool joint = false;
  for (uint32_t t = value; t < candidate.match.anchor; ++t) {
    joint |= text.hit(t, Category::list_joint, candidate.match.anchor) != nullptr;
    if (!joint) continue;
    for (const uint32_t m : context.starting_at(t)) {
      const TextSpan noun = context.mention(m).noun;
      const TextSpan words = text.span(candidate.match.anchor, candidate.match.anchor_last);
      if (is_amount(context.mention(m).kind) && noun.begin <= words.begin && words.end <= noun.end)
        return true;
    }
  }
  return false;
}

// "the first of its four coaches came off the rails": one of them did.
bool is_whole_of_ranked(const ClaimContext& context, const Candidate& candidate) {
  if (candidate.value == kNone) return false;
  const Annotated& text = context.text();
  uint32_t t = context.first(candidate.value);
  const uint32_t begin = text.sentences[candidate.sentence].first;
  while (t > begin && text.hit(t - 1, Category::filler, t) && !text.hit(t - 1, Category::noun_link, t)) --t;
  if (t < begin + 2 || !text.hit(t - 1, Category::noun_link, t)) return false;
  const absl::Span<const uint32_t> ranks = context.starting_at(t - 2);
  return std::any_of(ranks.begin(), ranks.end(),
                     [&](uint32_t m) { return context.mention(m).kind == MentionKind::ordinal; });
}

// "The number of dead is 200 and that of the injured 1,300": behind a joint, the second figure has words of
// its own.
bool behind_other_figure(const ClaimContext& context, const Candidate& candidate) {
  if (candidate.value == kNone || candidate.match.anchor == kNone) return false;
  const Annotated& text = context.text();
  const uint32_t value = context.first(candidate.value);
  bool figure = false;
  for (uint32_t t = candidate.match.anchor_last; t < value; ++t) {
    const uint32_t other = context.amount_over(t);
    figure |= other != kNone && context.mention(other).kind == context.mention(candidate.value).kind &&
              !context.mention(other).was_before;
    if (figure && text.hit(t, Category::list_joint, value)) return true;
  }
  return false;
}

// "The man who was released last week was shot": the date belongs to the verb of the relative clause before
// it.
bool ends_relative(const ClaimContext& context, uint32_t date, uint32_t anchor) {
  const Annotated& text = context.text();
  if (context.clause_of(date) != context.clause_of(anchor)) return false;
  const Hit* opens = text.hit(context.clause_start(date), Category::clause_break, date);
  if (!opens || !opens->is("relative")) return false;
  for (uint32_t t = opens->last; t < date; ++t) {
    for (const Hit& hit : text.hits_at(t)) {
      if (hit.category == Category::concept_ && hit.last <= date &&
          context.rulebook().is_a(hit.sense->symbol, "state"))
        return true;
    }
  }
  return false;
}

// "La fusée, qui devait décoller jeudi, a été lancée", "the firm said on Tuesday it had launched the rocket":
// a day or an hour that is told of other words than the pattern's.
bool is_time_of_others(const ClaimContext& context, const Candidate& candidate) {
  constexpr uint32_t kSaidBefore = 3;  // tokens between "said" and the day of it
  if (candidate.value == kNone || candidate.match.anchor == kNone) return false;
  const MentionKind kind = context.mention(candidate.value).kind;
  if (kind != MentionKind::date && kind != MentionKind::time) return false;
  const Annotated& text = context.text();
  const uint32_t first = context.first(candidate.value), last = context.last(candidate.value);
  const uint32_t anchor = candidate.match.anchor;
  if (is_behind_relation(context, candidate.match.anchor_last, first)) return true;
  const bool words_behind = std::all_of(candidate.match.words.begin(), candidate.match.words.end(),
                                        [&](const ToldWords& words) { return words.first >= last; });
  if (!words_behind || last >= text.tokens.size()) return false;
  const uint32_t begin = text.sentences[candidate.sentence].first;
  uint32_t opens = first;
  while (opens > begin && text.word(opens - 1) != ",") --opens;
  // ", which began at 4am,", ", founded in 1901,", but not ", at 4am,"
  const bool own_words = !context.is_link(opens) || text.hit(opens, Category::clause_break, last);
  if (own_words && context.set_off(first, anchor)) return true;
  if (ends_relative(context, first, anchor)) return true;
  const auto size = static_cast<uint32_t>(text.tokens.size());
  const bool clause = context.clause_of(anchor) != context.clause_of(first);
  if (!clause && !text.hit(last, Category::pronoun, size)) return false;
  for (uint32_t t = first; t > begin && first - t < kSaidBefore; --t) {
    if (text.hit(t - 1, Category::speech, first)) return true;
  }
  return false;
}

}  // namespace

bool is_behind_relation(const ClaimContext& context, uint32_t from, uint32_t time) {
  const Annotated& text = context.text();
  bool related = false;
  for (uint32_t t = from; t < time; ++t) {
    if (related && !context.is_link(t)) return true;
    const Hit* relation = text.hit(t, Category::date_relation, time);
    related |= relation && (relation->is("after") || relation->is("before"));
  }
  return false;
}

bool is_parted(const ClaimContext& context, const Candidate& candidate) {
  return behind_joint(context, candidate) || before_joint(context, candidate) ||
         is_counted_by_other(context, candidate) || is_whole_of_ranked(context, candidate) ||
         behind_other_figure(context, candidate) || is_time_of_others(context, candidate);
}

bool is_part_by_noun(const ClaimContext& context, const Candidate& candidate) {
  if (candidate.value == kNone) return false;
  const Mention& mention = context.mention(candidate.value);
  if (mention.noun.empty() || mention.kind == MentionKind::percent || mention.kind == MentionKind::ratio)
    return false;
  if (!mention.whole && !is_before_total(context, candidate.value)) return false;
  const TextSpan noun = mention.noun;
  return std::all_of(candidate.match.words.begin(), candidate.match.words.end(), [&](const ToldWords& words) {
    const TextSpan span = context.text().span(words.first, words.last);
    return noun.begin <= span.begin && span.end <= noun.end;
  });
}

uint32_t part_before(const ClaimContext& context, const Candidate& candidate) {
  const uint32_t whole = candidate.value, first = context.first(whole), last = context.last(whole);
  // "Nine of the 12 people on board": a preposition right behind the noun tells of all of them.
  const uint32_t noun_end = behind_noun(context, whole);
  const bool told_behind =
      std::any_of(candidate.match.words.begin(), candidate.match.words.end(), [&](const ToldWords& words) {
        const Hit* stop = context.text().hit(words.first, Category::noun_stop, words.last);
        return words.first >= last && !(words.first == noun_end && stop && stop->is("preposition"));
      });
  const uint32_t part = told_behind ? part_of(context, whole) : kNone;
  const bool one_clause = part != kNone && context.clause_of(context.first(part)) == context.clause_of(first);
  return one_clause ? part : whole;
}

}  // namespace crosscheck
