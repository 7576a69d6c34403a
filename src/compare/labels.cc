#include "compare/labels.h"

#include <map>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "compare/split_told.h"
#include "rules/rule.h"

namespace crosscheck {
namespace {

using Label = std::map<std::string, std::string>;  // by language

// Empty when the language has none.
std::string in(const Label& label, const std::string& language) {
  const auto found = label.find(language);
  return found == label.end() ? "" : found->second;
}

// "@deed of the @thing" with the words for what the attribute, "@deed of @thing", holds in their places.
std::string filled(const Rulebook& rulebook, const std::string& language, const Rule& rule, std::string label,
                   absl::string_view attribute) {
  const std::vector<absl::string_view> names = absl::StrSplit(rule.attribute, ' ');
  const std::vector<absl::string_view> told = absl::StrSplit(attribute, ' ');
  for (size_t i = 0; i < names.size() && i < told.size(); ++i) {
    if (!absl::StartsWith(names[i], "@")) continue;
    const Concept* known = rulebook.concept_of(told[i]);
    if (!known) continue;
    const auto words = known->label.find(language);
    absl::StrReplaceAll({{names[i], words == known->label.end() ? std::string(told[i]) : words->second}},
                        &label);
  }
  return label;
}

class LabelCollector {
 public:
  LabelCollector(const Rulebook& rulebook, const std::string& language, Report* report)
      : rulebook_(rulebook), language_(language), report_(*report) {}

  void run() {
    for (const Claim& claim : report_.claims) {
      const Qualifiers& told = claim.qualifiers;
      add(claim.attribute);
      add_told(told.attribution, told.attribution_quote);
      add_told(told.place, told.place_name);
      if (const auto* count = std::get_if<Count>(&claim.value)) add(count->unit);
      if (const auto* role = std::get_if<Role>(&claim.value)) add(role->role);
      if (const auto* state = std::get_if<State>(&claim.value)) add_split(state->event);
      if (const Rule* rule = rulebook_.rule(claim.rule)) add_of_rule(*rule, claim.attribute);
    }
  }

 private:
  void add(const std::string& id) {
    if (id.empty() || !seen_.insert(id).second || report_.labels.contains(id)) return;
    const auto set = [&](const Label& label) {
      if (std::string words = in(label, language_); !words.empty()) report_.labels[id] = std::move(words);
    };
    if (const Concept* known = rulebook_.concept_of(id)) set(known->label);
    if (const RoleEntry* role = rulebook_.role(id)) set(role->label);
    if (const EntityEntry* entity = rulebook_.entity(id)) report_.labels[id] = entity->name;
  }

  // What the article calls it where the rules do not know it.
  void add_told(const std::string& id, const std::string& words) {
    add(id);
    if (!id.empty()) report_.labels.try_emplace(id, words);
  }

  // "9–4": two figures are told alike in any language.
  void add_split(const std::string& event) {
    if (const std::optional<SplitTold> split = split_told(event))
      report_.labels.try_emplace(event, absl::StrCat(split->more, "–", split->less));
  }

  void add_of_rule(const Rule& rule, const std::string& attribute) {
    const auto label = rule.label.find(language_);
    if (label != rule.label.end() && !absl::StrContains(rule.attribute, '@'))
      report_.labels.try_emplace(attribute, label->second);
    for (const auto& [state, told] : rule.states) {
      const auto words = told.label.find(language_);
      if (words != told.label.end())
        report_.labels.try_emplace(absl::StrCat(attribute, ".", rule.path_of(state)), words->second);
    }
  }

  const Rulebook& rulebook_;
  const std::string& language_;
  Report& report_;
  absl::flat_hash_set<absl::string_view> seen_;
};

}  // namespace

std::string label_of(const Rulebook& rulebook, const std::string& language, const Finding& finding) {
  if (const RoleEntry* role = rulebook.role(finding.attribute)) return in(role->label, language);
  if (const Rule* rule = rulebook.rule(finding.rule)) {
    const std::string label = in(rule->label, language);
    if (!label.empty() && !absl::StrContains(rule->attribute, '@')) return label;
    if (absl::StrContains(label, '@')) return filled(rulebook, language, *rule, label, finding.attribute);
  }
  if (const Concept* known = rulebook.concept_of(finding.attribute)) return in(known->label, language);
  return finding.attribute;
}

void collect_labels(const Rulebook& rulebook, const std::string& language, Report* report) {
  LabelCollector(rulebook, language, report).run();
}

}  // namespace crosscheck
