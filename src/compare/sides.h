// Within a group: which claims stand side by side, and which sides conflict.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/groups.h"
#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Claims that agree, each with each.
struct Side {
  std::vector<uint32_t> claims;
};

// One finding in the making: a single side, or sides that conflict each with each.
struct Cluster {
  std::vector<Side> sides;
  bool attributed = false;  // each side has a speaker of its own
};

// Every claim of the group is in one side of one cluster. Pairs that look like a conflict but are none leave
// a refusal.
std::vector<Cluster> find_clusters(const Rulebook& rulebook, const Report& report, const Group& group,
                                   std::vector<Refusal>* refusals);

}  // namespace crosscheck
