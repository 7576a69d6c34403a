// Synonymous titles are one role already; a broader role ("minister") agrees with a narrower one. Two
// different roles may both be true of a person.
#include "compare/comparators/fit.h"

namespace crosscheck {

Fit fit_roles(const Role& a, const Role& b, const Rulebook& rulebook) {
  if (!rulebook.is_a(a.role, b.role) && !rulebook.is_a(b.role, a.role)) return Fit::unknown;
  if (!a.organisation.empty() && !b.organisation.empty() && a.organisation != b.organisation)
    return Fit::unknown;
  return Fit::agree;
}

}  // namespace crosscheck
