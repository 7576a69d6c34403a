// A state against its denial, or against another one that excludes it; and names of one thing.
#include "compare/comparators/fit.h"

namespace crosscheck {

// What is denied of one state says nothing of another: who was not arrested may be dead.
Fit fit_states(const State& a, const State& b) {
  if (a.event == b.event) return a.polarity == b.polarity ? Fit::agree : Fit::conflict;
  const bool told = a.polarity == Polarity::affirmed && b.polarity == Polarity::affirmed;
  return told ? Fit::conflict : Fit::unknown;
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
