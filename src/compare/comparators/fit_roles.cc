// Synonymous titles are one role already; a broader role ("minister") agrees with a narrower one. Two
// different roles may both be true of a person, unless they are rivals: ranks, or posts of one court.
#include <algorithm>
#include <set>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
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

// "NDRRMC" for "National Disaster Risk Reduction and Management Council", of which an article may tell the
// first words alone.
bool is_short_for(absl::string_view acronym, absl::string_view name) {
  constexpr size_t kShortest = 3;
  std::string initials;
  for (const absl::string_view word : absl::StrSplit(name, ' ', absl::SkipEmpty())) {
    if (absl::ascii_isupper(static_cast<unsigned char>(word.front()))) initials += word.front();
  }
  return initials.size() >= kShortest && absl::StartsWith(acronym, initials);
}

// "Guihulngan" and "Guihulngan City"
bool begins_with(absl::string_view longer, absl::string_view shorter) {
  return absl::ConsumePrefix(&longer, shorter) && absl::StartsWith(longer, " ");
}

bool may_be_one_organisation(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b || begins_with(a, b) || begins_with(b, a) || is_short_for(a, b) ||
         is_short_for(b, a);
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
  if (!may_be_one_organisation(a.organisation, b.organisation)) return Fit::unknown;
  if (rulebook.is_a(a.role, b.role) || rulebook.is_a(b.role, a.role)) return Fit::agree;
  if (a.status != RoleStatus::current || b.status != RoleStatus::current) return Fit::unknown;
  return rival_post(a, b, rulebook) ? Fit::conflict : Fit::unknown;
}

}  // namespace crosscheck
