// Synonymous titles are one role already; a broader role ("minister") agrees with a narrower one. Two
// different roles may both be true of a person, unless they are rivals: ranks, or posts of one court.
#include "compare/comparators/fit.h"

namespace crosscheck {

Fit fit_roles(const Role& a, const Role& b, const Rulebook& rulebook) {
  if (!a.organisation.empty() && !b.organisation.empty() && a.organisation != b.organisation)
    return Fit::unknown;
  if (rulebook.is_a(a.role, b.role) || rulebook.is_a(b.role, a.role)) return Fit::agree;
  if (a.status != RoleStatus::current || b.status != RoleStatus::current) return Fit::unknown;
  const RoleEntry* sole = rulebook.sole_post(a.role);
  return sole && sole == rulebook.sole_post(b.role) ? Fit::conflict : Fit::unknown;
}

}  // namespace crosscheck
