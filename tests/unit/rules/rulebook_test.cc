#include "rules/rulebook.h"

#include <catch2/catch.hpp>
#include <algorithm>
#include <map>

#include "rules/load.h"
#include "rules/rule.h"
#include "rules/symbol.h"
#include "unit/shipped_rulebook.h"

namespace crosscheck {
namespace {

constexpr char kLanguage[] = "code: en\nname: English\n";
constexpr char kConcepts[] = "person:\n  en: [people]\nemployee:\n  is: person\n  en: [employee(s)]\n";

std::string problems_of(std::vector<std::pair<std::string, std::string>> files) {
  std::vector<RuleFile> all = {{"rules/lang/en/language.yaml", "lang/en/language.yaml", kLanguage},
                               {"rules/concepts/x.yaml", "concepts/x.yaml", kConcepts}};
  for (auto& [place, bytes] : files) all.push_back({"rules/" + place, place, bytes});
  Problems problems;
  Rulebook::compile(all, &problems);
  std::string out;
  for (const Problem& problem : problems) out += to_text(problem);
  return out;
}

std::string rule(const std::string& lines) {
  return "a.b:\n  kind: count\n  attribute: x\n  subject: event\n" + lines;
}

TEST_CASE("the shipped rules have no problem", "[rules]") {
  const Rulebook& book = shipped_rulebook();
  CHECK(book.language("fr") != nullptr);
  CHECK(book.language("en") != nullptr);
  CHECK(book.is_a("employee", "countable"));
}

// Code takes equal numbers of symbols as equal words.
TEST_CASE("no two symbols of the shipped rules have one number", "[rules]") {
  const Rulebook& book = shipped_rulebook();
  std::map<uint32_t, std::string> known;
  for (const auto& language : book.languages()) {
    for (const Sense& sense : language->senses) {
      const auto [place, fresh] = known.try_emplace(Symbol::number_of(sense.symbol), sense.symbol);
      if (!fresh) CHECK(place->second == sense.symbol);
    }
  }
  CHECK(known.size() > 1000);
}

// Patterns that hang on neither concept nor word are tried wherever a sentence has a mention of their kind.
TEST_CASE("hardly a shipped pattern is tried on every sentence", "[rules]") {
  const auto& patterns = shipped_rulebook().untriggered();
  const auto hangs_on_nothing = [](const auto& one) {
    return std::all_of(one.pattern->parts.begin(), one.pattern->parts.end(),
                       [](const PatternPart& part) { return part.needs.words.empty(); });
  };
  CHECK(std::count_if(patterns.begin(), patterns.end(), hangs_on_nothing) == 3);  // ages, posts, magnitudes
}

TEST_CASE("the order of the files does not matter", "[rules]") {
  std::vector<RuleFile> files = shipped_rule_files();
  Problems problems;
  const std::string digest = shipped_rulebook().digest();
  std::reverse(files.begin(), files.end());
  CHECK(Rulebook::compile(files, &problems)->digest() == digest);
  CHECK(problems.empty());
}

TEST_CASE("an unknown key of a rule is told with its nearest", "[rules]") {
  CHECK(problems_of({{"packs/t/x.yaml", rule("  patterns: [\"{value:count}\"]\n  examplse: {}\n")}}) ==
        "rules/packs/t/x.yaml:6:3: error: the key 'examplse' is not known here\n"
        "      examplse: {}\n"
        "      ^\n"
        "  write 'examples', or take the line out\n");
}

TEST_CASE("a bad pattern is told with the caret under the fault", "[rules]") {
  CHECK(problems_of({{"packs/t/x.yaml", rule("  patterns: [\"@employee {value:cuont}\"]\n")}}) ==
        "rules/packs/t/x.yaml:5:25: error: this pattern cannot be read: 'cuont' is no type of slot\n"
        "      patterns: [\"@employee {value:cuont}\"]\n"
        "                            ^\n"
        "  write 'count'\n"
        "rules/packs/t/x.yaml:2:3: error: a rule needs patterns\n"
        "      kind: count\n"
        "      ^\n"
        "  add patterns: [\"{value:count}\"]\n");
}

TEST_CASE("two rules of one id are told, each with its place", "[rules]") {
  const std::string one = rule("  patterns: [\"{value:count}\"]\n");
  CHECK(problems_of({{"packs/t/x.yaml", one}, {"packs/t/y.yaml", one}}) ==
        "rules/packs/t/y.yaml:1:1: error: the rule 'a.b' is defined twice, in rules/packs/t/x.yaml:1 too\n"
        "    a.b:\n"
        "    ^\n"
        "  rename one of the two\n");
}

TEST_CASE("a state within one that does not exist, or within itself, is told", "[rules]") {
  const std::string head = "a.b:\n  kind: state\n  attribute: x\n  subject: event\n  states:\n";
  const std::string patterns = "patterns: [\"@person\"]";
  CHECK(problems_of({{"packs/t/x.yaml", head + "    worn: {within: technical, " + patterns + "}\n"}}) ==
        "rules/packs/t/x.yaml:6:20: error: there is no state 'technical' in this rule\n"
        "        worn: {within: technical, patterns: [\"@person\"]}\n"
        "                       ^\n"
        "  name another of its states\n");
  CHECK(problems_of({{"packs/t/x.yaml", head + "    worn: {within: worn, " + patterns + "}\n"}}) ==
        "rules/packs/t/x.yaml:6:20: error: the states stand within each other\n"
        "        worn: {within: worn, patterns: [\"@person\"]}\n"
        "                       ^\n"
        "  let the broadest stand within none\n");
}

TEST_CASE("a deed needs a moment, and a concept", "[rules]") {
  CHECK(problems_of({{"packs/t/x.yaml", rule("  deed: \"@employee\"\n")}}) ==
        "rules/packs/t/x.yaml:5:9: error: only a rule of kind moment or date has a deed\n"
        "      deed: \"@employee\"\n"
        "            ^\n"
        "  write kind: moment\n");
  const std::string of_none = "a.b:\n  kind: moment\n  attribute: x\n  subject: event\n  deed: employee\n";
  CHECK(problems_of({{"packs/t/x.yaml", of_none + "  patterns: [\"@employee {value:moment}\"]\n"}}) ==
        "rules/packs/t/x.yaml:5:9: error: 'employee' is no concept\n"
        "      deed: employee\n"
        "            ^\n"
        "  write @ before its id\n");
}

TEST_CASE("a concept that does not exist is told", "[rules]") {
  CHECK(problems_of({{"packs/t/x.yaml", rule("  patterns: [\"{value:count:emploee}\"]\n")}}) ==
        "rules/packs/t/x.yaml:2:3: error: there is no concept 'emploee'\n"
        "      kind: count\n"
        "      ^\n"
        "  define it in rules/concepts, or mend its name\n");
}

TEST_CASE("a category that code does not know is told", "[rules]") {
  CHECK(problems_of({{"lang/en/x.yaml", "cardnal:\n  7: seven\n"}}) ==
        "rules/lang/en/x.yaml:1:1: error: the category 'cardnal' is not known\n"
        "    cardnal:\n"
        "    ^\n"
        "  see the list in src/rules/category.h\n");
  CHECK(problems_of({{"lang/en/x.yaml", "cardinal:\n  seven: seven\n"}}) ==
        "rules/lang/en/x.yaml:2:3: error: 'seven' is no number, as cardinal wants\n"
        "      seven: seven\n"
        "      ^\n"
        "  write a number such as 7 or 1e6\n");
}

TEST_CASE("words of a language without a folder are told", "[rules]") {
  CHECK(problems_of({{"lang/xx/x.yaml", "cardinal:\n  7: sju\n"}}) ==
        "rules/lang/xx/x.yaml:1:1: error: the folder 'xx' has no language.yaml\n"
        "    cardinal:\n"
        "    ^\n"
        "  add one with code and name\n");
}

}  // namespace
}  // namespace crosscheck
