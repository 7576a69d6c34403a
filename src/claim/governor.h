// The noun or deed that an amount is told of: the fine of "une amende de 500 000 euros", the loss of "a $96m
// loss", the speed of "roulait à 140 km/h". Counts have a noun of their own (nouns.h).
#pragma once

#include <cstdint>
#include <string>

#include "claim/context.h"

namespace crosscheck {

struct Governor {
  std::string noun;        // the words, folded; empty when none is told
  std::string concept_id;  // their concept
};

// Of the amount at tokens [first, last): behind it ("$520m reverse fee", "500 euros d'amende"), else before
// it, in its clause, else what its deed is told of, before an insertion or behind a pronoun. What can be
// measured goes before other words.
Governor find_governor(const ClaimContext& context, uint32_t first, uint32_t last);

}  // namespace crosscheck
