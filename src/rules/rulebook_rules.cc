// Rules, the concepts on which their patterns hang, and what must hold once all files are read.
#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_split.h"
#include "rules/rulebook_builder.h"

namespace crosscheck {
namespace {

// The concepts of which a sentence must hold one for the item to match there; empty when it can do without.
std::vector<std::string> needed_by(const PatternItem& item) {
  if (item.optional) return {};
  if (item.kind == PatternItem::Kind::concept_word) return {item.text};
  if (item.kind == PatternItem::Kind::slot && !item.counted.empty()) return {item.counted};
  std::vector<std::string> out;
  for (const std::vector<PatternItem>& choice : item.choices) {
    std::vector<std::string> needed;
    for (const PatternItem& inner : choice) {
      if (needed.empty()) needed = needed_by(inner);
    }
    if (needed.empty()) return {};
    out.insert(out.end(), needed.begin(), needed.end());
  }
  return out;
}

}  // namespace

void RulebookBuilder::read_rules(const Parsed& file) {
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
    for (const std::string& topic : rule->topics) references_.push_back({node.at("topic"), topic});
    for (const absl::string_view word : absl::StrSplit(rule->attribute, ' ')) {
      if (const size_t at = word.find('@'); at != absl::string_view::npos)
        references_.push_back({node.at("attribute"), std::string(word.substr(at + 1))});
    }
    if (!rule->deed.empty()) references_.push_back({node.at("deed"), rule->deed});
    if (!rule->thing.empty()) references_.push_back({node.at("thing"), rule->thing});
    for (const Pattern& pattern : rule->patterns) refer(pattern, node);
    for (const Pattern& pattern : rule->required) refer(pattern, node);
    for (const Guard& guard : rule->guards) {
      for (const Pattern& pattern : guard.patterns) refer(pattern, node);
    }
    book_.rule_by_id_[id] = rule.get();
    book_.rules_.push_back(std::move(rule));
  }
}

void RulebookBuilder::refer(const Pattern& pattern, const YamlNode& rule) {
  for (const PatternPart& part : pattern.parts) refer(part.items, rule);
}

void RulebookBuilder::refer(const std::vector<PatternItem>& items, const YamlNode& rule) {
  for (const PatternItem& item : items) {
    if (item.kind == PatternItem::Kind::concept_word) references_.push_back({rule, item.text});
    if (!item.counted.empty()) references_.push_back({rule, item.counted});
    for (const auto& choice : item.choices) refer(choice, rule);
  }
}

// Hangs a pattern on a concept that it cannot do without.
void RulebookBuilder::index(const Rule& rule, const Pattern& pattern) {
  // A word of its own is rarer than what is counted, which is mostly people.
  for (const bool counted : {false, true}) {
    for (const PatternPart& part : pattern.parts) {
      for (const PatternItem& item : part.items) {
        if ((item.kind == PatternItem::Kind::slot) != counted) continue;
        const std::vector<std::string> needed = needed_by(item);
        for (const std::string& id : needed) book_.triggers_[id].push_back({&rule, &pattern});
        if (!needed.empty()) return;
      }
    }
  }
  book_.untriggered_.push_back({&rule, &pattern});
}

void RulebookBuilder::check_references() {
  for (const Reference& reference : references_) {
    if (book_.concept_of(reference.concept_id)) continue;
    reference.node.report(absl::StrCat("there is no concept '", reference.concept_id, "'"),
                          "define it in rules/concepts, or mend its name", problems_);
  }
}

// The closure of `is`, found by walking up from each concept and role; a loop ends where it meets itself.
void RulebookBuilder::link_ancestors() {
  using Broader = std::vector<std::string>;
  std::vector<std::pair<absl::string_view, const Broader*>> edges;
  for (const auto& [id, entry] : book_.concepts_) edges.emplace_back(id, &entry.is);
  for (const auto& [id, entry] : book_.roles_) edges.emplace_back(id, &entry.is);
  const absl::flat_hash_map<absl::string_view, const Broader*> up(edges.begin(), edges.end());
  std::vector<absl::string_view> todo;
  for (const auto& [id, broader] : edges) {
    if (broader->empty()) continue;
    absl::flat_hash_set<std::string>& all = book_.ancestors_[id];
    todo.assign(broader->begin(), broader->end());
    while (!todo.empty()) {
      const absl::string_view next = todo.back();
      todo.pop_back();
      if (!all.insert(std::string(next)).second) continue;
      const auto found = up.find(next);
      if (found != up.end()) todo.insert(todo.end(), found->second->begin(), found->second->end());
    }
  }
}

}  // namespace crosscheck
