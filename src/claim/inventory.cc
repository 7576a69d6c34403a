#include "claim/inventory.h"

#include <algorithm>

namespace crosscheck {
namespace {

Inventory take(const ClaimContext& context, const SentenceRange& sentence) {
  const ConceptTree& tree = context.rulebook().tree();
  Inventory out;
  const auto add = [&](ConceptNumber one) {
    if (one == kNoConcept) return;
    out.concepts.push_back(one);
    const absl::Span<const ConceptNumber> broader = tree.broader(one);
    out.concepts.insert(out.concepts.end(), broader.begin(), broader.end());
  };
  out.words.reserve(sentence.last - sentence.first);
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    out.words.push_back(context.text().tokens[t].hash);
    for (const Hit& hit : context.text().hits_at(t)) add(hit.concept_number);
    for (const Hit& meant : context.antecedents(t)) add(meant.concept_number);
    for (const uint32_t index : context.starting_at(t)) {
      const Mention& mention = context.mention(index);
      out.kinds |= bit_of(mention.kind);
      if (!mention.noun_concept.empty()) add(tree.number(mention.noun_concept));
    }
  }
  std::sort(out.words.begin(), out.words.end());
  std::sort(out.concepts.begin(), out.concepts.end());
  out.concepts.erase(std::unique(out.concepts.begin(), out.concepts.end()), out.concepts.end());
  return out;
}

}  // namespace

bool Inventory::holds(ConceptNumber one) const {
  return std::binary_search(concepts.begin(), concepts.end(), one);
}

bool Inventory::meets(const PatternNeeds& needs) const {
  const auto stands = [&](uint64_t word) { return std::binary_search(words.begin(), words.end(), word); };
  return std::all_of(needs.kinds.begin(), needs.kinds.end(),
                     [&](MentionKinds any) { return (kinds & any) != 0; }) &&
         std::all_of(needs.words.begin(), needs.words.end(),
                     [&](const auto& any) { return std::any_of(any.begin(), any.end(), stands); }) &&
         std::all_of(needs.concepts.begin(), needs.concepts.end(), [&](const auto& any) {
           return std::any_of(any.begin(), any.end(), [&](ConceptNumber one) { return holds(one); });
         });
}

bool Inventory::meets(const Pattern& pattern) const {
  return std::all_of(pattern.parts.begin(), pattern.parts.end(),
                     [&](const PatternPart& part) { return meets(part.needs); });
}

std::vector<Inventory> take_inventories(const ClaimContext& context) {
  std::vector<Inventory> out;
  for (const SentenceRange& sentence : context.text().sentences) out.push_back(take(context, sentence));
  return out;
}

}  // namespace crosscheck
