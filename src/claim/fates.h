// What befalls people: "Nine were hurt" counts people, though no noun says so.
#pragma once

#include "claim/context.h"

namespace crosscheck {

// Whether the figure counts those whom something befell: as the subject of a deed like "to be hurt", or right
// behind one like "to arrest".
bool counts_befallen(const ClaimContext& context, const Mention& figure);

}  // namespace crosscheck
