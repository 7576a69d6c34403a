#include "resolve/links.h"

#include <map>
#include <string>

#include "resolve/entities.h"
#include "resolve/firm_names.h"
#include "resolve/long_names.h"
#include "resolve/name_kinds.h"
#include "resolve/short_names.h"
#include "resolve/spellings.h"

namespace crosscheck {
namespace {

using Aliases = std::map<std::string, std::string>;  // id -> id of the same thing

void give_ids(const Aliases& aliases, const std::vector<NamedText>& articles) {
  if (aliases.empty()) return;
  for (const NamedText& article : articles) {
    for (Mention& mention : *article.mentions) {
      const auto found = aliases.find(mention.entity);
      if (found != aliases.end()) mention.entity = found->second;
    }
  }
}

// "altman" of one article and "sam-altman" of another when only one person of that surname is known.
void link_short_names(const std::vector<NamedText>& articles) {
  ShortNames short_names;
  for (const NamedText& article : articles) {
    for (const Mention& mention : *article.mentions) {
      if (mention.kind == MentionKind::person)
        short_names.add(mention.entity, std::get<EntityName>(mention.value).name);
    }
  }
  for (const NamedText& article : articles) {
    for (Mention& mention : *article.mentions) {
      if (mention.kind == MentionKind::person) {
        const std::string name = std::get<EntityName>(mention.value).name;
        const auto* person = is_full(name) ? nullptr : short_names.only(name);
        if (person) rename(person->first, person->second, &mention);
      } else if (auto* role = std::get_if<Role>(&mention.value); role && !is_full(role->person)) {
        if (const auto* person = short_names.only(role->person))
          mention.entity = person->first, role->person = person->second;
      }
    }
  }
}

// Calls one thing by one name: that of the known entity, else the longest spelling, accents and hyphens
// before none.
void share_names(const Rulebook& rulebook, const std::vector<NamedText>& articles) {
  std::map<std::string, std::string> best;  // id -> name
  for (const NamedText& article : articles) {
    for (const Mention& mention : *article.mentions) {
      if (!is_name(mention)) continue;
      const std::string& name = std::get<EntityName>(mention.value).name;
      std::string& kept = best[mention.entity];
      if (std::pair(name.size(), name) > std::pair(kept.size(), kept)) kept = name;
    }
  }
  for (auto& [id, name] : best) {
    if (const EntityEntry* entity = rulebook.entity(id)) name = entity->name;
  }
  for (const NamedText& article : articles) {
    std::map<std::string, std::string> ids;  // of the article's own names
    for (const Mention& mention : *article.mentions) {
      if (is_name(mention)) ids.try_emplace(slug(std::get<EntityName>(mention.value).name), mention.entity);
    }
    for (Mention& mention : *article.mentions) {
      const auto found = best.find(mention.entity);
      if (found != best.end() && is_name(mention)) rename(found->first, found->second, &mention);
      auto* role = std::get_if<Role>(&mention.value);
      if (role && !role->person.empty() && found != best.end()) role->person = found->second;
      if (!role || role->organisation.empty()) continue;
      const auto id = ids.find(slug(role->organisation));
      if (const auto owner = best.find(id == ids.end() ? slug(role->organisation) : id->second);
          owner != best.end())
        role->organisation = owner->second;
    }
  }
}

void link_dossier(const Rulebook& rulebook, const std::vector<NamedText>& articles) {
  settle_kinds(articles);
  give_ids(find_firm_names(rulebook, articles), articles);
  join_long_names(articles);
  link_short_names(articles);
  give_ids(find_spellings(rulebook, articles), articles);
  share_names(rulebook, articles);
}

}  // namespace

void link_names(const Rulebook& rulebook, const std::vector<NamedText>& articles) {
  std::map<std::string, std::vector<NamedText>> dossiers;
  for (const NamedText& article : articles)
    dossiers[article.text->document->metadata.dossier.value].push_back(article);
  for (const auto& [name, dossier] : dossiers) link_dossier(rulebook, dossier);
}

}  // namespace crosscheck
