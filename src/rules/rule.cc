#include "rules/rule.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/yaml.h"

namespace crosscheck {
namespace {

constexpr absl::string_view kKinds[] = {"count",   "money",    "percent", "ratio", "share",    "ordinal",
                                        "measure", "duration", "age",     "date",  "time",     "moment",
                                        "role",    "state",    "entity",  "name",  "quotation"};
constexpr absl::string_view kBearers[] = {"person", "thing"};
constexpr absl::string_view kSubjects[] = {"person", "organisation", "place", "entity",
                                           "party",  "event",        "bearer"};

template <size_t N>
std::string one_of(const absl::string_view (&known)[N], const YamlNode& node, Problems* problems) {
  const std::string word = node.text(problems);
  if (word.empty() || std::find(std::begin(known), std::end(known), word) != std::end(known)) return word;
  node.report(absl::StrCat("'", word, "' is not known here"),
              absl::StrCat("write one of ", absl::StrJoin(known, ", ")), problems);
  return "";
}

std::map<std::string, std::string> by_language(const YamlNode& node, Problems* problems) {
  std::map<std::string, std::string> out;
  for (const auto& [key, value] : node.entries(problems)) out[key.text(problems)] = value.text(problems);
  return out;
}

void read_pattern(const YamlNode& node, const std::string& language, std::vector<Pattern>* out,
                  Problems* problems) {
  const std::string source = node.text(problems);
  if (source.empty()) return;
  PatternError error;
  std::optional<Pattern> pattern = parse_pattern(source, language, &error);
  if (pattern) {
    out->push_back(*std::move(pattern));
    return;
  }
  Problems at_node;
  node.report(absl::StrCat("this pattern cannot be read: ", error.what), error.fix, &at_node);
  for (Problem& problem : at_node) {
    // The column of the node is its quotation mark when it has one: then the text starts one further.
    const auto column = static_cast<size_t>(problem.column);
    const bool quoted = column > 0 && column <= problem.excerpt.size() &&
                        (problem.excerpt[column - 1] == '"' || problem.excerpt[column - 1] == '\'');
    problem.column += error.column + (quoted ? 1 : 0);
    problems->push_back(std::move(problem));
  }
}

// A list of patterns for any language, or a map of language -> list, where "any" stands for all.
std::vector<Pattern> read_patterns(const YamlNode& node, Problems* problems) {
  std::vector<Pattern> out;
  if (node.type() == YamlNode::Type::map) {
    for (const auto& [key, list] : node.entries(problems)) {
      const std::string language = key.text(problems);
      for (const YamlNode& item : list.items(problems))
        read_pattern(item, language == "any" ? "" : language, &out, problems);
    }
    return out;
  }
  for (const YamlNode& item : node.items(problems)) read_pattern(item, "", &out, problems);
  return out;
}

std::vector<Guard> read_guards(const YamlNode& node, Problems* problems) {
  static constexpr std::pair<absl::string_view, Guard::Where> kPlaces[] = {
      {"clause", Guard::Where::clause},
      {"sentence", Guard::Where::sentence},
      {"before", Guard::Where::before},
      {"after", Guard::Where::after},
      {"within", Guard::Where::within}};
  std::vector<Guard> out;
  for (const YamlNode& item : node.items(problems)) {
    item.expect_keys({"clause", "sentence", "before", "after", "within", "because"}, problems);
    Guard guard;
    guard.because = item.at("because").text(problems);
    int places = 0;
    for (const auto& [name, where] : kPlaces) {
      if (!item.at(name)) continue;
      guard.where = where;
      guard.patterns = read_patterns(item.at(name), problems);
      ++places;
    }
    if (places != 1) {
      item.report("a guard says where it looks",
                  "write one of clause, sentence, before, after and within, with a pattern", problems);
    }
    out.push_back(std::move(guard));
  }
  return out;
}

Decimal read_decimal(const YamlNode& node, Decimal otherwise, Problems* problems) {
  if (!node) return otherwise;
  const std::string text = node.text(problems);
  const std::optional<Decimal> value = Decimal::parse(text);
  if (value && !value->negative()) return *value;
  node.report(absl::StrCat("'", text, "' is no number"), "write a number such as 10 or 1.25", problems);
  return otherwise;
}

Comparison read_comparison(const YamlNode& node, Problems* problems) {
  Comparison out;
  if (!node) return out;
  node.expect_keys({"tolerance", "about", "reach", "grows", "exclusive", "lasting", "plans", "once", "daily",
                    "bare", "nouns", "alike"},
                   problems);
  out.tolerance = read_decimal(node.at("tolerance"), out.tolerance, problems);
  out.about = read_decimal(node.at("about"), out.about, problems);
  out.reach = read_decimal(node.at("reach"), out.reach, problems);
  if (node.at("grows")) out.grows = node.at("grows").boolean(problems);
  if (node.at("exclusive")) out.exclusive = node.at("exclusive").boolean(problems);
  if (node.at("lasting")) out.lasting = node.at("lasting").boolean(problems);
  if (node.at("plans")) out.plans = node.at("plans").boolean(problems);
  if (node.at("once")) out.once = node.at("once").boolean(problems);
  if (node.at("daily")) out.daily = node.at("daily").boolean(problems);
  if (node.at("bare")) out.bare = node.at("bare").boolean(problems);
  if (node.at("nouns")) out.nouns = node.at("nouns").boolean(problems);
  const std::string alike = node.at("alike") ? node.at("alike").text(problems) : "0";
  if (!absl::SimpleAtoi(alike, &out.alike) || out.alike < 0)
    node.at("alike").report(absl::StrCat("'", alike, "' is no number of points"),
                            "write a whole number such as 30", problems);
  return out;
}

// {fr: "…"} or {en: "…", published: 2023-11-20}
RuleExample::Text read_text(const YamlNode& node, Problems* problems) {
  RuleExample::Text out;
  for (const auto& [key, value] : node.entries(problems)) {
    const std::string name = key.text(problems);
    if (name == "published") {
      out.published = value.text(problems);
    } else if (name.size() == 2) {
      out.language = name;
      out.text = value.text(problems);
    }
  }
  if (out.text.empty())
    node.report("an example names a language and a text", "write {fr: \"…\"} or {en: \"…\"}", problems);
  return out;
}

std::vector<RuleExample> read_examples(const YamlNode& node, Problems* problems) {
  std::vector<RuleExample> out;
  if (!node) return out;
  node.expect_keys({"claims", "nothing", "pairs"}, problems);
  for (const YamlNode& item : node.at("claims").items(problems)) {
    RuleExample example;
    example.line = item.line();
    example.texts.push_back(read_text(item, problems));
    if (item.at("known_gap")) example.known_gap = item.at("known_gap").boolean(problems);
    if (!item.at("expect")) {
      item.report("an example of claims says what to expect", "add expect: [{value: …, subject: …}]",
                  problems);
    }
    for (const YamlNode& claim : item.at("expect").items(problems)) {
      if (claim.type() == YamlNode::Type::map) example.claims.push_back(by_language(claim, problems));
    }
    out.push_back(std::move(example));
  }
  for (const YamlNode& item : node.at("nothing").items(problems)) {
    RuleExample example;
    example.kind = RuleExample::Kind::nothing;
    example.line = item.line();
    example.texts.push_back(read_text(item, problems));
    out.push_back(std::move(example));
  }
  for (const YamlNode& item : node.at("pairs").items(problems)) {
    item.expect_keys({"a", "b", "verdict", "known_gap"}, problems);
    RuleExample example;
    example.kind = RuleExample::Kind::pair;
    example.line = item.line();
    example.texts = {read_text(item.at("a"), problems), read_text(item.at("b"), problems)};
    static constexpr absl::string_view kVerdicts[] = {"contradiction", "agreement", "separate"};
    example.verdict = one_of(kVerdicts, item.at("verdict"), problems);
    if (item.at("known_gap")) example.known_gap = item.at("known_gap").boolean(problems);
    out.push_back(std::move(example));
  }
  return out;
}

std::string read_concept(const YamlNode& node, Problems* problems) {
  if (!node) return "";
  const std::string word = node.text(problems);
  if (absl::StartsWith(word, "@")) return word.substr(1);
  node.report(absl::StrCat("'", word, "' is no concept"), "write @ before its id", problems);
  return "";
}

// deed: "@start", thing: "@strike": the moments that such a deed of such a thing governs.
void read_deed(const YamlNode& node, Rule* rule, Problems* problems) {
  rule->deed = read_concept(node.at("deed"), problems);
  rule->thing = read_concept(node.at("thing"), problems);
  if (!rule->deed.empty() && rule->kind != "moment" && rule->kind != "date")
    node.at("deed").report("only a rule of kind moment or date has a deed", "write kind: moment", problems);
  if (!rule->thing.empty() && rule->deed.empty())
    node.at("thing").report("`thing` tells what a deed befalls", "add deed: \"@…\"", problems);
  if (rule->deed.empty()) return;
  rule->by_deed.source = absl::StrCat("deed @", rule->deed, rule->thing.empty() ? "" : " of @", rule->thing);
}

// The name of another state of the rule, or nothing.
std::string read_other_state(const YamlNode& node, const Rule& rule, Problems* problems) {
  if (!node) return "";
  const std::string other = node.text(problems);
  if (rule.states.contains(other)) return other;
  node.report(absl::StrCat("there is no state '", other, "' in this rule"), "name another of its states",
              problems);
  return "";
}

// Whether a state is within itself by way of others.
bool goes_round(const Rule& rule, const std::string& state) {
  std::string at = rule.states.at(state).within;
  for (size_t step = 0; step < rule.states.size() && !at.empty(); ++step) {
    if (at == state) return true;
    at = rule.states.at(at).within;
  }
  return false;
}

// states: {held: {label: …, patterns: […], denied: free}, free: …}. Their patterns join those of the rule.
void read_states(const YamlNode& node, Rule* rule, Problems* problems) {
  if (!node) return;
  if (rule->kind != "state")
    node.report("only a rule of kind state has states", "write kind: state, or take them out", problems);
  const auto entries = node.entries(problems);
  for (const auto& [key, one] : entries) rule->states[key.text(problems)];
  for (const auto& [key, one] : entries) {
    one.expect_keys({"label", "patterns", "denied", "within", "becomes"}, problems);
    const std::string id = key.text(problems);
    RuleState& state = rule->states[id];
    state.label = by_language(one.at("label"), problems);
    state.denied = read_other_state(one.at("denied"), *rule, problems);
    state.within = read_other_state(one.at("within"), *rule, problems);
    for (const YamlNode& next : one.at("becomes").items(problems))
      state.becomes.push_back(read_other_state(next, *rule, problems));
    if (goes_round(*rule, id)) {
      one.at("within").report("the states stand within each other", "let the broadest stand within none",
                              problems);
      state.within.clear();
    }
    for (Pattern& pattern : read_patterns(one.at("patterns"), problems)) {
      pattern.state = id;
      rule->patterns.push_back(std::move(pattern));
    }
  }
}

Severity read_severity(const YamlNode& node, Problems* problems) {
  static constexpr absl::string_view kNames[] = {"note", "warning", "error"};
  if (!node) return Severity::error;
  const std::string name = one_of(kNames, node, problems);
  return name == "note" ? Severity::note : name == "warning" ? Severity::warning : Severity::error;
}

}  // namespace

std::string Rule::path_of(const std::string& state) const {
  std::string out = state;
  for (std::string at = states.at(state).within; !at.empty(); at = states.at(at).within)
    out = absl::StrCat(at, ".", out);
  return out;
}

Rule read_rule(const std::string& id, const std::string& path, const YamlNode& node, Problems* problems) {
  node.expect_keys(
      {"label", "kind", "attribute", "subject", "object", "of", "patterns", "deed", "thing", "take", "states",
       "with", "topic", "unless", "compare", "general", "severity", "message", "examples"},
      problems);
  Rule rule;
  rule.id = id;
  rule.path = path;
  rule.line = node.line();
  rule.label = by_language(node.at("label"), problems);
  rule.kind = one_of(kKinds, node.at("kind"), problems);
  rule.attribute = node.at("attribute").text(problems);
  rule.subject = one_of(kSubjects, node.at("subject"), problems);
  if (node.at("object")) rule.object = one_of(kSubjects, node.at("object"), problems);
  if (node.at("of")) rule.of = one_of(kBearers, node.at("of"), problems);
  rule.patterns = read_patterns(node.at("patterns"), problems);
  read_deed(node, &rule, problems);
  static constexpr absl::string_view kEnds[] = {"since", "end", "age"};
  if (node.at("take")) rule.take = one_of(kEnds, node.at("take"), problems);
  read_states(node.at("states"), &rule, problems);
  // Names and quotations are found everywhere: such a rule only says how they are compared and told.
  if (rule.patterns.empty() && rule.deed.empty() && rule.kind != "name" && rule.kind != "quotation")
    node.report("a rule needs patterns", "add patterns: [\"{value:count}\"]", problems);
  rule.required = read_patterns(node.at("with"), problems);
  rule.topics = node.at("topic").texts(problems);
  rule.guards = read_guards(node.at("unless"), problems);
  rule.comparison = read_comparison(node.at("compare"), problems);
  if (node.at("general")) rule.general = node.at("general").boolean(problems);
  rule.severity = read_severity(node.at("severity"), problems);
  rule.message = by_language(node.at("message"), problems);
  rule.examples = read_examples(node.at("examples"), problems);
  return rule;
}

}  // namespace crosscheck
