#include "base/decision_mark.h"

#include "absl/strings/str_join.h"

namespace crosscheck {

std::string decision_mark(const std::optional<Decision>& decision) {
  if (!decision) return "";
  return absl::StrJoin({std::string(to_string(decision->ruling)), decision->value, decision->by, decision->at,
                        decision->note, decision->until},
                       "|");
}

}  // namespace crosscheck
