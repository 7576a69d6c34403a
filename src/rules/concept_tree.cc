#include "rules/concept_tree.h"

#include <algorithm>
#include <array>

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

  // Of each entry the numbers of the next broader ones; of each number its entries, of which there may be
  // two.
  constexpr size_t kNoEntry = ~size_t{0};
  std::vector<std::vector<ConceptNumber>> next(entries.size());
  std::vector<std::array<size_t, 2>> entries_of(names_.size(), {kNoEntry, kNoEntry});
  for (size_t e = 0; e < entries.size(); ++e) {
    auto& [first, second] = entries_of[number(entries[e].first)];
    (first == kNoEntry ? first : second) = e;
    next[e].reserve(entries[e].second->size());
    for (const std::string& name : *entries[e].second) next[e].push_back(number(name));
  }
  std::vector<ConceptNumber> seen(names_.size(), kNoConcept), todo;
  for (ConceptNumber n = 0; n < names_.size(); ++n) {
    from_.push_back(static_cast<uint32_t>(broader_.size()));
    const auto go_on = [&](size_t entry) {
      if (entry != kNoEntry) todo.insert(todo.end(), next[entry].begin(), next[entry].end());
    };
    for (const size_t entry : entries_of[n]) go_on(entry);
    while (!todo.empty()) {
      const ConceptNumber up = todo.back();
      todo.pop_back();
      if (seen[up] == n) continue;
      seen[up] = n;
      broader_.push_back(up);
      go_on(entries_of[up][0]);
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
