// All that is known before an article is read: languages, concepts, roles, entities and rules, compiled once
// from YAML and then immutable, safe for all threads. Files are found by their folder:
//
//   lang/<code>/*.yaml      words of one language            (language.h)
//   core/units.yaml         units and what they are in SI units
//   concepts/*.yaml         what attributes and events are about
//   roles/*.yaml            posts that people hold
//   entities/*.yaml         known people, organisations and places
//   packs/<topic>/*.yaml    rules                             (rule.h)
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "base/embedded.h"
#include "crosscheck/problem.h"
#include "rules/concept_tree.h"
#include "rules/language.h"

namespace crosscheck {

struct Pattern;
struct Rule;

// concepts/*.yaml:
//   employee:
//     is: person                # broader concepts
//     fr: [employé/n, salarié/n]
//     en: [employee/n, staff]
//     label: {fr: salariés, en: employees}   # how reports call it; the first phrase when left out
struct Concept {
  std::string id;
  std::vector<std::string> is;
  std::map<std::string, std::string> label;  // by language
};

// roles/*.yaml:
//   chief-executive:
//     of: organisation          # what the post belongs to: organisation, place, person, none
//     unique: true              # one holder at a time
//     is: executive             # broader roles
//     sole: true                # whoever holds one of the narrower roles holds no other of them
//     fr: [PDG, directeur général, …]
//     en: [CEO, chief executive, …]
struct RoleEntry {
  std::string id;
  std::string of;
  bool unique = false;
  bool sole = false;
  std::vector<std::string> is;
  std::map<std::string, std::string> label;
};

// entities/*.yaml:
//   microsoft:
//     type: organisation        # person, organisation, place
//     is: outlet                # what kind of one: outlet, agency, country, city, …
//     name: Microsoft
//     names: [Microsoft Corp., Microsoft Corporation]    # in any language
//     fr: [la firme de Redmond]                          # in one language
struct EntityEntry {
  std::string id;
  std::string type;
  std::string name;
  std::vector<std::string> is;
};

// core/units.yaml:
//   mile: {base: meter, factor: 1609.344}      # one of it in SI units; `offset` is added, for temperatures
struct UnitEntry {
  std::string id;  // CLDR unit identifier
  std::string base;
  Decimal factor;
  Decimal offset;
};

struct RuleFile {
  std::string path;   // as shown in messages: "rules/lang/fr/numbers.yaml"
  std::string place;  // relative to the rules folder: "lang/fr/numbers.yaml"
  std::string bytes;
  const EmbeddedFile* embedded = nullptr;  // a shipped file; its bytes stand there and it is parsed already

  absl::string_view text() const { return embedded ? embedded->bytes : absl::string_view(bytes); }
};

// What is made of the shipped rules when the program is built, as compiling them at each start would cost
// more than checking a few articles (docs/decisions/start-up.md).
struct PreparedRules {
  std::string digest;
  std::map<std::string, absl::string_view> words;  // of each language: Language::words_image()
};

class Rulebook {
 public:
  // Files in any order. Errors are collected; with any error the rulebook must not be used. `prepared`, of
  // the shipped files among them, is used where all others hold rules only; it must outlive the rulebook and
  // changes nothing but the time it takes.
  static std::shared_ptr<const Rulebook> compile(std::vector<RuleFile> files, Problems* problems,
                                                 const PreparedRules* prepared = nullptr);
  Rulebook();
  ~Rulebook();

  // The language of that code; nullptr when there is no such folder.
  const Language* language(absl::string_view code) const;
  const std::vector<std::unique_ptr<Language>>& languages() const { return languages_; }

  const Concept* concept_of(absl::string_view id) const;
  const RoleEntry* role(absl::string_view id) const;
  const EntityEntry* entity(absl::string_view id) const;
  const UnitEntry* unit(absl::string_view id) const;
  // The known entity whose name has this key (text/look_alike.h); nullptr when there is none.
  const EntityEntry* look_alike(uint64_t key) const;
  // Whether `id` is `ancestor` or something narrower.
  bool is_a(absl::string_view id, absl::string_view ancestor) const;

  const std::vector<std::unique_ptr<Rule>>& rules() const { return rules_; }
  const Rule* rule(absl::string_view id) const;
  // Patterns that can match only where this concept, or a narrower one, stands or is counted; and those that
  // need none.
  struct Trigger {
    const Rule* rule = nullptr;
    const Pattern* pattern = nullptr;
    uint32_t order = 0;  // by id of the rule, then as its patterns are written; no two have the same
  };
  absl::Span<const Trigger> triggered_by(ConceptNumber one) const { return triggers_[one]; }
  absl::Span<const Trigger> untriggered() const { return untriggered_; }
  // The broader role of which a person holds one narrower one at a time; nullptr when there is none.
  const RoleEntry* sole_post(absl::string_view role) const;
  // Rules that read a moment by the deed that governs it, by id.
  const std::vector<const Rule*>& deed_rules() const { return deed_rules_; }
  // Concepts and roles with what is broader.
  const ConceptTree& tree() const { return tree_; }
  // SHA-256 over the places and bytes of all files, first 16 hex digits.
  const std::string& digest() const { return digest_; }

 private:
  friend class RulebookBuilder;
  std::vector<std::unique_ptr<Language>> languages_;  // by code
  absl::flat_hash_map<std::string, Concept> concepts_;
  absl::flat_hash_map<std::string, RoleEntry> roles_;
  absl::flat_hash_map<std::string, EntityEntry> entities_;
  absl::flat_hash_map<std::string, UnitEntry> units_;
  absl::flat_hash_map<uint64_t, std::string> look_alikes_;  // by key of the name: id of the entity
  ConceptTree tree_;
  std::vector<std::unique_ptr<Rule>> rules_;  // by id
  absl::flat_hash_map<std::string, const Rule*> rule_by_id_;
  std::vector<std::vector<Trigger>> triggers_;  // by number of the concept
  std::vector<Trigger> untriggered_;
  std::vector<const Rule*> deed_rules_;
  std::string digest_;
};

}  // namespace crosscheck
