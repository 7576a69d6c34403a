// Runs
// tests/cases/mention/{amounts,numbers,ranks,measures,money,no-amounts,nothing,forms-amounts,short-amounts,
// everyday,assistant,odd-amounts,neighbours,silent}-<language>.yaml;
// a currency that is not known shows as "?". An expectation is written "quote = kind value": "Plus de 500 =
// count more_than 500-..", "$42 billion = money 42000000000 USD".
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/yaml.h"
#include "mention/mentions.h"
#include "unit/shipped_rulebook.h"

namespace crosscheck {
namespace {

std::string show(const Interval& amount) {
  const std::string low = amount.low ? amount.low->to_string() : "..";
  const std::string high = amount.high ? amount.high->to_string() : "..";
  const std::string sides = low == high ? low : absl::StrCat(low, "-", high);
  return amount.form == Form::exact ? sides : absl::StrCat(to_string(amount.form), " ", sides);
}

// Empty for mentions that are no amounts.
std::string show(const Value& value) {
  if (const auto* count = std::get_if<Count>(&value)) return show(count->amount);
  if (const auto* percent = std::get_if<Percent>(&value))
    return absl::StrCat(show(percent->amount), percent->points ? " points" : "");
  if (const auto* ordinal = std::get_if<Ordinal>(&value)) return ordinal->value.to_string();
  if (const auto* ratio = std::get_if<Ratio>(&value)) {
    const std::string form =
        ratio->amount.form == Form::exact ? "" : absl::StrCat(to_string(ratio->amount.form), " ");
    if (!ratio->numerator) return absl::StrCat("times ", show(ratio->amount));
    return absl::StrCat(form, ratio->numerator->to_string(), "/", ratio->denominator->to_string());
  }
  if (const auto* measure = std::get_if<Measure>(&value))
    return absl::StrCat(show(measure->amount), " ", measure->unit);
  if (const auto* money = std::get_if<Money>(&value)) {
    return absl::StrCat(show(money->amount), " ", money->currency.empty() ? "?" : money->currency,
                        money->per.empty() ? "" : " per ", money->per);
  }
  return "";
}

std::vector<std::string> found_in(const Language& language, const Rulebook& rulebook,
                                  const std::string& text) {
  Document document;
  document.text = text;
  document.segments.push_back({SegmentKind::sentence, {0, static_cast<uint32_t>(text.size())}, ""});
  const Annotated annotated = annotate(document, language);
  std::vector<std::string> out;
  for (const Mention& mention : find_mentions(annotated, rulebook)) {
    const std::string value = show(mention.value);
    if (!value.empty())
      out.push_back(absl::StrCat(annotated.text(mention.span), " = ", to_string(mention.kind), " ", value));
  }
  return out;
}

void run(absl::string_view topic, const std::string& code) {
  Problems problems;
  const Rulebook& rulebook = shipped_rulebook();
  const std::string path = absl::StrCat(CROSSCHECK_CASES, "/mention/", topic, "-", code, ".yaml");
  std::ifstream file(path);
  REQUIRE(file);
  std::stringstream bytes;
  bytes << file.rdbuf();
  const YamlFile yaml = YamlFile::parse(path, bytes.str(), &problems);
  const std::vector<YamlNode> cases = yaml.root().at("cases").items(&problems);
  CHECK(cases.size() > 10);
  for (const YamlNode& item : cases) {
    const std::string text = item.at("text").text(&problems);
    INFO(path << ":" << item.line() << ": " << text);
    CHECK(absl::StrJoin(found_in(*rulebook.language(code), rulebook, text), "; ") ==
          absl::StrJoin(item.at("expect").texts(&problems), "; "));
  }
  for (const Problem& problem : problems) FAIL_CHECK(to_text(problem));
}

TEST_CASE("French amounts", "[amounts]") { run("amounts", "fr"); }
TEST_CASE("English amounts", "[amounts]") { run("amounts", "en"); }
TEST_CASE("German amounts", "[amounts]") { run("amounts", "de"); }
TEST_CASE("Spanish amounts", "[amounts]") { run("amounts", "es"); }
TEST_CASE("French numbers", "[amounts]") { run("numbers", "fr"); }
TEST_CASE("English numbers", "[amounts]") { run("numbers", "en"); }
TEST_CASE("French texts without amounts", "[amounts]") { run("no-amounts", "fr"); }
TEST_CASE("English texts without amounts", "[amounts]") { run("no-amounts", "en"); }
TEST_CASE("French texts with nothing to read, amounts", "[amounts]") {
  run("nothing", "fr"), run("silent", "fr");
}
TEST_CASE("English texts with nothing to read, amounts", "[amounts]") {
  run("nothing", "en"), run("silent", "en");
}
TEST_CASE("forms of amounts", "[amounts]") {
  run("forms-amounts", "fr");
  run("forms-amounts", "en");
  run("short-amounts", "fr");
  run("short-amounts", "en");
  run("short-amounts", "de");
  run("short-amounts", "es");
  run("odd-amounts", "fr");
  run("odd-amounts", "en");
}
TEST_CASE("amounts that stand close to others", "[amounts]") {
  run("neighbours", "fr");
  run("neighbours", "en");
}
TEST_CASE("French everyday amounts", "[amounts]") { run("everyday", "fr"); }
TEST_CASE("English everyday amounts", "[amounts]") { run("everyday", "en"); }
TEST_CASE("amounts that are told to an assistant", "[amounts]") {
  run("assistant", "fr");
  run("assistant", "en");
}
TEST_CASE("French ranks", "[amounts]") { run("ranks", "fr"); }
TEST_CASE("English ranks", "[amounts]") { run("ranks", "en"); }
TEST_CASE("French measures", "[amounts]") { run("measures", "fr"); }
TEST_CASE("English measures", "[amounts]") { run("measures", "en"); }
TEST_CASE("French money and percentages", "[amounts]") { run("money", "fr"); }
TEST_CASE("English money and percentages", "[amounts]") { run("money", "en"); }

}  // namespace
}  // namespace crosscheck
