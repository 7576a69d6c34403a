// Rules, the concepts on which their patterns hang, and what must hold once all files are read.
#include <algorithm>

#include "absl/strings/str_split.h"
#include "rules/pattern_needs.h"
#include "rules/rulebook_builder.h"

namespace crosscheck {

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

// Needs concepts and rules, all of them, and puts the rules in their order.
void RulebookBuilder::index_rules() {
  std::sort(book_.rules_.begin(), book_.rules_.end(),
            [](const auto& a, const auto& b) { return a->id < b->id; });
  book_.triggers_.resize(book_.tree_.size());
  for (const auto& rule : book_.rules_) {
    settle_needs(book_.tree_, &rule->patterns);
    settle_needs(book_.tree_, &rule->required);
    for (Guard& guard : rule->guards) settle_needs(book_.tree_, &guard.patterns);
    for (const std::string& topic : rule->topics) rule->topic_numbers.push_back(book_.tree_.number(topic));
    rule->deed_number = book_.tree_.number(rule->deed);
    if (!rule->deed.empty()) book_.deed_rules_.push_back(rule.get());
    for (const Pattern& pattern : rule->patterns) index(*rule, pattern);
  }
}

// Hangs a pattern on a concept that it cannot do without.
void RulebookBuilder::index(const Rule& rule, const Pattern& pattern) {
  const Rulebook::Trigger trigger{&rule, &pattern, ++patterns_};
  // A word of its own is rarer than what is counted, which is mostly people.
  for (const bool counted : {false, true}) {
    for (const PatternPart& part : pattern.parts) {
      for (const PatternItem& item : part.items) {
        if ((item.kind == PatternItem::Kind::slot) != counted) continue;
        const std::vector<ConceptNumber> needed = needed_by(item);
        for (const ConceptNumber one : needed) book_.triggers_[one].push_back(trigger);
        if (!needed.empty()) return;
      }
    }
  }
  book_.untriggered_.push_back(trigger);
}

void RulebookBuilder::check_references() {
  for (const Reference& reference : references_) {
    if (book_.concept_of(reference.concept_id)) continue;
    reference.node.report(absl::StrCat("there is no concept '", reference.concept_id, "'"),
                          "define it in rules/concepts, or mend its name", problems_);
  }
}

void RulebookBuilder::number_concepts() {
  std::vector<ConceptTree::Entry> entries;
  for (const auto& [id, entry] : book_.concepts_) entries.emplace_back(id, &entry.is);
  for (const auto& [id, entry] : book_.roles_) entries.emplace_back(id, &entry.is);
  book_.tree_ = ConceptTree(entries);
  for (const auto& language : book_.languages_) {
    for (size_t s = 0; s < language->senses.size(); ++s) {
      const Sense& sense = language->senses[s];
      if (sense.category != Category::concept_) continue;
      // Phrases of one concept come one after the other.
      const bool same = s > 0 && language->looks[s - 1].concept_number != kNoConcept &&
                        language->senses[s - 1].symbol == sense.symbol;
      language->looks[s].concept_number =
          same ? language->looks[s - 1].concept_number : book_.tree_.number(sense.symbol);
    }
  }
}

}  // namespace crosscheck
