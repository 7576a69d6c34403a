// Compiles the files of a rulebook; what it reads is told by topic: languages (rulebook_languages.cc), units,
// concepts, roles and entities (rulebook_entries.cc), rules and what hangs on them (rulebook_rules.cc).
// Only for those files: others call Rulebook::compile.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "base/yaml.h"
#include "rules/insertions.h"
#include "rules/rule.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Reads the files in the order in which one needs the other: languages, then words of languages, then
// concepts, roles and entities with their words, then rules, and last what points from one to another.
class RulebookBuilder {
 public:
  RulebookBuilder(Rulebook* book, Problems* problems, const PreparedRules* prepared)
      : book_(*book), problems_(problems), prepared_(prepared) {}

  void build(std::vector<RuleFile> files);

 private:
  void settle_prepared(const std::vector<RuleFile>& files);
  void freeze(Language* language);

  struct Parsed {
    std::vector<std::string> parts;  // "lang", "fr", "numbers.yaml"
    std::unique_ptr<YamlFile> yaml;
  };

  // A reference that can be checked only once all files are read.
  struct Reference {
    YamlNode node;
    std::string concept_id;
  };

  using Reader = void (RulebookBuilder::*)(const Parsed&);

  void each(absl::string_view folder, absl::string_view file, Reader read);

  Language* language(const std::string& code);
  void read_language(const Parsed& file);
  void read_inflection(const Parsed& file);
  std::string ending_text(const YamlNode& node);
  std::vector<std::string> ending_texts(const YamlNode& node);
  void read_words(const Parsed& file);
  void read_sense(Language* of, Category category, const YamlNode& value, const YamlNode& phrases);

  std::string add_phrases(Language* of, Category category, const std::string& symbol, Decimal number,
                          const YamlNode& phrases);
  std::map<std::string, std::string> add_by_language(Category category, const std::string& id,
                                                     const YamlNode& node);

  template <typename Entry>
  Entry* add_entry(absl::flat_hash_map<std::string, Entry>* table, const YamlNode& key,
                   absl::string_view what) {
    const std::string id = key.text(problems_);
    const auto [place, fresh] = table->try_emplace(id);
    if (fresh) {
      place->second.id = id;
      return &place->second;
    }
    const auto& [file, line] = first_place_[absl::StrCat(what, " ", id)];
    key.report(absl::StrCat("the ", what, " '", id, "' is defined twice, in ", file ? file->path() : "", ":",
                            line, " too"),
               "merge the two, or rename one", problems_);
    return nullptr;
  }

  void remember(absl::string_view what, const YamlNode& key, const Parsed& file);
  void expect_keys(const YamlNode& node, std::vector<absl::string_view> known);
  static std::string join(const std::vector<absl::string_view>& words);

  void read_units(const Parsed& file);
  Decimal decimal(const YamlNode& node);
  void read_concepts(const Parsed& file);
  void read_roles(const Parsed& file);
  void read_entities(const Parsed& file);

  void read_rules(const Parsed& file);
  void refer(const Pattern& pattern, const YamlNode& rule);
  void refer(const std::vector<PatternItem>& items, const YamlNode& rule);
  void index(const Rule& rule, const Pattern& pattern);
  void check_references();
  void number_concepts();
  void index_rules();

  Rulebook& book_;
  Problems* problems_;
  const PreparedRules* prepared_;
  std::vector<Parsed> files_;
  std::vector<Reference> references_;
  std::map<const Language*, Insertions> insertions_;
  uint32_t patterns_ = 0;                                                          // that have been indexed
  absl::flat_hash_map<std::string, std::pair<const YamlFile*, int>> first_place_;  // file and line
};

}  // namespace crosscheck
