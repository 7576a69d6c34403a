// Ages told by their decade: "la quadragénaire", "in his early thirties", "dans la trentaine".
#pragma once

#include <vector>

#include "crosscheck/mention.h"
#include "mention/reader.h"

namespace crosscheck {

void find_age_decades(const Reader& read, std::vector<Mention>* out);

}  // namespace crosscheck
