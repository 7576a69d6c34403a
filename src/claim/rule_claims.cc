#include "claim/rule_claims.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/civil_time.h"
#include "claim/day_and_time.h"
#include "claim/ends.h"
#include "claim/evidence.h"
#include "claim/figure_moment.h"
#include "claim/outlasted.h"
#include "claim/qualifiers.h"
#include "claim/relation_of.h"
#include "claim/split.h"
#include "claim/state_bearer.h"

namespace crosscheck {
namespace {

constexpr uint32_t kYearReach = 8;  // tokens behind a state in which its year stands

// Tokens of the value, or of the words of a state; `end` is behind the noun that is counted.
struct Stretch {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t end = 0;
};

Stretch stretch_of(const ClaimContext& context, const Candidate& candidate) {
  const uint32_t value = candidate.value;
  if (value == kNone) return {candidate.match.first, candidate.match.last, candidate.match.last};
  return {context.first(value), context.last(value), behind_noun(context, value)};
}

State state_of(const Candidate& candidate, const Claim& claim) {
  State state;
  state.event = claim.attribute;
  state.polarity = claim.qualifiers.polarity;
  if (const std::optional<Split> split = split_of(candidate.match)) {
    absl::StrAppend(&state.event, ".", split->id());
    if (split->as_one) state.polarity = Polarity::affirmed;  // "voted no confidence, 40 to 12"
  } else if (const std::string& told = candidate.pattern->state; !told.empty()) {
    const std::string& denied = candidate.rule->states.at(told).denied;
    const bool turned = state.polarity == Polarity::denied && !denied.empty();
    if (turned) state.polarity = Polarity::affirmed;
    absl::StrAppend(&state.event, ".", candidate.rule->path_of(turned ? denied : told));
  }
  if (!claim.subject.empty()) state.participants.push_back(claim.subject);
  if (!claim.object_name.empty()) state.participants.push_back(claim.object_name);
  return state;
}

}  // namespace

void RuleClaims::add(const Candidate& candidate, std::deque<Claim>* out) {
  const Rule& rule = *candidate.rule;
  const bool borne = rule.kind == "state" ? !rule.of.empty() || rule.subject == "bearer"
                                          : rule.object == "person" && candidate.value != kNone;
  const StateBearer bearer = borne ? bearers_.of(candidate.match) : StateBearer();
  const Claim told = read(candidate, bearer);
  for (const Owner& owner : owners_of(candidate, bearer)) {
    Claim claim = told;
    set_owner(owner, &claim);
    set_value(candidate, &claim);
    setting_.hold_back(&claim);
    add_told(candidate.value, std::move(claim), out);
  }
}

// All but owner and value.
Claim RuleClaims::read(const Candidate& candidate, const StateBearer& bearer) {
  const Rule& rule = *candidate.rule;
  const PatternMatch& match = candidate.match;
  const uint32_t value = candidate.value;
  const Stretch at = stretch_of(context_, candidate);
  Claim claim =
      start_.at(value == kNone ? evidence_of_state(context_, match) : evidence_of(context_, match, value),
                rule.id, rule.kind);
  claim.attribute = attribute_of(candidate);
  claim.outlasted = is_outlasted(context_, candidate);
  claim.steps.push_back(absl::StrCat("rule ", rule.id, ", pattern \"", candidate.pattern->source, "\" on '",
                                     text_.text(text_.span(match.first, match.last)), "'"));
  setting_.add_steps(value, &claim);
  claim.qualifiers = find_qualifiers(context_, {at.first, at.end, match.anchor, match.words}, &claim.steps);
  Qualifiers& told = claim.qualifiers;
  if (rule.comparison.daily && !told.as_of) told.as_of = day_of_figure(context_, at.first, at.last);
  if (value == kNone && !rule.comparison.lasting && !told.as_of) told.as_of = month_before(context_, at.last);
  if (value != kNone && rule.comparison.grows && !told.as_of)
    told.as_of = year_of_figure(context_, at.first, at.last);
  if (value == kNone && rule.comparison.plans) note_plan(match, &told);
  if (value != kNone) settle_age(context_.mention(value).value, &claim.qualifiers);
  if (value == kNone && rule.subject == "bearer" && match.anchor != kNone)
    told.as_of = year_behind(match.anchor_last);
  find_object(candidate, bearer, &claim);
  setting_.describe(value, at.first, at.last, &claim);
  if (value == kNone && match.slots.empty()) setting_.add_between(at.first, at.last, match.words, &claim);
  if (value != kNone && context_.mention(value).noun_inherited && !names_counted(*candidate.pattern)) {
    claim.noun.clear();  // "mother of 12": the rule knows what it counts, whatever stood before
    claim.noun_concept.clear();
  }
  return claim;
}

// "(will be held) on Friday", not "was held (as scheduled)": a rule for which plans count as deeds has words
// that look ahead.
void RuleClaims::note_plan(const PatternMatch& match, Qualifiers* told) const {
  const ToldWords* words = state_words(context_.rulebook(), match.words, match.first, match.last);
  const bool planned = words && text_.hit(words->first, Category::planned, words->last);
  if (planned && told->modality == Modality::stated) told->modality = Modality::planned;
}

// "resigned as treasurer in 2015"
std::optional<Date> RuleClaims::year_behind(uint32_t state) const {
  const uint32_t end = text_.sentences[context_.sentence_of(state - 1)].last;
  for (uint32_t t = state; t < std::min(end, state + kYearReach) && text_.word(t) != ","; ++t) {
    for (const uint32_t m : context_.starting_at(t)) {
      const auto* date = std::get_if<Date>(&context_.mention(m).value);
      if (date && date->start && date->is_told_to_the_year()) return *date;
    }
  }
  return std::nullopt;
}

// "life of @actor": the narrower concept that the match tells stands for it.
std::string RuleClaims::attribute_of(const Candidate& candidate) const {
  std::string out;
  for (const absl::string_view word : absl::StrSplit(candidate.rule->attribute, ' ')) {
    absl::StrAppend(&out, out.empty() ? "" : " ", word.substr(0, word.find('@')));
    if (const size_t at = word.find('@'); at != absl::string_view::npos)
      out += concept_told(candidate, word.substr(at + 1));
  }
  return out;
}

// The first concept of the match that is `broad` or narrower.
const std::string& RuleClaims::concept_told(const Candidate& candidate, absl::string_view broad) const {
  if (!candidate.deed.empty() && broad == candidate.rule->deed) return candidate.deed;
  if (!candidate.thing.empty() && broad == candidate.rule->thing) return candidate.thing;
  const PatternMatch& match = candidate.match;
  for (uint32_t t = match.first; t < match.last; ++t) {
    if (const Hit* hit = concept_hit(context_, t, broad, match.last)) return hit->sense->symbol;
  }
  // What a pronoun stands for.
  for (const ToldWords& words : match.words) {
    const Concept* known = context_.rulebook().concept_of(words.concept_id);
    if (known && context_.rulebook().is_a(words.concept_id, broad)) return known->id;
  }
  return match.anchor_concept;
}

void RuleClaims::find_object(const Candidate& candidate, const StateBearer& bearer, Claim* claim) const {
  if (!candidate.name_id.empty()) {
    claim->object = candidate.name_id;
    claim->object_name = candidate.name;
  }
  const Rule& rule = *candidate.rule;
  const auto slot = candidate.match.slots.find("object");
  const bool told = slot != candidate.match.slots.end();
  if (!told && !candidate.match.slots.contains("subject")) {
    if (rule.of != "thing") claim->bearer = bearer.nouns;  // a thing is told by the rule, with other nouns
    if (!bearer.part.empty()) claim->qualifiers.subset = bearer.part;
  }
  if (rule.object.empty()) return;
  const bool borne = rule.kind == "state" && bearer.found;
  const Owner object = told    ? owner_of(context_, slot->second, SubjectFrom::slot)
                       : borne ? bearer.named
                               : find_object_before(context_, rule.object, candidate.match);
  claim->object = object.id;
  claim->object_name = object.name;
  if (!claim->object.empty() && rule.kind != "state") claim->bearer.clear();
  const bool untold = claim->object.empty() && claim->bearer.empty() && claim->qualifiers.subset.empty();
  if (untold && rule.object == "person" && is_told_of_relation(context_, candidate.match))
    claim->qualifiers.subset = kOfAPerson;
}

std::vector<Owner> RuleClaims::owners_of(const Candidate& candidate, const StateBearer& bearer) const {
  const Rule& rule = *candidate.rule;
  if (rule.kind == "role") return {owner_of(context_, candidate.value, SubjectFrom::slot)};
  const Stretch at = stretch_of(context_, candidate);
  const bool figure = candidate.value != kNone && is_amount(context_.mention(candidate.value).kind);
  if (rule.subject == "bearer" && !candidate.match.slots.contains("subject")) {
    if (!bearer.found) {
      // The name of another clause, of which this one goes on to tell: "Rast, who had led it, has resigned".
      std::vector<Owner> told =
          find_owners(context_, "person", candidate.match, at.first, at.last, at.end, false);
      if (told.front().mention != kNone && context_.first(told.front().mention) < at.first) return told;
    }
    if (!bearer.named.id.empty()) return {bearer.named};
    if (!bearer.person) return {};
    return find_owners(context_, "event", candidate.match, at.first, at.last, at.end, false);
  }
  return find_owners(context_, rule.subject, candidate.match, at.first, at.last, at.end, figure);
}

void RuleClaims::set_value(const Candidate& candidate, Claim* claim) const {
  if (candidate.value == kNone) {
    claim->value = state_of(candidate, *claim);
    return;
  }
  const Mention& mention = context_.mention(candidate.value);
  const std::string& take = candidate.rule->take;
  const auto& published = text_.document->metadata.published;
  claim->value = mention.value;
  if (!candidate.deed.empty() || take == "since") take_start(&claim->value);
  if (take == "end" || (mention.reading_to && is_put_off(candidate))) take_end(&claim->value);
  if (take == "age" && published)
    take_age(&claim->value, text_.text(mention.span), absl::CivilDay(published.value.local));
  if (const auto* role = std::get_if<Role>(&claim->value)) claim->attribute = role->role;
}

// "moved from Saturday to Sunday": no span of time, but the day before and the day now.
bool RuleClaims::is_put_off(const Candidate& candidate) const {
  const SentenceRange& sentence = text_.sentences[candidate.sentence];
  const uint32_t first = context_.first(candidate.value);
  for (uint32_t t = sentence.first; t < first; ++t) {
    if (context_.clause_of(t) == context_.clause_of(first) &&
        concept_hit(context_, t, "put-to-another-day", first))
      return true;
  }
  return false;
}

// "lundi à 8 h 10" answers "which day" and "what time": two claims of one question.
void RuleClaims::add_told(uint32_t value, Claim claim, std::deque<Claim>* out) const {
  const auto told = value == kNone ? std::nullopt : day_and_time(text_, context_.mention(value));
  if (told) {
    claim.value = told->time;
    out->push_back(claim);
    out->back().qualifiers.as_of = told->day;
    claim.value = told->day;
  }
  out->push_back(std::move(claim));
}

}  // namespace crosscheck
