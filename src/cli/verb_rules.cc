// rules test, rules lint, rules list, rules show ID: for those who write rules.
#include <cstdio>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/text.h"
#include "cli/session.h"
#include "rule_tests.h"
#include "rules/load.h"
#include "rules/rule.h"

namespace crosscheck {
namespace {

ExitStatus test(const Rulebook& rules, const std::string& prefix) {
  const RuleTestResult result = test_rules(rules, prefix);
  show(result.failures);
  std::string line = absl::StrCat(result.examples, " examples, ", result.failures.size(), " failed");
  if (result.known_gaps) absl::StrAppend(&line, ", ", result.known_gaps, " known gaps");
  std::printf("%s\n", line.c_str());
  return result.failures.empty() ? ExitStatus::ok : ExitStatus::wrong_call;
}

// What is allowed but asks for care: a rule without examples is not tested by anything.
ExitStatus lint(const Rulebook& rules) {
  Problems problems;
  for (const auto& rule : rules.rules()) {
    Problem problem;
    problem.severity = Severity::warning;
    problem.path = rule->path;
    problem.line = rule->line;
    if (rule->examples.empty()) {
      problem.what = absl::StrCat(rule->id, " has no examples");
      problem.fix = "add examples: a text that it reads, one that it must not read, a pair with its verdict";
      problems.push_back(problem);
    }
    if (rule->label.empty()) {
      problem.what = absl::StrCat(rule->id, " has no label");
      problem.fix = "add label: {en: …, fr: …}, for people who read the report";
      problems.push_back(problem);
    }
  }
  show(problems);
  std::printf("%zu rules, %zu warnings\n", rules.rules().size(), problems.size());
  return ExitStatus::ok;
}

ExitStatus list(const Rulebook& rules) {
  for (const auto& rule : rules.rules()) {
    const auto label = rule->label.find("en");
    std::printf("%-32s %-9s %s\n", rule->id.c_str(), rule->kind.c_str(),
                label == rule->label.end() ? "" : label->second.c_str());
  }
  return ExitStatus::ok;
}

ExitStatus show_rule(const Rulebook& rules, const std::string& id) {
  const Rule* rule = rules.rule(id);
  if (!rule) {
    std::fputs(
        absl::StrCat("crosscheck rules show: there is no rule '", id, "'\n  see 'crosscheck rules list'\n")
            .c_str(),
        stderr);
    return ExitStatus::wrong_call;
  }
  std::string out = absl::StrCat(rule->id, "\n  written in  ", rule->path, ":", rule->line,
                                 "\n  reads       ", rule->kind, " ", rule->attribute, " of ", rule->subject,
                                 "\n  severity    ", to_string(rule->severity), "\n");
  for (const Pattern& pattern : rule->patterns) {
    absl::StrAppend(&out, "  pattern     ", pattern.source,
                    pattern.language.empty() ? "" : absl::StrCat("  (", pattern.language, ")"), "\n");
  }
  for (const Guard& guard : rule->guards) absl::StrAppend(&out, "  unless      ", guard.because, "\n");
  absl::StrAppend(&out, "  compare     tolerance ", rule->comparison.tolerance.to_string(), " %, about ",
                  rule->comparison.about.to_string(), " %, reach ", rule->comparison.reach.to_string(),
                  rule->comparison.grows ? ", grows" : "",
                  rule->comparison.exclusive ? "" : ", not exclusive", "\n");
  absl::StrAppend(&out, "  examples    ", rule->examples.size(), "\n");
  std::fputs(out.c_str(), stdout);
  return ExitStatus::ok;
}

}  // namespace

ExitStatus run_rules(const Call& call) {
  const std::string verb = call.words[0];
  const std::string operand = call.words.size() > 1 ? call.words[1] : "";
  if (verb != "test" && verb != "lint" && verb != "list" && verb != "show") {
    std::fputs(
        absl::StrCat("crosscheck rules: '", verb, "' is not known\n  write test, lint, list or show ID\n")
            .c_str(),
        stderr);
    return ExitStatus::wrong_call;
  }
  const auto rules = rules_of(call);
  if (!rules) return ExitStatus::wrong_call;
  if (verb == "test") return test(*rules, operand);
  if (verb == "lint") return lint(*rules);
  if (verb == "list") return list(*rules);
  return show_rule(*rules, operand);
}

ExitStatus run_config(const Call& call) {
  if (call.words[0] != "show") {
    std::fputs(absl::StrCat("crosscheck config: '", call.words[0], "' is not known\n  write show\n").c_str(),
               stderr);
    return ExitStatus::wrong_call;
  }
  for (const SettingRow& row : setting_rows()) {
    const Setting& setting = call.settings.get(row.name);
    std::printf("%-10s %-24s %s\n", row.name,
                setting.values.empty() ? "-" : absl::StrJoin(setting.values, ", ").c_str(),
                setting.from.c_str());
  }
  for (const PolicyLine& line : call.settings.policy_lines()) {
    std::printf("%-10s %-24s %s\n", show_controls(line.name).c_str(), line.value.c_str(), line.from.c_str());
  }
  return ExitStatus::ok;
}

}  // namespace crosscheck
