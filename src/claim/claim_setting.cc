#include "claim/claim_setting.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "claim/difference.h"
#include "claim/distance.h"
#include "claim/evidence.h"
#include "claim/governor.h"
#include "claim/joints.h"
#include "claim/listed.h"
#include "claim/owner.h"
#include "claim/phase.h"
#include "claim/time_frame.h"
#include "claim/wholes.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kRelated = 10;  // tokens between "after" and the hour of what was before
constexpr int kFew = 4;            // things, told before
constexpr uint32_t kOfThose = 2;   // tokens between a share and the pronoun that it is of

bool is_share(MentionKind kind) { return kind == MentionKind::percent || kind == MentionKind::ratio; }

}  // namespace

ClaimSetting::ClaimSetting(const ClaimContext& context, const std::vector<GuardNote>& notes)
    : context_(context), text_(context.text()), words_(context), frames_(time_frames(context)) {
  for (const GuardNote& note : notes) {
    if (note.value != kNone) notes_[note.value].push_back(note.text);
  }
}

void ClaimSetting::describe(uint32_t value, uint32_t first, uint32_t last, Claim* claim) {
  words_.fill(first, last, claim);
  if (value == kNone) return;
  const Mention& mention = context_.mention(value);
  claim->whole = mention.whole;
  if (mention.was_before) claim->qualifiers.stage = Stage::earlier;
  if (claim->qualifiers.subset.empty()) claim->qualifiers.subset = part_told(value, claim);
  claim->of_parts = part_of(context_, value) != kNone;
  claim->refers_back = refers_back(mention, first, last);
  claim->inherited = mention.noun_inherited;
  if (is_remainder(mention, first, last)) claim->held_back = "it counts those that are left over";
  if (goes_from_to(context_, first)) claim->held_back = "it tells where a figure began and where it ended";
  claim->difference = is_amount(mention.kind) && !is_share(mention.kind) &&
                      tells_difference(context_, first, last, behind_noun(context_, value));
  if (!mention.noun.empty()) {
    claim->noun = fold(text_.text(mention.noun));
    claim->noun_concept = mention.noun_concept;
  }
  if (is_without_anchor(mention, last)) claim->held_back = "the day that it is counted from is not told";
  if (mention.kind == MentionKind::date || mention.kind == MentionKind::time) {
    claim->phase = phase_at(context_, first, last);
    const uint32_t time = context_.first(value), begin = text_.sentences[context_.sentence_of(time)].first;
    claim->of_other_deed =
        is_behind_relation(context_, std::max(begin, time > kRelated ? time - kRelated : 0), time);
  }
  claim->of_figure = mention.kind == MentionKind::time && counts_in_clause(first);
  claim->at_hour = (mention.kind == MentionKind::count || is_share(mention.kind)) && hour_before(first);
  if (mention.kind == MentionKind::measure || mention.kind == MentionKind::duration)
    note_distance(first, last, claim);
  describe_governor(mention.kind, first, last, claim);
}

// The part that a figure is told of by how it stands beside others; empty for none.
std::string ClaimSetting::part_told(uint32_t value, Claim* claim) const {
  const Mention& mention = context_.mention(value);
  if (is_one_of_a_list(context_, value)) {
    claim->steps.push_back(
        absl::StrCat("one of several counts told together: of '", mention.noun_concept, "' alone"));
    return mention.noun_concept;
  }
  if (counts_some(context_, value)) return kSome;
  if (!is_told_as_part(context_, value)) return "";
  return mention.noun_concept.empty() || mention.noun_inherited ? kSome : mention.noun_concept;
}

// Counts have their noun; any other amount is told of what governs it.
void ClaimSetting::describe_governor(MentionKind kind, uint32_t first, uint32_t last, Claim* claim) const {
  const bool counts = kind == MentionKind::count || kind == MentionKind::number;
  // "lost a fifth of its glow" is a share of the glow, whatever the verb.
  const bool of_its_own = is_share(kind) && !claim->noun.empty();
  if (counts || of_its_own || !is_amount(kind) || !claim->noun_concept.empty()) return;
  Governor governor = find_governor(context_, first, last);
  if (governor.noun.empty()) return;
  // "two miles off Dover, four miles west of Cobb": a list of distances has no deed before each.
  if (!claim->object.empty() && governor.concept_id.empty()) return;
  claim->noun = std::move(governor.noun);
  claim->noun_concept = std::move(governor.concept_id);
}

// "le lendemain" of an article that tells no day before; "a week after the market opened".
bool ClaimSetting::is_without_anchor(const Mention& mention, uint32_t last) const {
  const auto* date = std::get_if<Date>(&mention.value);
  if (!date || !mention.reading || mention.reading->base != DateReading::Base::anchor) return false;
  if (date->resolved_from != ResolvedFrom::anchor) return true;
  const Hit* relation = text_.hit(last - 1, Category::later, last);
  if (!relation || !(relation->is("after") || relation->is("before"))) return false;
  return last < text_.tokens.size() && text_.tokens[last].token_class == TokenClass::word;
}

// "À midi, on comptait 150 tracteurs": the hour is that of the count.
bool ClaimSetting::counts_in_clause(uint32_t first) const {
  const SentenceRange& sentence = text_.sentences[context_.sentence_of(first)];
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const uint32_t amount =
        context_.clause_of(t) == context_.clause_of(first) ? context_.amount_over(t) : kNone;
    if (amount == kNone) continue;
    const MentionKind kind = context_.mention(amount).kind;
    if (kind == MentionKind::count || is_share(kind)) return true;
  }
  return false;
}

// The "À 17 heures" that opens the sentence of "la participation atteignait 46 %"; not that of "13h30 – Le
// bilan", which tells when the line was written.
bool ClaimSetting::hour_before(uint32_t first) const {
  constexpr uint32_t kOpening = 3;  // tokens of "At about five"
  const SentenceRange& sentence = text_.sentences[context_.sentence_of(first)];
  for (uint32_t t = sentence.first; t < std::min(first, sentence.first + kOpening); ++t) {
    for (const uint32_t index : context_.starting_at(t)) {
      if (context_.mention(index).kind != MentionKind::time) continue;
      const uint32_t behind = context_.last(index);
      return behind >= first || !is_dash(text_.word(behind));
    }
  }
  return false;
}

void ClaimSetting::note_distance(uint32_t first, uint32_t last, Claim* claim) const {
  const uint32_t place = measured_from(context_, first, last);
  if (place == kNone || !claim->object.empty()) return;
  const Owner from = owner_of(context_, place, SubjectFrom::slot);
  claim->object = from.id;
  claim->object_name = from.name;
  if (claim->qualifiers.place == from.id) claim->qualifiers.place.clear();  // near it, not there
  claim->steps.push_back(absl::StrCat("measured from '", from.name, "'"));
}

bool ClaimSetting::refers_back(const Mention& mention, uint32_t first, uint32_t last) const {
  return is_of_few_told_before(mention, first) || is_share_of_those(mention, last);
}

// "les deux pays", "the two men": a small number of things told before, no fact of its own.
bool ClaimSetting::is_of_few_told_before(const Mention& mention, uint32_t first) const {
  const auto* count = std::get_if<Count>(&mention.value);
  if (!count || !count->amount.low || Decimal(kFew) < *count->amount.low || first == 0) return false;
  const Hit* before = text_.hit(first - 1, Category::filler, first);
  return before && before->is("definite");
}

// "the other two", "les deux autres"
bool ClaimSetting::is_remainder(const Mention& mention, uint32_t first, uint32_t last) const {
  if (!std::holds_alternative<Count>(mention.value)) return false;
  if (counts_none(mention) && is_beyond_those_told(context_, last)) return true;
  const auto is = [&](uint32_t t, absl::string_view symbol) {
    const Hit* hit = t < text_.tokens.size() ? text_.hit(t, Category::filler, t + 1) : nullptr;
    return hit && hit->sense->symbol == symbol;
  };
  if (first > 0 && is(first - 1, "definite")) return is(last, "other");
  return first > 1 && is(first - 1, "other") && is(first - 2, "definite");
}

// "12 % d'entre eux": of whom is told before.
bool ClaimSetting::is_share_of_those(const Mention& mention, uint32_t last) const {
  if (!is_share(mention.kind)) return false;
  const uint32_t end = text_.sentences[context_.sentence_of(text_.token_at(mention.span.begin))].last;
  for (uint32_t t = last; t < std::min(end, last + kOfThose); ++t) {
    const Hit* word = text_.hit(t, Category::noun_stop, end);
    if (word && word->is("pronoun")) return true;
    if (!text_.hit(t, Category::noun_link, end)) return false;
  }
  return false;
}

void ClaimSetting::add_steps(uint32_t value, Claim* claim) const {
  if (value == kNone) return;
  const Mention& mention = context_.mention(value);
  claim->steps.insert(claim->steps.end(), mention.steps.begin(), mention.steps.end());
  const auto notes = notes_.find(value);
  if (notes != notes_.end())
    claim->steps.insert(claim->steps.end(), notes->second.begin(), notes->second.end());
}

void ClaimSetting::hold_back(Claim* claim) const {
  Qualifiers& told = claim->qualifiers;
  if (amount_of(claim->value) || std::holds_alternative<State>(claim->value) ||
      std::holds_alternative<EntityName>(claim->value)) {
    const std::optional<Date>& frame = frames_[context_.sentence_of(text_.token_at(claim->span.begin))];
    if (!told.as_of && frame && is_long_ago(text_, *frame)) told.as_of = frame;
    if (told.as_of && is_long_ago(text_, *told.as_of))
      claim->held_back = "it is told of a time long before the article";
  }
  if (std::holds_alternative<State>(claim->value) && is_asked(claim->span.begin))
    claim->held_back = "it is asked, not told";
  const auto* date = std::get_if<Date>(&claim->value);
  if (date && date->end && claim->kind == "moment" && is_long_ago(text_, *date))
    claim->held_back = "it is another event, long before the article";
  if (told.stage == Stage::earlier && !std::holds_alternative<Role>(claim->value))
    claim->held_back = "it is a figure of another time, told to compare with";
}

// "Vont-ils faire appel ?"
bool ClaimSetting::is_asked(uint32_t at) const {
  return text_.word(text_.sentences[context_.sentence_of(text_.token_at(at))].last - 1) == "?";
}

void settle_age(const Value& value, Qualifiers* qualifiers) {
  if (!std::holds_alternative<Age>(value)) return;
  qualifiers->modality = Modality::stated;
  qualifiers->stage = Stage::none;
}

}  // namespace crosscheck
