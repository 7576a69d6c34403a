#include "claim/open_claims.h"

#include <algorithm>

#include "claim/bearer.h"
#include "claim/claims.h"
#include "claim/dateline.h"
#include "claim/day_and_time.h"
#include "claim/evidence.h"
#include "claim/owner.h"
#include "claim/qualifiers.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

// Whether a person's name that starts in tokens [first, last) ends at `end`, or anywhere for kNone.
bool is_person_in(const ClaimContext& context, uint32_t first, uint32_t last, uint32_t end) {
  for (uint32_t t = first; t < last; ++t) {
    for (const uint32_t m : context.starting_at(t)) {
      const bool ends = end == kNone || context.last(m) == end;
      if (ends && context.mention(m).kind == MentionKind::person) return true;
    }
  }
  return false;
}

// "a déclaré le candidat, 61 ans": the age of somebody without a name, whoever is named in the sentence.
// "Paul Rast, le maire de Lyon, 61 ans" has one.
bool is_beside_unnamed(const ClaimContext& context, uint32_t age) {
  constexpr uint32_t kName = 5;  // tokens of a name
  const Annotated& text = context.text();
  const uint32_t end = context.first(age), begin = text.sentences[context.sentence_of(end)].first;
  if (end == begin || (text.word(end - 1) != "," && text.word(end - 1) != "(")) return false;
  uint32_t start = end - 1;
  bool unnamed = false;
  for (; start > begin && text.tokens[start - 1].token_class != TokenClass::sign; --start)
    unnamed |= kind_of_noun(context, start - 1, end) == Bearer::Kind::person;
  if (!unnamed || is_person_in(context, start, end, kNone)) return false;
  if (start == begin || text.word(start - 1) != ",") return true;
  return !is_person_in(context, std::max(begin, start > kName ? start - kName : 0), start, start - 1);
}

Owner find_owner(const ClaimContext& context, uint32_t value) {
  const uint32_t first = context.first(value), last = context.last(value);
  const uint32_t end = behind_noun(context, value);
  const PatternMatch none;
  // An age is somebody's, whatever court or firm its clause names.
  if (context.mention(value).kind == MentionKind::age) {
    if (is_beside_unnamed(context, value)) return {};
    return find_owners(context, "person", none, first, last, end, false).front();
  }
  const Owner party = find_owners(context, "party", none, first, last, end, false).front();
  if (party.mention != kNone) return party;
  Owner place = find_owners(context, "place", none, first, last, end, false).front();
  // A place is where it is told of rather than whose it is.
  if (place.mention != kNone) place.from = SubjectFrom::sentence;
  return place;
}

// "The gate was 21,406", "lifeboatmen save 213": what is counted is left out. Small bare numbers are told of
// anything.
bool is_large(const Mention& mention) {
  constexpr int kLarge = 100;
  const Interval* amount = amount_of(mention.value);
  return amount && amount->low && Decimal(kLarge) <= *amount->low;
}

}  // namespace

void OpenClaims::add(uint32_t value, std::deque<Claim>* out) {
  if (!claims_something(value)) return;
  const Mention& mention = context_.mention(value);
  if (const std::optional<DayAndTime> told = day_and_time(text_, mention)) {
    out->push_back(read(value, MentionKind::date, told->day));
    out->push_back(read(value, MentionKind::time, told->time));
    out->back().qualifiers.as_of = told->day;
  } else {
    out->push_back(read(value, mention.kind, mention.value));
  }
}

bool OpenClaims::claims_something(uint32_t value) const {
  const Mention& mention = context_.mention(value);
  const bool rank = mention.kind == MentionKind::ordinal && !mention.noun.empty();
  if (!rank && !is_amount(mention.kind) && mention.kind != MentionKind::date &&
      mention.kind != MentionKind::time)
    return false;
  const uint32_t first = context_.first(value);
  if (first >= text_.tokens.size() || context_.sentence_of(first) == kNone) return false;
  if (mention.kind == MentionKind::number && mention.noun.empty() && !is_large(mention)) return false;
  const bool moment = mention.kind == MentionKind::date || mention.kind == MentionKind::time;
  return !moment || !is_dateline(context_, value);
}

Claim OpenClaims::read(uint32_t value, MentionKind kind, const Value& told) {
  const Mention& mention = context_.mention(value);
  const uint32_t first = context_.first(value), end = behind_noun(context_, value);
  Claim claim = start_.at(evidence_of(context_, value), kOpenRule, to_string(kind));
  claim.value = told;
  claim.attribute = kind == mention.kind ? attribute_of(mention) : to_string(kind);
  claim.steps.push_back("no rule read it: an open claim");
  setting_.add_steps(value, &claim);
  claim.qualifiers = find_qualifiers(context_, {first, end, kNone, {}}, &claim.steps);
  settle_age(mention.value, &claim.qualifiers);
  set_owner(find_owner(context_, value), &claim);
  // "Four men": of whom it is told is no word around it that would tell more.
  const bool anybody = context_.rulebook().is_a(mention.noun_concept, "anybody");
  setting_.describe(value, first, anybody ? end : context_.last(value), &claim);
  setting_.hold_back(&claim);
  return claim;
}

// What it is about, as far as the words tell: the noun counted, else the kind of value.
std::string OpenClaims::attribute_of(const Mention& mention) const {
  if (!mention.noun_concept.empty()) return mention.noun_concept;
  if (!mention.noun.empty()) return fold(text_.text(mention.noun));
  return to_string(mention.kind);
}

}  // namespace crosscheck
