#include "compare/announced.h"

#include "absl/strings/str_cat.h"
#include "rules/rule.h"

namespace crosscheck {

Announced::Announced(const Rulebook& rulebook, const Report& report) : report_(report) {
  for (const Claim& claim : report.claims) {
    const auto* state = std::get_if<State>(&claim.value);
    const Rule* rule = state ? rulebook.rule(claim.rule) : nullptr;
    if (!rule || state->polarity == Polarity::denied) continue;
    for (const auto& [id, told] : rule->states) {
      if (told.becomes.empty() || state->event != absl::StrCat(claim.attribute, ".", rule->path_of(id)))
        continue;
      for (const std::string& next : told.becomes) {
        announced_[{claim.document, claim.attribute}].insert(
            absl::StrCat(claim.attribute, ".", rule->path_of(next)));
      }
    }
  }
}

bool Announced::comes_true(const Claim& a, const Claim& b) const { return follows(a, b) || follows(b, a); }

bool Announced::follows(const Claim& before, const Claim& after) const {
  const auto* state = std::get_if<State>(&after.value);
  const auto& early = report_.documents[before.document].metadata.published;
  const auto& late = report_.documents[after.document].metadata.published;
  if (!state) return false;
  const bool before_it = early && late && early.value.local < late.value.local;
  const bool behind_it = early && late && late.value.local < early.value.local;
  const bool to_come =
      after.qualifiers.modality == Modality::planned;  // "postponed", "will be held on Friday"
  if (!before_it && (behind_it || !to_come)) return false;
  const auto known = announced_.find({before.document, before.attribute});
  return known != announced_.end() && known->second.contains(state->event);
}

}  // namespace crosscheck
