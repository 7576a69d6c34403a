// A state against its denial, or against another one that excludes it; and names of one thing.
#include <algorithm>
#include <optional>

#include "absl/strings/match.h"
#include "compare/comparators/fit.h"
#include "compare/split_told.h"

namespace crosscheck {
namespace {

// "cause.technical" and "cause.technical.brakes".
bool is_within(const State& narrow, const State& broad) {
  return narrow.event.size() > broad.event.size() && absl::StartsWith(narrow.event, broad.event) &&
         narrow.event[broad.event.size()] == '.';
}

// What is of one kind is of the broader one too: who denies the broad one denies it.
Fit fit_nested(const State& narrow, const State& broad) {
  if (narrow.polarity != Polarity::affirmed) return Fit::unknown;
  return broad.polarity == Polarity::affirmed ? Fit::agree : Fit::conflict;
}

// The votes of two bodies, a council's and its members': their sizes are far apart.
bool of_two_bodies(const State& a, const State& b) {
  constexpr int kPercent = 125;
  const std::optional<SplitTold> x = split_told(a.event), y = split_told(b.event);
  if (!x || !y || x->game || y->game) return false;
  return 100 * std::max(x->voters(), y->voters()) > kPercent * std::min(x->voters(), y->voters());
}

}  // namespace

// What is denied of one state says nothing of another: who was not arrested may be dead.
Fit fit_states(const State& a, const State& b) {
  if (a.event == b.event) return a.polarity == b.polarity ? Fit::agree : Fit::conflict;
  if (is_within(a, b)) return fit_nested(a, b);
  if (is_within(b, a)) return fit_nested(b, a);
  const bool told = a.polarity == Polarity::affirmed && b.polarity == Polarity::affirmed;
  return told && !of_two_bodies(a, b) ? Fit::conflict : Fit::unknown;
}

// A town lies in a country, a street in a town: names of two kinds, or of one known and one unknown kind, may
// both be true.
Fit fit_names(const EntityName& a, const EntityName& b, const Rulebook& rulebook) {
  if (a.id == b.id) return Fit::agree;
  const EntityEntry* x = rulebook.entity(a.id);
  const EntityEntry* y = rulebook.entity(b.id);
  if (!x != !y) return Fit::unknown;
  return !x || x->is == y->is ? Fit::conflict : Fit::unknown;
}

}  // namespace crosscheck
