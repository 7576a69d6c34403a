#include "rule_tests.h"

#include <algorithm>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "check_steps.h"
#include "rules/rule.h"

namespace crosscheck {
namespace {

// Whether a conflict of another rule stands in the words that this one reads: it is shown once.
bool told_by_another(const Rule& rule, const Report& report) {
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    if (finding.verdict != Verdict::contradiction || finding.rule == rule.id) return false;
    std::set<uint32_t> articles;
    for (const Claim& own : report.claims) {
      if (own.rule != rule.id) continue;
      for (const Member& member : finding.members) {
        const Claim& told = report.claims[member.claim];
        if (told.document == own.document && told.span.overlaps(own.span)) articles.insert(own.document);
      }
    }
    return articles.size() > 1;
  });
}

Report run(const RuleExample& example, const Rulebook& rules) {
  std::vector<Source> sources;
  CheckOptions options;
  options.jobs = 1;
  for (const RuleExample::Text& text : example.texts) {
    Source source;
    source.id = sources.empty() ? "a" : "b";
    source.path = source.id;
    source.bytes = text.text + "\n";
    source.in_memory = true;
    source.given.language = {text.language, MetadataOrigin::given};
    if (!text.published.empty()) options.published = text.published;
    sources.push_back(std::move(source));
  }
  Problems problems;
  std::vector<ReadArticle> articles = read_sources(sources, options, rules, &problems);
  return check_articles(std::move(articles), options, rules);
}

// What an example may expect of a claim, as text.
std::string field(const Claim& claim, const std::string& name) {
  if (name == "subject") return claim.subject;
  if (name == "object") return claim.object_name;
  if (name == "quote") return claim.quote;
  if (name == "attribute") return claim.attribute;
  if (name == "polarity") return to_string(claim.qualifiers.polarity);
  if (name == "modality") return to_string(claim.qualifiers.modality);
  if (name == "subset") return claim.qualifiers.subset;
  if (name == "place") return claim.qualifiers.place;
  if (name == "attribution") return claim.qualifiers.attribution;
  if (name == "currency")
    return std::holds_alternative<Money>(claim.value) ? std::get<Money>(claim.value).currency : "";
  if (name == "form") return amount_of(claim.value) ? to_string(amount_of(claim.value)->form) : "";
  if (name != "value") return absl::StrCat("(no field '", name, "')");
  if (const Interval* amount = amount_of(claim.value)) {
    return amount->low ? amount->low->to_string() : amount->high ? amount->high->to_string() : "";
  }
  if (const auto* date = std::get_if<Date>(&claim.value)) {
    return date->start ? absl::FormatCivilTime(absl::CivilDay(*date->start)) : date->as_told;
  }
  if (const auto* role = std::get_if<Role>(&claim.value)) return role->role;
  if (const auto* state = std::get_if<State>(&claim.value))
    return state->event.substr(std::min(state->event.find('.') + 1, state->event.size()));
  if (const auto* entity = std::get_if<EntityName>(&claim.value)) return entity->name;
  return "";
}

bool fits(const Claim& claim, const std::map<std::string, std::string>& expected) {
  return std::all_of(expected.begin(), expected.end(),
                     [&](const auto& entry) { return field(claim, entry.first) == entry.second; });
}

std::string describe(const Claim& claim, const std::map<std::string, std::string>& expected) {
  std::vector<std::string> parts = {absl::StrCat("'", claim.quote, "'")};
  for (const auto& [name, text] : expected) parts.push_back(absl::StrCat(name, ": ", field(claim, name)));
  return absl::StrJoin(parts, ", ");
}

// What is wrong with the outcome; empty when the example holds.
std::string failure(const Rule& rule, const RuleExample& example, const Report& report) {
  std::vector<const Claim*> own;
  for (const Claim& claim : report.claims) {
    if (claim.rule == rule.id) own.push_back(&claim);
  }
  switch (example.kind) {
    case RuleExample::Kind::nothing:
      return own.empty() ? ""
                         : absl::StrCat("it must yield nothing, but yields ",
                                        describe(*own.front(), {{"value", ""}}));
    case RuleExample::Kind::claims:
      for (const auto& expected : example.claims) {
        if (std::any_of(own.begin(), own.end(), [&](const Claim* claim) { return fits(*claim, expected); }))
          continue;
        std::vector<std::string> wanted, seen;
        for (const auto& [name, text] : expected) wanted.push_back(absl::StrCat(name, ": ", text));
        for (const Claim* claim : own) seen.push_back(describe(*claim, expected));
        return absl::StrCat("no claim has ", absl::StrJoin(wanted, ", "), "; it yields ",
                            seen.empty() ? "none" : absl::StrJoin(seen, " and "));
      }
      return "";
    case RuleExample::Kind::pair: {
      std::string verdict = "separate";
      for (const Finding& finding : report.findings) {
        if (finding.rule != rule.id || finding.verdict == Verdict::single_source) continue;
        verdict = to_string(finding.verdict);
      }
      if (verdict == "separate" && told_by_another(rule, report)) verdict = to_string(Verdict::contradiction);
      return verdict == example.verdict ? ""
                                        : absl::StrCat("the verdict is ", verdict, ", not ", example.verdict);
    }
  }
  return "";
}

}  // namespace

RuleTestResult test_rules(const Rulebook& rules, const std::string& prefix) {
  RuleTestResult result;
  for (const auto& rule : rules.rules()) {
    if (!absl::StartsWith(rule->id, prefix)) continue;
    for (const RuleExample& example : rule->examples) {
      ++result.examples;
      const std::string wrong = failure(*rule, example, run(example, rules));
      Problem problem;
      problem.path = rule->path;
      problem.line = example.line;
      problem.excerpt = "";
      if (example.known_gap) {
        if (!wrong.empty()) {
          ++result.known_gaps;
          continue;
        }
        problem.what = absl::StrCat(rule->id, ": this example is marked known_gap, but it holds");
        problem.fix = "take the mark out";
        result.failures.push_back(std::move(problem));
        continue;
      }
      if (wrong.empty()) continue;
      problem.what = absl::StrCat(rule->id, ": ", wrong);
      std::vector<std::string> texts;
      for (const RuleExample::Text& text : example.texts)
        texts.push_back(absl::StrCat("\"", text.text, "\""));
      problem.fix = absl::StrCat("in ", absl::StrJoin(texts, " and "));
      result.failures.push_back(std::move(problem));
    }
  }
  return result;
}

}  // namespace crosscheck
