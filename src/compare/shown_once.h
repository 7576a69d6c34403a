// Two rules may read one conflict from the same words: "a signé la convention" is what became of the paper
// and what the president did. It is shown once, by the rule that comes first; of the other each side stands
// alone.
#pragma once

#include <vector>

#include "compare/conflicts.h"

namespace crosscheck {

void show_once(const Report& report, std::vector<Cluster>* clusters, std::vector<Refusal>* refusals);

}  // namespace crosscheck
