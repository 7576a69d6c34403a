// A state that tells how a body split, "panel-vote.9-4", taken apart.
#pragma once

#include <optional>

#include "absl/strings/string_view.h"

namespace crosscheck {

struct SplitTold {
  int more = 0;
  int less = 0;
  bool game = false;  // the score of a match
  int voters() const { return more + less; }
};

// nullopt for any other state; `event` is State::event.
std::optional<SplitTold> split_told(absl::string_view event);

}  // namespace crosscheck
