#include "claim/deed_moments.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "claim/deed_thing.h"
#include "claim/governing_deed.h"

namespace crosscheck {
namespace {

constexpr uint32_t kDenialBefore = 6;  // tokens between a denial and its verb

// The concept right below `broad` that the id is, or is within: "début" is one word for the start.
std::string class_below(const Rulebook& rulebook, const std::string& id, absl::string_view broad) {
  const auto is_child = [&](const std::string& one) {
    const Concept* known = rulebook.concept_of(one);
    return known && std::find(known->is.begin(), known->is.end(), broad) != known->is.end();
  };
  if (is_child(id)) return id;
  const ConceptTree& tree = rulebook.tree();
  for (const ConceptNumber broader : tree.broader(tree.number(id))) {
    if (const std::string name(tree.name(broader)); is_child(name)) return name;  // the smallest
  }
  return id;
}

// "n'a pas ouvert lundi" tells of no opening; "n'ouvrira que lundi" and "did not open until Monday" do.
bool is_denied(const ClaimContext& context, const Hit& deed, uint32_t moment) {
  const Annotated& text = context.text();
  const SentenceRange& sentence = text.sentences[context.sentence_of(deed.first)];
  const auto has_only = [&](uint32_t from, uint32_t to) {
    for (uint32_t t = from; t < to; ++t) {
      if (concept_hit(context, t, "only-word", to)) return true;
    }
    return false;
  };
  for (uint32_t t = deed.first; t > sentence.first && deed.first - t < kDenialBefore;) {
    if (context.clause_of(--t) != context.clause_of(deed.first)) return false;
    const Hit* no = text.hit(t, Category::negation, deed.first);
    if (!no || no->is("contrast")) continue;
    const uint32_t from = std::min(deed.last, moment);
    return !no->is("not") || !has_only(from, std::max(moment, from));
  }
  return false;
}

bool hangs_on(const std::vector<PatternItem>& items, absl::string_view broad) {
  return std::any_of(items.begin(), items.end(), [&](const PatternItem& item) {
    return item.kind == PatternItem::Kind::concept_word && item.text == broad;
  });
}

bool hangs_on(const std::vector<Pattern>& patterns, absl::string_view broad) {
  for (const Pattern& pattern : patterns) {
    for (const PatternPart& part : pattern.parts) {
      if (hangs_on(part.items, broad)) return true;
    }
  }
  return false;
}

class DeedMatcher {
 public:
  DeedMatcher(const ClaimContext& context, uint32_t mention, GoverningDeed found)
      : context_(context), mention_(mention), found_(found) {}

  std::vector<DeedMatch> run() const {
    const std::vector<std::pair<const Rule*, const Hit*>> rules = fitting();
    std::vector<absl::string_view> broad;
    for (const auto& [rule, hit] : rules) {
      if (!rule->thing.empty()) broad.push_back(rule->thing);
    }
    const Hit* thing = broad.empty() ? nullptr : find_thing(context_, found_.hit, broad);
    std::vector<DeedMatch> out;
    for (const auto& [rule, hit] : rules) {
      if (rule->thing.empty()) out.push_back(match_of(*rule, *hit, nullptr));
      const Hit* own = thing && !rule->thing.empty() ? sense_of(*thing, rule->thing) : nullptr;
      if (own) out.push_back(match_of(*rule, *hit, own));
    }
    return out;
  }

 private:
  // Rules with the words of theirs that end where the deed does: "was detected" and "detected".
  std::vector<std::pair<const Rule*, const Hit*>> fitting() const {
    std::vector<std::pair<const Rule*, const Hit*>> out;
    for (const Rule* rule : context_.rulebook().deed_rules()) {
      // Patterns that hang on the deed read what stands beside its words.
      if (found_.beside && hangs_on(rule->patterns, rule->deed)) continue;
      const Hit* hit = nullptr;
      for (uint32_t t = found_.hit.first; t < found_.hit.last && !hit; ++t) hit = ending_at(t, rule->deed);
      if (hit) out.emplace_back(rule, hit);
    }
    return out;
  }

  const Hit* ending_at(uint32_t t, absl::string_view broad) const {
    const Hit* hit = concept_hit(context_, t, broad, found_.hit.last);
    return hit && hit->last == found_.hit.last ? hit : nullptr;
  }

  // One word may tell things of several sorts.
  const Hit* sense_of(const Hit& thing, absl::string_view broad) const {
    const Hit* own = concept_hit(context_, thing.first, broad, thing.last);
    return own && own->last == thing.last ? own : nullptr;
  }

  DeedMatch match_of(const Rule& rule, const Hit& deed, const Hit* thing) const {
    DeedMatch out;
    out.rule = &rule;
    out.deed = class_below(context_.rulebook(), concept_of(deed), rule.deed);
    if (thing) {
      out.thing = class_below(context_.rulebook(), concept_of(*thing), rule.thing);
      ThingName name = name_of_thing(context_, *thing);
      out.name_id = std::move(name.id);
      out.name = std::move(name.name);
    }
    PatternMatch& match = out.match;
    match.first = match.anchor = deed.first;
    match.last = match.anchor_last = deed.last;
    match.anchor_concept = concept_of(deed);
    match.told = deed.last - deed.first;
    match.words.push_back({deed.first, deed.last, concept_of(deed)});
    match.slots["value"] = mention_;
    if (found_.given_up) out.refused = "it was the plan at first";
    if (is_read_ahead(deed)) out.refused = "it is done, and the weekday was read as one to come";
    if (!is_point(out)) out.refused = "it is told how long, not when";
    if (is_denied(context_, deed, context_.first(mention_))) out.refused = "it did not happen then";
    return out;
  }

  // "The strike, which began on Monday, is due to end": another verb leads on from today.
  bool is_read_ahead(const Hit& deed) const {
    const Mention& mention = context_.mention(mention_);
    const Annotated& text = context_.text();
    const auto* date = std::get_if<Date>(&mention.value);
    const auto& published = text.document->metadata.published;
    const bool weekday = mention.reading && mention.reading->base == DateReading::Base::weekday;
    if (!weekday || !date || !date->start || !published || *date->start <= published.value.local)
      return false;
    for (uint32_t t = deed.first; t < deed.last; ++t) {
      for (const Hit& hit : text.hits_at(t)) {
        const bool cue = hit.category == Category::date_article || hit.category == Category::date_doubtful;
        if (cue && hit.is("back")) return true;
      }
      const auto& endings = text.language->past_endings;
      if (std::any_of(endings.begin(), endings.end(),
                      [&](const std::string& ending) { return absl::EndsWith(text.word(t), ending); }))
        return true;
    }
    return false;
  }

  // "fermé jusqu'à lundi" tells when it opens, "livré d'ici à lundi" when it is delivered.
  bool is_point(const DeedMatch& told) const {
    switch (context_.mention(mention_).relation) {
      case Mention::Relation::at:
      case Mention::Relation::since:
        return true;
      case Mention::Relation::until:
      case Mention::Relation::before:
        return context_.rulebook().is_a(told.deed, "done-by-day");
      case Mention::Relation::after:
        return false;
    }
    return false;
  }

  const ClaimContext& context_;
  const uint32_t mention_;
  const GoverningDeed found_;
};

}  // namespace

std::vector<DeedMatch> match_deeds(const ClaimContext& context, uint32_t mention) {
  const MentionKind kind = context.mention(mention).kind;
  if (kind != MentionKind::date && kind != MentionKind::time) return {};
  const uint32_t first = context.first(mention);
  if (first >= context.text().tokens.size() || context.sentence_of(first) == kNone) return {};
  const auto found = find_governing_deed(context, mention);
  return found ? DeedMatcher(context, mention, *found).run() : std::vector<DeedMatch>{};
}

}  // namespace crosscheck
