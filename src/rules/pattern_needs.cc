#include "rules/pattern_needs.h"

namespace crosscheck {
namespace {

void number_concepts(const ConceptTree& concepts, std::vector<PatternItem>* items) {
  for (PatternItem& item : *items) {
    const bool word = item.kind == PatternItem::Kind::concept_word;
    if (word || !item.counted.empty()) item.concept_number = concepts.number(word ? item.text : item.counted);
    for (std::vector<PatternItem>& choice : item.choices) number_concepts(concepts, &choice);
  }
}

// The words of which one must stand for the item to match; empty when it can do without.
std::vector<uint64_t> words_needed_by(const PatternItem& item) {
  if (item.optional) return {};
  if (item.kind == PatternItem::Kind::word) return {item.hash};
  std::vector<uint64_t> out;
  for (const std::vector<PatternItem>& choice : item.choices) {
    std::vector<uint64_t> needed;
    for (const PatternItem& inner : choice) {
      if (needed.empty()) needed = words_needed_by(inner);
    }
    if (needed.empty()) return {};
    out.insert(out.end(), needed.begin(), needed.end());
  }
  return out;
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
  if (item.optional) return {};
  if (item.kind != PatternItem::Kind::choice) {
    if (item.concept_number == kNoConcept) return {};
    return {item.concept_number};
  }
  std::vector<ConceptNumber> out;
  for (const std::vector<PatternItem>& choice : item.choices) {
    std::vector<ConceptNumber> needed;
    for (const PatternItem& inner : choice) {
      if (needed.empty()) needed = needed_by(inner);
    }
    if (needed.empty()) return {};
    out.insert(out.end(), needed.begin(), needed.end());
  }
  return out;
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
