#include "cli/policy_file.h"

#include <array>
#include <optional>

#include "absl/strings/str_cat.h"
#include "base/text.h"
#include "rules/rule.h"
#include "rules/rulebook.h"

namespace crosscheck {
namespace {

std::optional<Severity> read_severity(const YamlNode& node, Problems* problems) {
  const std::string word = node.text(problems);
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    if (word == to_string(severity)) return severity;
  }
  if (node.type() == YamlNode::Type::scalar)
    node.report(absl::StrCat("'", word, "' is no severity"), "write note, warning or error", problems);
  return std::nullopt;
}

std::optional<Reason> reason_named(const std::string& name) {
  for (int i = static_cast<int>(Reason::value); i <= static_cast<int>(Reason::self); ++i) {
    if (name == to_string(static_cast<Reason>(i))) return static_cast<Reason>(i);
  }
  return std::nullopt;
}

// {severity: …} and a switch: {off: true}, {ignore: true}.
void read_pair(const YamlNode& node, const char* word, bool* on, std::optional<Severity>* severity,
               Problems* problems) {
  if (node.type() != YamlNode::Type::map) {
    node.report("this says nothing that is known here",
                absl::StrCat("write '{severity: note}' or '{", word, ": true}'"), problems);
    return;
  }
  node.expect_keys({word, "severity"}, problems);
  if (const YamlNode value = node.at(word)) *on = value.boolean(problems);
  if (const YamlNode value = node.at("severity")) *severity = read_severity(value, problems);
}

std::string told(const char* word, bool on, const std::optional<Severity>& severity) {
  std::string out = on ? absl::StrCat(word, ": true") : "";
  if (severity) absl::StrAppend(&out, out.empty() ? "" : ", ", "severity: ", to_string(*severity));
  return out;
}

}  // namespace

bool is_policy_key(absl::string_view key) {
  return key == "per-rule" || key == "per-reason" || key == "per-source";
}

void read_policy(absl::string_view key, const YamlNode& map, const std::string& path, Policy* policy,
                 std::vector<PolicyLine>* lines, Problems* problems) {
  for (const auto& [name_node, value] : map.entries(problems)) {
    const std::string name = name_node.text(problems);
    PolicyLine line;
    line.name = absl::StrCat(key, " ", name);
    line.from = absl::StrCat(path, ":", name_node.line());
    Problems place;
    name_node.report("", "", &place);
    line.place = place.front();
    if (key == "per-rule") {
      RulePolicy& rule = policy->rules[name];
      read_pair(value, "off", &rule.off, &rule.severity, problems);
      line.value = told("off", rule.off, rule.severity);
    } else if (key == "per-source") {
      SourcePolicy& source = policy->sources[name];
      read_pair(value, "ignore", &source.ignore, &source.severity, problems);
      line.value = told("ignore", source.ignore, source.severity);
    } else if (const std::optional<Reason> reason = reason_named(name)) {
      if (const auto severity = read_severity(value, problems)) {
        policy->reasons[*reason] = *severity;
        line.value = to_string(*severity);
      }
    } else {
      name_node.report(absl::StrCat("'", name, "' is no reason of a contradiction"),
                       "write value, bound, date, state, polarity, derived, attributed, update or self",
                       problems);
    }
    lines->push_back(std::move(line));
  }
}

void check_policy(const Policy& policy, const std::vector<PolicyLine>& lines, const Rulebook& rules,
                  Problems* problems) {
  std::vector<absl::string_view> known = {"open"};
  for (const auto& rule : rules.rules()) known.push_back(rule->id);
  for (const auto& [id, rule] : policy.rules) {
    if (id == "open" || rules.rule(id)) continue;
    for (const PolicyLine& line : lines) {
      if (line.name != absl::StrCat("per-rule ", id)) continue;
      Problem problem = line.place;
      problem.what = absl::StrCat("there is no rule '", id, "'");
      const absl::string_view nearest = nearest_word(id, known.data(), known.size());
      problem.fix = nearest.empty() ? "see 'crosscheck rules list'" : absl::StrCat("write '", nearest, "'");
      problems->push_back(std::move(problem));
    }
  }
}

}  // namespace crosscheck
