#include "rules/rulebook.h"

#include <nettle/sha2.h>

#include <algorithm>
#include <map>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "base/yaml.h"
#include "rules/insertions.h"
#include "rules/rule.h"
#include "text/look_alike.h"

namespace crosscheck {
namespace {

std::string digest_of(const std::vector<RuleFile>& files) {
  sha256_ctx context;
  sha256_init(&context);
  for (const RuleFile& file : files) {
    sha256_update(&context, file.place.size() + 1, reinterpret_cast<const uint8_t*>(file.place.c_str()));
    sha256_update(&context, file.text().size(), reinterpret_cast<const uint8_t*>(file.text().data()));
  }
  uint8_t bytes[8];
  sha256_digest(&context, sizeof bytes, bytes);
  std::string out;
  for (const uint8_t byte : bytes) absl::StrAppendFormat(&out, "%02x", byte);
  return out;
}

}  // namespace

// Reads the files in the order in which one needs the other: languages, then words of languages, then
// concepts, roles and entities with their words, then rules, and last what points from one to another.
class RulebookBuilder {
 public:
  RulebookBuilder(Rulebook* book, Problems* problems, const PreparedRules* prepared)
      : book_(*book), problems_(problems), prepared_(prepared) {}

  void build(std::vector<RuleFile> files) {
    std::sort(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) {
      return std::tie(a.place, a.path) < std::tie(b.place, b.path);
    });
    settle_prepared(files);
    for (RuleFile& file : files) {
      Parsed parsed;
      parsed.parts = absl::StrSplit(file.place, '/');
      parsed.yaml = std::make_unique<YamlFile>(
          file.embedded && !file.embedded->image.empty()
              ? YamlFile::from_image(file.path, file.embedded->bytes, file.embedded->image)
              : YamlFile::parse(file.path, std::string(file.text()), problems_));
      if (parsed.yaml->root()) files_.push_back(std::move(parsed));
    }
    each("lang", "language.yaml", &RulebookBuilder::read_language);
    each("lang", "inflection.yaml", &RulebookBuilder::read_inflection);
    if (!prepared_) each("lang", "", &RulebookBuilder::read_words);
    each("core", "units.yaml", &RulebookBuilder::read_units);
    each("concepts", "", &RulebookBuilder::read_concepts);
    each("roles", "", &RulebookBuilder::read_roles);
    each("entities", "", &RulebookBuilder::read_entities);
    each("packs", "", &RulebookBuilder::read_rules);
    for (const auto& built : book_.languages_) freeze(built.get());
    link_ancestors();
    check_references();
    std::sort(book_.rules_.begin(), book_.rules_.end(),
              [](const auto& a, const auto& b) { return a->id < b->id; });
    for (const auto& rule : book_.rules_) {
      for (const Pattern& pattern : rule->patterns) index(*rule, pattern);
    }
  }

 private:
  // What was prepared holds as long as nobody adds words to it.
  void settle_prepared(const std::vector<RuleFile>& files) {
    const bool own =
        std::any_of(files.begin(), files.end(), [](const RuleFile& file) { return !file.embedded; });
    const bool own_words = std::any_of(files.begin(), files.end(), [](const RuleFile& file) {
      return !file.embedded && !absl::StartsWith(file.place, "packs/");
    });
    book_.digest_ = prepared_ && !own ? prepared_->digest : digest_of(files);
    if (own_words) prepared_ = nullptr;
  }

  void freeze(Language* language) {
    if (!prepared_) return language->lexicon.freeze();
    const auto words = prepared_->words.find(language->code);
    if (words != prepared_->words.end()) language->use_words(words->second);
  }

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

  void each(absl::string_view folder, absl::string_view file, Reader read) {
    for (const Parsed& parsed : files_) {
      if (parsed.parts.size() < 2 || parsed.parts[0] != folder) continue;
      const std::string& name = parsed.parts.back();
      const bool settings = folder == "lang" && (name == "language.yaml" || name == "inflection.yaml");
      if (file.empty() ? !settings : name == file) (this->*read)(parsed);
    }
  }

  Language* language(const std::string& code) {
    for (const auto& known : book_.languages_) {
      if (known->code == code) return known.get();
    }
    return nullptr;
  }

  void read_language(const Parsed& file) {
    const YamlNode root = file.yaml->root();
    root.expect_keys(
        {"code", "name", "decimal", "group", "stemmer", "date_order", "head", "plurals", "future_endings",
         "past_endings", "participle_endings", "joined_numbers", "elisions", "clitics"},
        problems_);
    auto built = std::make_unique<Language>();
    built->code = root.at("code").text(problems_);
    built->name = root.at("name").text(problems_);
    if (built->code != file.parts[1]) {
      root.at("code").report(
          absl::StrCat("the code '", built->code, "' is not the name of its folder, '", file.parts[1], "'"),
          "make the two equal", problems_);
    }
    if (root.at("decimal")) built->decimal = root.at("decimal").text(problems_);
    if (root.at("joined_numbers")) built->joined_numbers = root.at("joined_numbers").boolean(problems_);
    if (root.at("stemmer")) built->stemmer = root.at("stemmer").text(problems_);
    if (root.at("date_order")) built->date_order = root.at("date_order").text(problems_);
    if (root.at("head")) built->head_last = root.at("head").text(problems_) == "last";
    built->plurals = root.at("plurals").texts(problems_);
    built->future_endings = root.at("future_endings").texts(problems_);
    // Endings of all tenses share one list: a mark before the others tells them apart.
    for (const std::string& ending : root.at("past_endings").texts(problems_))
      built->future_endings.push_back(absl::StrCat("<", ending));
    for (const std::string& ending : root.at("participle_endings").texts(problems_))
      built->future_endings.push_back(absl::StrCat("+", ending));
    built->groups = root.at("group").texts(problems_);
    for (const std::string& part : root.at("elisions").texts(problems_)) {
      built->apostrophes.elisions.insert(hash_folded(fold(part)));
    }
    for (const std::string& part : root.at("clitics").texts(problems_)) {
      built->apostrophes.clitics.insert(hash_folded(fold(part)));
    }
    book_.languages_.push_back(std::move(built));
  }

  void read_inflection(const Parsed& file) {
    Language* of = language(file.parts[1]);
    if (!of) return;
    const YamlNode root = file.yaml->root();
    root.expect_keys({"noun", "verb", "openers", "inserted"}, problems_);
    insertions_[of] = {root.at("openers").texts(problems_), root.at("inserted").texts(problems_)};
    for (const auto& [part, target] :
         {std::pair{"noun", &of->inflections.noun}, std::pair{"verb", &of->inflections.verb}}) {
      const YamlNode node = root.at(part);
      node.expect_keys({"endings", "irregular"}, problems_);
      for (const auto& [ending, forms] : node.at("endings").entries(problems_)) {
        target->endings.emplace_back(ending_text(ending), ending_texts(forms));
      }
      std::stable_sort(target->endings.begin(), target->endings.end(),
                       [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
      for (const auto& [word, forms] : node.at("irregular").entries(problems_)) {
        target->irregular[fold(word.text(problems_))] = forms.texts(problems_);
      }
    }
  }

  // An ending may be empty, which YAML calls null.
  std::string ending_text(const YamlNode& node) {
    return node.type() == YamlNode::Type::null ? "" : node.text(problems_);
  }
  std::vector<std::string> ending_texts(const YamlNode& node) {
    std::vector<std::string> out;
    for (const YamlNode& item : node.items(problems_)) out.push_back(ending_text(item));
    return out;
  }

  void read_words(const Parsed& file) {
    Language* of = language(file.parts[1]);
    if (!of) {
      file.yaml->root().report(absl::StrCat("the folder '", file.parts[1], "' has no language.yaml"),
                               "add one with code and name", problems_);
      return;
    }
    for (const auto& [name, values] : file.yaml->root().entries(problems_)) {
      const std::string word = name.text(problems_);
      const std::optional<Category> category = category_of(word);
      if (!category) {
        name.report(absl::StrCat("the category '", word, "' is not known"),
                    "see the list in src/rules/category.h", problems_);
        continue;
      }
      for (const auto& [value, phrases] : values.entries(problems_))
        read_sense(of, *category, value, phrases);
    }
  }

  void read_sense(Language* of, Category category, const YamlNode& value, const YamlNode& phrases) {
    const std::string symbol = value.text(problems_);
    Decimal number;
    if (payload_type(category) == PayloadType::number) {
      const std::optional<Decimal> parsed = Decimal::parse(symbol);
      if (!parsed) {
        value.report(absl::StrCat("'", symbol, "' is no number, as ", category_name(category), " wants"),
                     "write a number such as 7 or 1e6", problems_);
        return;
      }
      number = *parsed;
    }
    add_phrases(of, category, symbol, number, phrases);
  }

  // Returns the first plain phrase, which people are shown.
  std::string add_phrases(Language* of, Category category, const std::string& symbol, Decimal number,
                          const YamlNode& phrases) {
    std::string first;
    for (const YamlNode& item : phrases.items(problems_)) {
      if (prepared_) first = first_phrase(item.text(problems_), of->inflections);
      if (!first.empty() && prepared_) break;
      std::string error;
      const std::vector<std::string> plain = unfold_phrase(item.text(problems_), of->inflections, &error);
      if (!error.empty())
        item.report(absl::StrCat("this phrase cannot be read: ", error), "mend it", problems_);
      if (first.empty() && !plain.empty()) first = plain.front();
      if (prepared_ && !first.empty()) break;
      for (const std::string& phrase : plain) of->add(phrase, category, symbol, number);
      // The number tells them from the phrase itself: a negation put into it denies it.
      for (const std::string& phrase : category == Category::concept_ ? plain : std::vector<std::string>()) {
        for (const std::string& longer : insertions_[of].into(phrase)) of->add(longer, category, symbol, 1);
      }
    }
    return first;
  }

  // The keys of `node` that name a language: its words there. Returns the first phrase by language.
  std::map<std::string, std::string> add_by_language(Category category, const std::string& id,
                                                     const YamlNode& node) {
    std::map<std::string, std::string> first;
    for (const auto& known : book_.languages_) {
      const YamlNode phrases = node.at(known->code);
      if (phrases) first[known->code] = add_phrases(known.get(), category, id, 0, phrases);
    }
    for (const auto& [key, text] : node.at("label").entries(problems_))
      first[key.text(problems_)] = text.text(problems_);
    return first;
  }

  template <typename Entry>
  Entry* add_entry(absl::flat_hash_map<std::string, Entry>* table, const YamlNode& key,
                   absl::string_view what) {
    const std::string id = key.text(problems_);
    Entry entry;
    entry.id = id;
    const auto [place, fresh] = table->try_emplace(id, entry);
    if (fresh) return &place->second;
    key.report(absl::StrCat("the ", what, " '", id, "' is defined twice, in ",
                            first_place_[absl::StrCat(what, " ", id)], " too"),
               "merge the two, or rename one", problems_);
    return nullptr;
  }

  void remember(absl::string_view what, const YamlNode& key, const Parsed& file) {
    first_place_.try_emplace(absl::StrCat(what, " ", key.text(problems_)),
                             absl::StrCat(file.yaml->path(), ":", key.line()));
  }

  // Known keys are the given ones and the codes of the languages.
  void expect_keys(const YamlNode& node, std::vector<absl::string_view> known) {
    for (const auto& built : book_.languages_) known.push_back(built->code);
    for (const auto& [key, value] : node.entries(problems_)) {
      const std::string name = key.text(problems_);
      if (std::find(known.begin(), known.end(), name) == known.end()) {
        key.report(absl::StrCat("the key '", name, "' is not known here"),
                   absl::StrCat("known here are ", join(known)), problems_);
      }
    }
  }

  static std::string join(const std::vector<absl::string_view>& words) {
    std::string out;
    for (const absl::string_view word : words) absl::StrAppend(&out, out.empty() ? "" : ", ", word);
    return out;
  }

  void read_units(const Parsed& file) {
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

  Decimal decimal(const YamlNode& node) {
    const std::string text = node.text(problems_);
    const std::optional<Decimal> value = Decimal::parse(text);
    if (!value && !text.empty())
      node.report(absl::StrCat("'", text, "' is no number"), "write a number such as 1609.344", problems_);
    return value.value_or(Decimal(0));
  }

  void read_concepts(const Parsed& file) {
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

  void read_roles(const Parsed& file) {
    for (const auto& [key, node] : file.yaml->root().entries(problems_)) {
      RoleEntry* entry = add_entry(&book_.roles_, key, "role");
      remember("role", key, file);
      if (!entry) continue;
      expect_keys(node, {"of", "unique", "is", "label"});
      if (node.at("of")) entry->of = node.at("of").text(problems_);
      if (node.at("unique")) entry->unique = node.at("unique").boolean(problems_);
      entry->is = node.at("is").texts(problems_);
      entry->label = add_by_language(Category::role, entry->id, node);
    }
  }

  void read_entities(const Parsed& file) {
    for (const auto& [key, node] : file.yaml->root().entries(problems_)) {
      EntityEntry* entry = add_entry(&book_.entities_, key, "entity");
      remember("entity", key, file);
      if (!entry) continue;
      expect_keys(node, {"type", "name", "names", "is", "label"});
      entry->type = node.at("type").text(problems_);
      entry->name = node.at("name").text(problems_);
      entry->is = node.at("is").texts(problems_);
      book_.skeletons_.try_emplace(look_alike_skeleton(entry->name), entry->id);
      if (prepared_) continue;  // the rest are words
      for (const auto& built : book_.languages_) {
        add_phrases(built.get(), Category::entity, entry->id, 0, node.at("name"));
        add_phrases(built.get(), Category::entity, entry->id, 0, node.at("names"));
      }
      add_by_language(Category::entity, entry->id, node);
    }
  }

  void read_rules(const Parsed& file) {
    for (const auto& [key, node] : file.yaml->root().entries(problems_)) {
      const std::string id = key.text(problems_);
      if (const Rule* known = book_.rule(id)) {
        key.report(
            absl::StrCat("the rule '", id, "' is defined twice, in ", known->path, ":", known->line, " too"),
            "rename one of the two", problems_);
        continue;
      }
      auto rule = std::make_unique<Rule>(read_rule(id, file.yaml->path(), node, problems_));
      rule->line = key.line();
      if (rule->attribute.empty()) node.report("a rule names its attribute", "add attribute: …", problems_);
      if (const size_t at = rule->attribute.find('@'); at != std::string::npos)
        references_.push_back({node.at("attribute"), rule->attribute.substr(at + 1)});
      for (const Pattern& pattern : rule->patterns) refer(pattern, node);
      for (const Pattern& pattern : rule->required) refer(pattern, node);
      for (const Guard& guard : rule->guards) {
        for (const Pattern& pattern : guard.patterns) refer(pattern, node);
      }
      book_.rule_by_id_[id] = rule.get();
      book_.rules_.push_back(std::move(rule));
    }
  }

  void refer(const Pattern& pattern, const YamlNode& rule) {
    for (const PatternPart& part : pattern.parts) refer(part.items, rule);
  }
  void refer(const std::vector<PatternItem>& items, const YamlNode& rule) {
    for (const PatternItem& item : items) {
      if (item.kind == PatternItem::Kind::concept_word) references_.push_back({rule, item.text});
      if (!item.counted.empty()) references_.push_back({rule, item.counted});
      for (const auto& choice : item.choices) refer(choice, rule);
    }
  }

  // Hangs a pattern on a concept that it cannot do without.
  void index(const Rule& rule, const Pattern& pattern) {
    for (const PatternPart& part : pattern.parts) {
      for (const PatternItem& item : part.items) {
        if (item.optional) continue;
        const std::string& needed = item.kind == PatternItem::Kind::concept_word ? item.text : item.counted;
        if (needed.empty()) continue;
        book_.triggers_[needed].push_back({&rule, &pattern});
        return;
      }
    }
    book_.untriggered_.push_back({&rule, &pattern});
  }

  void check_references() {
    for (const Reference& reference : references_) {
      if (book_.concept_of(reference.concept_id)) continue;
      reference.node.report(absl::StrCat("there is no concept '", reference.concept_id, "'"),
                            "define it in rules/concepts, or mend its name", problems_);
    }
  }

  // The closure of `is`, found by walking up from each concept and role; a loop ends where it meets itself.
  void link_ancestors() {
    std::vector<std::pair<std::string, std::vector<std::string>>> edges;
    for (const auto& [id, entry] : book_.concepts_) edges.emplace_back(id, entry.is);
    for (const auto& [id, entry] : book_.roles_) edges.emplace_back(id, entry.is);
    absl::flat_hash_map<std::string, std::vector<std::string>> up(edges.begin(), edges.end());
    for (const auto& [id, broader] : edges) {
      absl::flat_hash_set<std::string>& all = book_.ancestors_[id];
      std::vector<std::string> todo = broader;
      while (!todo.empty()) {
        const std::string next = std::move(todo.back());
        todo.pop_back();
        if (!all.insert(next).second) continue;
        const auto found = up.find(next);
        if (found != up.end()) todo.insert(todo.end(), found->second.begin(), found->second.end());
      }
    }
  }

  Rulebook& book_;
  Problems* problems_;
  const PreparedRules* prepared_;
  std::vector<Parsed> files_;
  std::vector<Reference> references_;
  std::map<const Language*, Insertions> insertions_;
  absl::flat_hash_map<std::string, std::string> first_place_;
};

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
