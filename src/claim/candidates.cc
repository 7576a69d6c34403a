#include "claim/candidates.h"

#include <algorithm>
#include <map>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "claim/bearer.h"
#include "claim/deed_moments.h"
#include "claim/inventory.h"
#include "claim/joints.h"
#include "claim/relation_of.h"
#include "claim/split.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNameReach = 6;   // tokens of a name before a word in it
constexpr uint32_t kGuardReach = 8;  // tokens before or behind that a guard looks at

// Concepts of the article as a whole, by number.
using Topics = std::vector<bool>;

bool is_on_topic(const Rule& rule, const Topics& article) {
  return rule.topic_numbers.empty() || std::any_of(rule.topic_numbers.begin(), rule.topic_numbers.end(),
                                                   [&](ConceptNumber one) { return article[one]; });
}

// Patterns that a sentence may match, in an article with these concepts.
std::vector<Rulebook::Trigger> triggers_of(const Rulebook& rulebook, const Inventory& sentence,
                                           const Topics& article) {
  std::vector<Rulebook::Trigger> out;
  const auto take = [&](absl::Span<const Rulebook::Trigger> triggers) {
    for (const Rulebook::Trigger& trigger : triggers) {
      if (sentence.meets(*trigger.pattern) && is_on_topic(*trigger.rule, article)) out.push_back(trigger);
    }
  };
  take(rulebook.untriggered());
  for (const ConceptNumber one : sentence.concepts) take(rulebook.triggered_by(one));
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.order < b.order; });
  // A pattern that one of several concepts starts, where the sentence has two of them.
  out.erase(
      std::unique(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.order == b.order; }),
      out.end());
  return out;
}

// The words around which guards and conditions look.
uint32_t centre(const Candidate& candidate, const ClaimContext& context) {
  return candidate.value != kNone ? context.first(candidate.value) : candidate.match.first;
}

bool any_occurs(const ClaimContext& context, const Inventory& inventory, const std::vector<Pattern>& patterns,
                uint32_t first, uint32_t last, uint32_t at, bool same_clause) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) {
    return inventory.meets(pattern.parts[0].needs) && occurs(context, pattern, first, last, at, same_clause);
  });
}

bool guard_holds(const ClaimContext& context, const Inventory& inventory, const Guard& guard,
                 const Candidate& candidate) {
  const SentenceRange& sentence = context.text().sentences[candidate.sentence];
  const uint32_t at = centre(candidate, context);
  const uint32_t end = candidate.value != kNone ? context.last(candidate.value) : candidate.match.last;
  switch (guard.where) {
    case Guard::Where::sentence:
      return any_occurs(context, inventory, guard.patterns, sentence.first, sentence.last, at, false);
    case Guard::Where::clause:
      return any_occurs(context, inventory, guard.patterns, sentence.first, sentence.last, at, true);
    case Guard::Where::before: {
      const uint32_t first = std::max(sentence.first, at > kGuardReach ? at - kGuardReach : 0);
      return any_occurs(context, inventory, guard.patterns, first, at, at, true);
    }
    case Guard::Where::after:
      return any_occurs(context, inventory, guard.patterns, end, std::min(sentence.last, end + kGuardReach),
                        at, true);
    case Guard::Where::within:
      return any_occurs(context, inventory, guard.patterns, std::min(at, candidate.match.first),
                        std::max(end, candidate.match.last), at, true);
  }
  return false;
}

// Whether the kinds of Rule::kind and of the value slot go together is the rule author's care; a rule for
// values without a value slot matches nothing.
bool wants_value(const Rule& rule) { return rule.kind != "state"; }

// "two of the paintings are still being sought"
bool of_another_kind(const ClaimContext& context, const Candidate& candidate) {
  if (candidate.rule->of.empty()) return false;
  // "The family sold the estate": the pattern tells the thing, whoever sells it.
  if (candidate.rule->of == "thing" && candidate.match.words.size() > 1) return false;
  const Bearer::Kind kind = bearer_of(context, candidate.match).kind;
  const bool person = candidate.rule->of == "person";
  return kind == (person ? Bearer::Kind::thing : Bearer::Kind::person);
}

// "le toit de la maison a été détruit": the thing that the attribute is of hangs on another one.
bool of_another_thing(const ClaimContext& context, const Candidate& candidate) {
  const absl::string_view attribute = candidate.rule->attribute;
  const size_t of = attribute.find('@');
  if (candidate.rule->of != "thing" || of == absl::string_view::npos) return false;
  const PatternMatch& match = candidate.match;
  const ToldWords* state = state_words(context.rulebook(), match.words, match.first, match.last);
  const absl::string_view broad = attribute.substr(of + 1, attribute.find(' ', of) - of - 1);
  for (uint32_t t = match.first; state && t < state->first; ++t) {
    if (const Hit* thing = concept_hit(context, t, broad, match.last))
      return thing->last <= state->first && hangs_on_another(context, t, thing->last);
  }
  return false;
}

// "Paul Rast said that a man had been arrested": the name before a state that is told of somebody else.
bool of_another_person(const ClaimContext& context, const Candidate& candidate) {
  for (const char* slot : {"subject", "object"}) {
    const auto named = candidate.match.slots.find(slot);
    if (named == candidate.match.slots.end() || context.mention(named->second).kind != MentionKind::person)
      continue;
    if (is_named_for_another(context, named->second, candidate.match.words)) return true;
    if (wants_value(*candidate.rule)) continue;
    const Bearer bearer = bearer_of(context, candidate.match);
    const bool before = bearer.found && context.last(named->second) <= bearer.first;
    if (before && bearer.kind == Bearer::Kind::person && bearer.mention != named->second) return true;
  }
  return false;
}

// Whether tokens [first, last) are a part of a longer name, and not all of it.
bool is_part_of_name(const ClaimContext& context, uint32_t first, uint32_t last) {
  for (uint32_t t = first > kNameReach ? first - kNameReach : 0; t <= first; ++t) {
    for (const uint32_t index : context.starting_at(t)) {
      const MentionKind kind = context.mention(index).kind;
      const bool name = kind == MentionKind::organisation || kind == MentionKind::person;
      if (name && context.last(index) >= last && context.last(index) - t > last - first) return true;
    }
  }
  return false;
}

// "the Harbor Workers Alliance", "les remontées de Saint-Ours": a word that a state hangs on is a part of a
// name.
bool is_in_name(const ClaimContext& context, const Candidate& candidate) {
  const PatternMatch& match = candidate.match;
  if (wants_value(*candidate.rule) || match.anchor == kNone) return false;
  return is_part_of_name(context, match.anchor, match.anchor_last) ||
         std::any_of(match.words.begin(), match.words.end(), [&](const ToldWords& words) {
           const bool of_state = match.first <= words.first && words.last <= match.last;
           return of_state && is_part_of_name(context, words.first, words.last);
         });
}

// "who had led the bank since 2016, stepped down": since then something lasts, and nothing was done, unless
// the deed stands before it: "en grève depuis lundi". What starts on a day to come may well be a deed: "à
// partir du 1er février".
bool lasts_since(const ClaimContext& context, const Candidate& candidate) {
  const Mention& mention = context.mention(candidate.value);
  const auto* date = std::get_if<Date>(&mention.value);
  if (!date || !date->start || mention.relation != Mention::Relation::since) return false;
  if (!candidate.deed.empty() && candidate.match.first < context.first(candidate.value)) return false;
  const auto& published = context.text().document->metadata.published;
  return published ? *date->start < published.value.local : !candidate.rule->comparison.plans;
}

// "when he hit the van": whom a pronoun means is known too little to be the answer to a question.
bool is_pronoun(const ClaimContext& context, uint32_t mention) {
  return context.text().hit(context.first(mention), Category::pronoun, context.last(mention)) != nullptr;
}

void check_candidate(const ClaimContext& context, const Inventory& inventory, Candidate candidate,
                     std::vector<Candidate>* out, std::vector<GuardNote>* notes) {
  const Rule& rule = *candidate.rule;
  if (const auto slot = candidate.match.slots.find("value"); slot != candidate.match.slots.end())
    candidate.value = slot->second;
  if (candidate.value != kNone) candidate.value = part_before(context, candidate);
  if (tells_split(candidate.match) && !split_of(candidate.match)) return;
  if ((wants_value(rule) && candidate.value == kNone) || is_in_name(context, candidate)) return;
  if (wants_value(rule) && is_part_by_noun(context, candidate)) return;
  if (rule.kind == "entity" && is_pronoun(context, candidate.value)) return;
  if (rule.take == "since" ? context.mention(candidate.value).relation != Mention::Relation::since
                           : candidate.value != kNone && lasts_since(context, candidate))
    return;
  if (is_parted(context, candidate)) {
    notes->push_back(
        {candidate.value, absl::StrCat(rule.id, " does not apply: a joint parts the figure from its verb")});
    return;
  }
  const SentenceRange& sentence = context.text().sentences[candidate.sentence];
  const uint32_t at = centre(candidate, context);
  if (!rule.required.empty() &&
      !any_occurs(context, inventory, rule.required, sentence.first, sentence.last, at, true))
    return;
  for (const Guard& guard : rule.guards) {
    if (!guard_holds(context, inventory, guard, candidate)) continue;
    notes->push_back({candidate.value, absl::StrCat(rule.id, " does not apply: ", guard.because)});
    return;
  }
  if (of_another_person(context, candidate)) {
    notes->push_back(
        {candidate.value, absl::StrCat(rule.id, " does not apply: it is told of somebody else")});
    return;
  }
  if (of_another_kind(context, candidate)) {
    notes->push_back({candidate.value, absl::StrCat(rule.id, " does not apply: it is told of no ", rule.of)});
    return;
  }
  if (of_another_thing(context, candidate)) {
    notes->push_back({candidate.value,
                      absl::StrCat(rule.id, " does not apply: it is told of something else of the thing")});
    return;
  }
  out->push_back(std::move(candidate));
}

// How much a pattern demands: fixed items, slots with a concept counting twice.
int demand(const Pattern& pattern) {
  int sum = 0;
  for (const PatternPart& part : pattern.parts) {
    for (const PatternItem& item : part.items) {
      if (item.kind == PatternItem::Kind::gap || item.optional) continue;
      sum += item.counted.empty() ? 1 : 2;
    }
  }
  return sum;
}

// Tokens between the figure and the nearest word of a concept that the pattern hangs on.
uint32_t distance(const ClaimContext& context, const Candidate& candidate) {
  const uint32_t first = context.first(candidate.value), last = context.last(candidate.value);
  uint32_t nearest = kNone;
  for (const auto& [begin, end, id] : candidate.match.words) {
    const uint32_t gap = end <= first ? first - end : begin >= last ? begin - last : 0;
    nearest = std::min(nearest, gap);
  }
  return nearest == kNone ? 0 : nearest;
}

// The words that a state hangs on.
std::pair<uint32_t, uint32_t> trigger(const Candidate& candidate) {
  const PatternMatch& match = candidate.match;
  return match.anchor == kNone ? std::pair(match.first, match.last)
                               : std::pair(match.anchor, match.anchor_last);
}

// Of the states that one rule reads from the same words the one that explains most of them stays, else the
// earlier pattern: "released on bail" is not "released".
void add_state(Candidate candidate, std::vector<Candidate>* states) {
  const auto [first, last] = trigger(candidate);
  for (Candidate& known : *states) {
    if (known.sentence != candidate.sentence || known.rule != candidate.rule) continue;
    const auto [begin, end] = trigger(known);
    if (end <= first || last <= begin) continue;
    const auto rank = [](uint32_t words, const Candidate& c) {
      return std::tuple(words, c.match.told, demand(*c.pattern));
    };
    if (rank(end - begin, known) < rank(last - first, candidate)) known = std::move(candidate);
    return;
  }
  states->push_back(std::move(candidate));
}

// Whether the other one, of a rule that asks the same, reads the same words as a narrower state: "a gas leak"
// is no more than a technical fault to one, and a gas leak to the other.
bool is_broader(const Candidate& broad, const Candidate& narrow) {
  const bool one_place = broad.sentence == narrow.sentence && broad.match.first < narrow.match.last &&
                         narrow.match.first < broad.match.last;
  if (!one_place || broad.pattern->state.empty() || broad.rule->attribute != narrow.rule->attribute)
    return false;
  return absl::StartsWith(narrow.rule->path_of(narrow.pattern->state),
                          absl::StrCat(broad.rule->path_of(broad.pattern->state), "."));
}

// The narrower of two readings of the same words stay.
void add_narrower(const std::vector<Candidate>& states, std::vector<Candidate>* out) {
  for (const Candidate& one : states) {
    const bool broader = std::any_of(states.begin(), states.end(),
                                     [&](const Candidate& other) { return is_broader(one, other); });
    if (!broader) out->push_back(one);
  }
}

// Moments by the deed that governs them.
void add_deeds(const ClaimContext& context, const std::vector<Inventory>& inventories,
               std::vector<Candidate>* out, std::vector<GuardNote>* notes) {
  for (uint32_t m = 0; m < context.mentions().size(); ++m) {
    for (DeedMatch& told : match_deeds(context, m)) {
      if (!told.refused.empty()) {
        notes->push_back({m, absl::StrCat(told.rule->id, " does not apply: ", told.refused)});
        continue;
      }
      Candidate candidate;
      candidate.rule = told.rule;
      candidate.pattern = &told.rule->by_deed;
      candidate.sentence = context.sentence_of(context.first(m));
      candidate.match = std::move(told.match);
      candidate.deed = std::move(told.deed);
      candidate.thing = std::move(told.thing);
      candidate.name_id = std::move(told.name_id);
      candidate.name = std::move(told.name);
      check_candidate(context, inventories[candidate.sentence], std::move(candidate), out, notes);
    }
  }
}

}  // namespace

std::vector<Candidate> find_candidates(const ClaimContext& context, std::vector<GuardNote>* notes) {
  std::vector<Candidate> out;
  const std::vector<Inventory> inventories = take_inventories(context);
  Topics article(context.rulebook().tree().size());
  for (const Inventory& sentence : inventories) {
    for (const ConceptNumber one : sentence.concepts) article[one] = true;
  }
  for (uint32_t s = 0; s < inventories.size(); ++s) {
    for (const Rulebook::Trigger& trigger : triggers_of(context.rulebook(), inventories[s], article)) {
      for (PatternMatch& match : match_pattern(context, s, *trigger.pattern, !wants_value(*trigger.rule))) {
        Candidate candidate;
        candidate.rule = trigger.rule;
        candidate.pattern = trigger.pattern;
        candidate.sentence = s;
        candidate.match = std::move(match);
        check_candidate(context, inventories[s], std::move(candidate), &out, notes);
      }
    }
  }
  add_deeds(context, inventories, &out, notes);
  return out;
}

std::vector<Candidate> choose(const ClaimContext& context, std::vector<Candidate> candidates) {
  std::map<uint32_t, Candidate> by_value;
  std::vector<Candidate> states;
  for (Candidate& candidate : candidates) {
    if (candidate.value == kNone) {
      add_state(std::move(candidate), &states);
      continue;
    }
    const auto [place, fresh] = by_value.try_emplace(candidate.value, candidate);
    if (fresh) continue;
    const auto rank = [&](const Candidate& c) {
      return std::tuple(c.rule->general, distance(context, c), c.rule->general && c.thing.empty(),
                        -demand(*c.pattern), c.rule->id);
    };
    if (rank(candidate) < rank(place->second)) place->second = std::move(candidate);
  }
  std::vector<Candidate> out;
  for (auto& [value, candidate] : by_value) out.push_back(std::move(candidate));
  add_narrower(states, &out);
  return out;
}

}  // namespace crosscheck
