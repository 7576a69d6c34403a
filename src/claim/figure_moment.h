// Of which moment a figure is that rises and falls while the event lasts: "90,000 homes are still without power",
// "215,000 at the peak".
#pragma once

#include "claim/deed.h"

namespace crosscheck {

// Sets the stage of an amount to `left` or `peak` where words beside it say so; `steps` gets them.
void find_figure_moment(const ClaimContext& context, const Told& told, Qualifiers* out,
                        std::vector<std::string>* steps);

}  // namespace crosscheck
