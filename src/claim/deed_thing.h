// What a deed befalls: the object of its verb, the complement of its noun, what a participle or a relative
// clause hangs on, else its subject; for a pronoun, the only such thing of the sentence before.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claim/context.h"

namespace crosscheck {

// The word for a thing below one of the concepts `broad` that the deed is told of; nullptr when none is, or
// several could be.
const Hit* find_thing(const ClaimContext& context, const Hit& deed,
                      const std::vector<absl::string_view>& broad);

// The name that the thing has: "la piscine de Velmar", "le ferry Kerdal", "la ligne E". Empty when it has
// none.
struct ThingName {
  std::string id;
  std::string name;
};
ThingName name_of_thing(const ClaimContext& context, const Hit& thing);

}  // namespace crosscheck
