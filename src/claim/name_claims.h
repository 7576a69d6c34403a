// How an article spells the names it tells: what copy editors compare. compare/disputed_names keeps those
// that another article spells otherwise.
#pragma once

#include <string>
#include <vector>

#include "claim/context.h"

namespace crosscheck {

struct SpeltName {
  uint32_t mention = kNone;
  std::string key;  // the letters that matter: no accents, capitals, hyphens, "and" and "&"; short given
                    // names in full
};

// The first place of each spelling of each person (of full name), organisation and place, in the order of the
// text.
std::vector<SpeltName> find_spelt_names(const ClaimContext& context);

}  // namespace crosscheck
