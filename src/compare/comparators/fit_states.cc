// A state against its denial, or against another one that excludes it; and names of one thing.
#include <algorithm>
#include <optional>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "compare/comparators/fit.h"

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

// How many voted, of a split: 13 of "panel-vote.9-4".
std::optional<int> voters_of(const State& state) {
  const absl::string_view told = absl::string_view(state.event).substr(state.event.find('.') + 1);
  const std::vector<absl::string_view> sides = absl::StrSplit(told, '-');
  int more = 0, less = 0;
  if (sides.size() != 2 || !absl::SimpleAtoi(sides[0], &more) || !absl::SimpleAtoi(sides[1], &less))
    return std::nullopt;
  return more + less;
}

// The votes of two bodies, a council's and its members': their sizes are far apart.
bool of_two_bodies(const State& a, const State& b) {
  constexpr int kPercent = 125;
  const std::optional<int> x = voters_of(a), y = voters_of(b);
  return x && y && 100 * std::max(*x, *y) > kPercent * std::min(*x, *y);
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
