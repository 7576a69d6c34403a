#include "rules/concept_tree.h"

#include <algorithm>

namespace crosscheck {

ConceptTree::ConceptTree(const std::vector<Entry>& entries) {
  for (const auto& [name, broader] : entries) {
    names_.push_back(name);
    names_.insert(names_.end(), broader->begin(), broader->end());
  }
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  numbers_.reserve(names_.size());
  for (ConceptNumber n = 0; n < names_.size(); ++n) numbers_.emplace(names_[n], n);

  constexpr size_t kNoEntry = ~size_t{0};
  std::vector<size_t> first(names_.size(), kNoEntry);  // by number: its entry for the narrower ones
  std::vector<std::vector<ConceptNumber>> all(names_.size());
  for (size_t e = 0; e < entries.size(); ++e) {
    const ConceptNumber n = number(entries[e].first);
    if (first[n] == kNoEntry) first[n] = e;
    for (const std::string& name : *entries[e].second) all[n].push_back(number(name));
  }
  std::vector<uint32_t> seen(names_.size(), kNoConcept);
  for (ConceptNumber n = 0; n < names_.size(); ++n) {
    from_.push_back(static_cast<uint32_t>(broader_.size()));
    std::vector<ConceptNumber> todo = all[n];
    while (!todo.empty()) {
      const ConceptNumber next = todo.back();
      todo.pop_back();
      if (seen[next] == n) continue;
      seen[next] = n;
      broader_.push_back(next);
      if (first[next] == kNoEntry) continue;
      for (const std::string& name : *entries[first[next]].second) todo.push_back(number(name));
    }
    std::sort(broader_.begin() + from_[n], broader_.end());
  }
  from_.push_back(static_cast<uint32_t>(broader_.size()));
}

ConceptNumber ConceptTree::number(absl::string_view name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? kNoConcept : found->second;
}

absl::Span<const ConceptNumber> ConceptTree::broader(ConceptNumber one) const {
  if (one >= names_.size()) return {};
  return absl::MakeConstSpan(broader_).subspan(from_[one], from_[one + 1] - from_[one]);
}

bool ConceptTree::is_a(ConceptNumber one, ConceptNumber other) const {
  if (one == kNoConcept) return false;
  if (one == other) return true;
  const absl::Span<const ConceptNumber> all = broader(one);
  return std::find(all.begin(), all.end(), other) != all.end();
}

bool ConceptTree::is_a(ConceptNumber one, absl::string_view other) const {
  if (one == kNoConcept) return false;
  if (names_[one] == other) return true;
  const absl::Span<const ConceptNumber> all = broader(one);
  return std::any_of(all.begin(), all.end(), [&](ConceptNumber n) { return names_[n] == other; });
}

}  // namespace crosscheck
