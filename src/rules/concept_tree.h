// Concepts and roles by number, with all that is broader: whether a nurse is a person takes no search by
// name.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace crosscheck {

using ConceptNumber = uint32_t;
constexpr ConceptNumber kNoConcept = 0xFFFFFFFF;

// Immutable once built. Numbers follow the order of the names, so that the same rules have the same numbers.
class ConceptTree {
 public:
  // A name with those of the next broader ones.
  using Entry = std::pair<absl::string_view, const std::vector<std::string>*>;

  ConceptTree() = default;
  // The names must outlive the tree. Where a name comes twice, the first entry tells what is broader than it
  // for the narrower ones. A loop ends where it meets itself.
  explicit ConceptTree(const std::vector<Entry>& entries);

  size_t size() const { return names_.size(); }
  // kNoConcept for an unknown name.
  ConceptNumber number(absl::string_view name) const;
  absl::string_view name(ConceptNumber one) const { return names_[one]; }
  // All that are broader, near and far, ascending; none for kNoConcept.
  absl::Span<const ConceptNumber> broader(ConceptNumber one) const;
  // Whether `one` is `other` or something narrower; kNoConcept is nothing.
  bool is_a(ConceptNumber one, ConceptNumber other) const;
  bool is_a(ConceptNumber one, absl::string_view other) const;

 private:
  std::vector<absl::string_view> names_;  // by number
  absl::flat_hash_map<absl::string_view, ConceptNumber> numbers_;
  std::vector<ConceptNumber> broader_;
  std::vector<uint32_t> from_;  // by number, and one for the end: where its broader ones begin
};

}  // namespace crosscheck
