#include "rules/rulebook.h"

#include "rules/rule.h"
#include "rules/rulebook_builder.h"

namespace crosscheck {

Rulebook::Rulebook() = default;
Rulebook::~Rulebook() = default;

std::shared_ptr<const Rulebook> Rulebook::compile(std::vector<RuleFile> files, Problems* problems,
                                                  const PreparedRules* prepared) {
  auto book = std::make_shared<Rulebook>();
  RulebookBuilder(book.get(), problems, prepared).build(std::move(files));
  return book;
}

namespace {

template <typename Entry>
const Entry* look_up(const absl::flat_hash_map<std::string, Entry>& table, absl::string_view id) {
  const auto found = table.find(id);
  return found == table.end() ? nullptr : &found->second;
}

}  // namespace

const Language* Rulebook::language(absl::string_view code) const {
  for (const auto& known : languages_) {
    if (known->code == code) return known.get();
  }
  return nullptr;
}

const Concept* Rulebook::concept_of(absl::string_view id) const { return look_up(concepts_, id); }
const RoleEntry* Rulebook::role(absl::string_view id) const { return look_up(roles_, id); }
const EntityEntry* Rulebook::entity(absl::string_view id) const { return look_up(entities_, id); }
const EntityEntry* Rulebook::look_alike(absl::string_view skeleton) const {
  const auto found = skeletons_.find(skeleton);
  return found == skeletons_.end() ? nullptr : entity(found->second);
}

const UnitEntry* Rulebook::unit(absl::string_view id) const { return look_up(units_, id); }

bool Rulebook::is_a(absl::string_view id, absl::string_view ancestor) const {
  if (id == ancestor) return true;
  const auto found = ancestors_.find(id);
  return found != ancestors_.end() && found->second.contains(ancestor);
}

const RoleEntry* Rulebook::sole_post(absl::string_view role) const {
  const RoleEntry* out = nullptr;
  for (const std::string& id : ancestors(role)) {
    const RoleEntry* entry = this->role(id);
    if (entry && entry->sole && (!out || entry->id < out->id)) out = entry;
  }
  return out;
}

absl::Span<const Rulebook::Trigger> Rulebook::triggered_by(absl::string_view concept_id) const {
  const auto found = triggers_.find(concept_id);
  return found == triggers_.end() ? absl::Span<const Trigger>() : absl::MakeConstSpan(found->second);
}

const absl::flat_hash_set<std::string>& Rulebook::ancestors(absl::string_view id) const {
  static const auto& none = *new absl::flat_hash_set<std::string>();
  const auto found = ancestors_.find(id);
  return found == ancestors_.end() ? none : found->second;
}

const Rule* Rulebook::rule(absl::string_view id) const {
  const auto found = rule_by_id_.find(id);
  return found == rule_by_id_.end() ? nullptr : found->second;
}

}  // namespace crosscheck
