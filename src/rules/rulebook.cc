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
const EntityEntry* Rulebook::look_alike(uint64_t key) const {
  const auto found = look_alikes_.find(key);
  return found == look_alikes_.end() ? nullptr : entity(found->second);
}

const UnitEntry* Rulebook::unit(absl::string_view id) const { return look_up(units_, id); }

bool Rulebook::is_a(absl::string_view id, absl::string_view ancestor) const {
  return id == ancestor || tree_.is_a(tree_.number(id), ancestor);
}

const RoleEntry* Rulebook::sole_post(absl::string_view role) const {
  for (const ConceptNumber broader : tree_.broader(tree_.number(role))) {
    const RoleEntry* entry = this->role(tree_.name(broader));
    if (entry && entry->sole) return entry;  // the smallest id
  }
  return nullptr;
}

const Rule* Rulebook::rule(absl::string_view id) const {
  const auto found = rule_by_id_.find(id);
  return found == rule_by_id_.end() ? nullptr : found->second;
}

}  // namespace crosscheck
