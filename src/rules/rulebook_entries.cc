// Units, concepts, roles and entities, with their words in each language.
#include "rules/rulebook_builder.h"
#include "text/look_alike.h"

namespace crosscheck {

void RulebookBuilder::read_units(const Parsed& file) {
  for (const auto& [key, node] : file.yaml->root().entries(problems_)) {
    UnitEntry* entry = add_entry(&book_.units_, key, "unit");
    remember("unit", key, file);
    if (!entry) continue;
    node.expect_keys({"base", "factor", "offset"}, problems_);
    entry->base = node.at("base").text(problems_);
    entry->factor = decimal(node.at("factor"));
    if (node.at("offset")) entry->offset = decimal(node.at("offset"));
  }
}

Decimal RulebookBuilder::decimal(const YamlNode& node) {
  const std::string text = node.text(problems_);
  const std::optional<Decimal> value = Decimal::parse(text);
  if (!value && !text.empty())
    node.report(absl::StrCat("'", text, "' is no number"), "write a number such as 1609.344", problems_);
  return value.value_or(Decimal(0));
}

void RulebookBuilder::read_concepts(const Parsed& file) {
  for (const auto& [key, node] : file.yaml->root().entries(problems_)) {
    Concept* entry = add_entry(&book_.concepts_, key, "concept");
    remember("concept", key, file);
    if (!entry) continue;
    expect_keys(node, {"is", "label"});
    entry->is = node.at("is").texts(problems_);
    for (const YamlNode& broader : node.at("is").items(problems_))
      references_.push_back({broader, broader.text(problems_)});
    entry->label = add_by_language(Category::concept_, entry->id, node);
  }
}

void RulebookBuilder::read_roles(const Parsed& file) {
  for (const auto& [key, node] : file.yaml->root().entries(problems_)) {
    RoleEntry* entry = add_entry(&book_.roles_, key, "role");
    remember("role", key, file);
    if (!entry) continue;
    expect_keys(node, {"of", "unique", "sole", "is", "label"});
    if (node.at("of")) entry->of = node.at("of").text(problems_);
    if (node.at("unique")) entry->unique = node.at("unique").boolean(problems_);
    if (node.at("sole")) entry->sole = node.at("sole").boolean(problems_);
    entry->is = node.at("is").texts(problems_);
    entry->label = add_by_language(Category::role, entry->id, node);
  }
}

void RulebookBuilder::read_entities(const Parsed& file) {
  for (const auto& [key, node] : file.yaml->root().entries(problems_)) {
    EntityEntry* entry = add_entry(&book_.entities_, key, "entity");
    remember("entity", key, file);
    if (!entry) continue;
    expect_keys(node, {"type", "name", "names", "is", "label"});
    entry->type = node.at("type").text(problems_);
    entry->name = node.at("name").text(problems_);
    entry->is = node.at("is").texts(problems_);
    book_.look_alikes_.try_emplace(look_alike_key(entry->name), entry->id);
    if (prepared_) continue;  // the rest are words
    for (const auto& built : book_.languages_) {
      add_phrases(built.get(), Category::entity, entry->id, 0, node.at("name"));
      add_phrases(built.get(), Category::entity, entry->id, 0, node.at("names"));
    }
    add_by_language(Category::entity, entry->id, node);
  }
}

}  // namespace crosscheck
