// Whether a name is a person, an organisation or a place, by all articles of a dossier: what one cannot tell,
// another may.
#pragma once

#include <vector>

#include "resolve/links.h"

namespace crosscheck {

// Types doubtful names that are sure elsewhere, adds them to the mentions of their article, and turns those
// that were typed on weak evidence where others are sure of another kind.
void settle_kinds(const std::vector<NamedText>& articles);

}  // namespace crosscheck
