// Synonymous titles are one role already; a broader role ("minister") agrees with a narrower one. Two
// different roles may both be true of a person, unless they are rivals: ranks, or posts of one court.
#include <algorithm>
#include <set>
#include <vector>

#include "compare/comparators/fit.h"

namespace crosscheck {
namespace {

// All that `role` is, by name; a loop ends where it meets itself.
std::set<std::string> broader_posts(const std::string& role, const Rulebook& rulebook) {
  std::set<std::string> out;
  std::vector<std::string> todo = {role};
  while (!todo.empty()) {
    const RoleEntry* entry = rulebook.role(todo.back());
    todo.pop_back();
    if (!entry) continue;
    for (const std::string& id : entry->is) {
      if (out.insert(id).second) todo.push_back(id);
    }
  }
  return out;
}

bool right_below(absl::string_view role, const RoleEntry& sole, const Rulebook& rulebook) {
  const RoleEntry* entry = rulebook.role(role);
  return entry && std::find(entry->is.begin(), entry->is.end(), sole.id) != entry->is.end();
}

// "milieu de terrain" and "capitaine de l'équipe" are both players where a club has players and coaches.
bool in_one_branch(const Role& a, const Role& b, const RoleEntry& sole, const Rulebook& rulebook) {
  if (right_below(a.role, sole, rulebook) && rulebook.is_a(b.role, a.role)) return true;
  for (const std::string& id : broader_posts(a.role, rulebook)) {
    if (right_below(id, sole, rulebook) && rulebook.is_a(b.role, id)) return true;
  }
  return false;
}

}  // namespace

const RoleEntry* rival_post(const Role& a, const Role& b, const Rulebook& rulebook) {
  const RoleEntry* out = nullptr;
  for (const std::string& id : broader_posts(a.role, rulebook)) {
    const RoleEntry* entry = rulebook.role(id);
    if (!entry || !entry->sole || !rulebook.is_a(b.role, id) || in_one_branch(a, b, *entry, rulebook))
      continue;
    if (!out || entry->id < out->id) out = entry;
  }
  return out;
}

Fit fit_roles(const Role& a, const Role& b, const Rulebook& rulebook) {
  if (!a.organisation.empty() && !b.organisation.empty() && a.organisation != b.organisation)
    return Fit::unknown;
  if (rulebook.is_a(a.role, b.role) || rulebook.is_a(b.role, a.role)) return Fit::agree;
  if (a.status != RoleStatus::current || b.status != RoleStatus::current) return Fit::unknown;
  return rival_post(a, b, rulebook) ? Fit::conflict : Fit::unknown;
}

}  // namespace crosscheck
