// Whose figure, date or deed it is. Searched from the surest place to the weakest; what is not found stays
// absent.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claim/context.h"
#include "claim/matcher.h"
#include "crosscheck/claim.h"

namespace crosscheck {

struct Owner {
  std::string id;
  std::string name;
  SubjectFrom from = SubjectFrom::absent;
  uint32_t mention = kNone;
};

// The subject of type `type` (Rule::subject) for a claim whose value or trigger covers tokens [first, last),
// with the noun that is counted ending at `noun_end`. Coordinated persons ("A et B ont …") are all returned;
// one absent owner when nobody is found. The main organisation of the article stands in only for figures,
// when `document_wide`.
std::vector<Owner> find_owners(const ClaimContext& context, absl::string_view type, const PatternMatch& match,
                               uint32_t first, uint32_t last, uint32_t noun_end, bool document_wide);

// Whom a deed concerns, where no slot of its pattern tells: the last name of type `type` before it in its
// clause.
Owner find_object_before(const ClaimContext& context, absl::string_view type, const PatternMatch& match);

// The entity that a mention names, as an owner; roles name their person.
Owner owner_of(const ClaimContext& context, uint32_t mention, SubjectFrom from);

// Notes in the claim whose it is, and where that was found.
void set_owner(const Owner& owner, Claim* claim);

}  // namespace crosscheck
