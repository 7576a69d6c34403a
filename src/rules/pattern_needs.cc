#include "rules/pattern_needs.h"

#include <optional>

namespace crosscheck {
namespace {

void number_concepts(const ConceptTree& concepts, std::vector<PatternItem>* items) {
  for (PatternItem& item : *items) {
    const bool word = item.kind == PatternItem::Kind::concept_word;
    if (word || !item.counted.empty()) item.concept_number = concepts.number(word ? item.text : item.counted);
    for (std::vector<PatternItem>& choice : item.choices) number_concepts(concepts, &choice);
  }
}

// What the item needs by `own`, or one of what each of its alternatives needs; empty when it can do without.
template <typename Need, typename Own>
std::vector<Need> any_needed(const PatternItem& item, const Own& own) {
  if (item.optional) return {};
  if (item.kind != PatternItem::Kind::choice) {
    const std::optional<Need> need = own(item);
    return need ? std::vector<Need>{*need} : std::vector<Need>();
  }
  std::vector<Need> out;
  for (const std::vector<PatternItem>& choice : item.choices) {
    std::vector<Need> needed;
    for (const PatternItem& inner : choice) {
      if (needed.empty()) needed = any_needed<Need>(inner, own);
    }
    if (needed.empty()) return {};
    out.insert(out.end(), needed.begin(), needed.end());
  }
  return out;
}

std::vector<uint64_t> words_needed_by(const PatternItem& item) {
  return any_needed<uint64_t>(item, [](const PatternItem& one) {
    return one.kind == PatternItem::Kind::word ? std::optional(one.hash) : std::nullopt;
  });
}

PatternNeeds needs_of(const std::vector<PatternItem>& items) {
  PatternNeeds out;
  out.concepts.reserve(items.size());
  out.kinds.reserve(items.size());
  for (const PatternItem& item : items) {
    std::vector<ConceptNumber> concepts = needed_by(item);
    if (!concepts.empty()) out.concepts.push_back(std::move(concepts));
    if (std::vector<uint64_t> words = words_needed_by(item); !words.empty())
      out.words.push_back(std::move(words));
    if (item.kind != PatternItem::Kind::slot || item.optional) continue;
    MentionKinds& kinds = out.kinds.emplace_back(0);
    for (const MentionKind kind : item.mentions) kinds |= bit_of(kind);
  }
  return out;
}

}  // namespace

std::vector<ConceptNumber> needed_by(const PatternItem& item) {
  return any_needed<ConceptNumber>(item, [](const PatternItem& one) {
    return one.concept_number == kNoConcept ? std::nullopt : std::optional(one.concept_number);
  });
}

void settle_needs(const ConceptTree& concepts, std::vector<Pattern>* patterns) {
  for (Pattern& pattern : *patterns) {
    for (PatternPart& part : pattern.parts) {
      number_concepts(concepts, &part.items);
      part.needs = needs_of(part.items);
    }
  }
}

}  // namespace crosscheck
