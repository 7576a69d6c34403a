// How work grows, by exact counts of tokens, claims and allocations; times are measured by bench/run.
#include <algorithm>
#include <catch2/catch.hpp>

#include "absl/strings/str_cat.h"
#include "check_steps.h"
#include "claim/tries.h"
#include "mention/offers.h"
#include "rules/load.h"
#include "unit/cost/allocations.h"

namespace crosscheck {
namespace {

std::shared_ptr<const Rulebook> shipped() {
  static const auto book = [] {
    Problems problems;
    return load_rules({}, &problems);
  }();
  return book;
}

Source article(const std::string& id, std::string text) {
  Source source;
  source.id = source.path = id;
  source.bytes = std::move(text);
  source.in_memory = true;
  source.given.language = {"fr", MetadataOrigin::given};
  source.given.source = {absl::StrCat("Gazette ", id), MetadataOrigin::given};
  return source;
}

struct Cost {
  uint64_t allocations = 0;
  size_t claims = 0, findings = 0;  // without what one source tells alone
};

Cost check_all(std::vector<Source> sources, const Rulebook& rules) {
  CheckOptions options;
  options.jobs = 1;
  Problems problems;
  const uint64_t before = allocations();
  const Report report = check_articles(read_sources(sources, options, rules, &problems), options, rules);
  const uint64_t used = allocations() - before;
  const auto shared =
      std::count_if(report.findings.begin(), report.findings.end(),
                    [](const Finding& finding) { return finding.verdict != Verdict::single_source; });
  return {used, report.claims.size(), static_cast<size_t>(shared)};
}

std::string repeated(const std::string& unit, size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += unit;
  return out;
}

TEST_CASE("twice the hostile text is twice the work", "[cost]") {
  const auto unit = GENERATE(
      as<std::string>(), "17 204 3,5 1 000 ", "7", "quatre-vingt-dix-sept mille trois cents ", "a",
      "économiesociale,dix", "Hugo Marlec Orvalis Tréville ", "« ", "(((", "le 3 mai 2021, lundi dernier, ",
      "le groupe Orvalis supprime 12 emplois et la CGT annonce 700 grévistes alors que ");
  CAPTURE(unit);
  constexpr size_t kBytes = 12000;
  const auto book = shipped();
  const auto work = [&](size_t bytes) {
    return check_all({article("a", "Titre\n\n" + repeated(unit, bytes) + "\n")}, *book).allocations;
  };
  work(kBytes);  // what is remembered of words and names is no part of the growth
  const uint64_t once = work(kBytes), twice = work(2 * kBytes);
  CHECK(twice < once * 22 / 10 + 500);
}

// How many places of a text each kind of mention is tried at; 40 times the sentence, so that the head of an
// article does not matter.
Offers offers_for(const std::string& sentence) {
  const auto book = shipped();
  std::string text = "Titre\n\n";
  for (int i = 0; i < 40; ++i) absl::StrAppend(&text, sentence, " ");
  std::vector<Source> sources = {article("a", text + "\n")};
  CheckOptions options;
  options.jobs = 1;
  Problems problems;
  offers = {};
  read_sources(sources, options, *book, &problems);
  Offers out = offers;
  for (uint64_t* count :
       {&out.amounts, &out.dates, &out.times, &out.ages, &out.ratios, &out.ordinals, &out.names})
    *count /= 40;
  return out;
}

TEST_CASE("each kind of mention is tried where it may start, and nowhere else", "[cost]") {
  struct Case {
    const char* sentence;
    Offers offers;  // amounts, dates, times, ages, ratios, ordinals, names
  };
  const Case cases[] = {
      {"Les salariés ont été reçus dans le bureau avec leurs collègues.", {1, 0, 0, 0, 0, 1, 1}},
      {"Le groupe va supprimer 750 postes dans cette usine de la région.", {3, 0, 1, 1, 0, 2, 1}},
      {"La grève a commencé lundi matin, selon la direction de cette usine.", {2, 2, 1, 0, 0, 1, 1}},
      {"Le train est parti à 17h30 avec plus de la moitié des voyageurs.", {5, 7, 1, 2, 2, 3, 1}},
      {"Odile Marlec, 44 ans, est la deuxième patronne du groupe Orvalis.", {2, 2, 1, 1, 0, 5, 3}},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.sentence);
    const Offers found = offers_for(expected.sentence);
    CHECK(found.amounts == expected.offers.amounts);
    CHECK(found.dates == expected.offers.dates);
    CHECK(found.times == expected.offers.times);
    CHECK(found.ages == expected.offers.ages);
    CHECK(found.ratios == expected.offers.ratios);
    CHECK(found.ordinals == expected.offers.ordinals);
    CHECK(found.names == expected.offers.names);
  }
}

// Of the hundreds of patterns that are shipped; with 40 times the sentence, so that the title does not
// matter.
TEST_CASE("a pattern is tried where a sentence holds all that it needs, and nowhere else", "[cost]") {
  struct Case {
    const char* sentence;
    uint64_t most;
  };
  const Case cases[] = {
      {"Les salariés ont été reçus dans le bureau avec leurs collègues.", 1},
      {"Le groupe Orvalis va supprimer 750 postes dans cette usine de la région.", 6},
      {"La grève a commencé lundi matin, selon la direction de cette usine.", 5},
      {"Odile Marlec, 44 ans, est la deuxième patronne du groupe Orvalis.", 4},
  };
  const auto book = shipped();
  for (const Case& expected : cases) {
    CAPTURE(expected.sentence);
    std::string text = "Titre\n\n";
    for (int i = 0; i < 40; ++i) absl::StrAppend(&text, expected.sentence, " ");
    tries = {};
    check_all({article("a", text + "\n")}, *book);
    CHECK(tries.patterns <= 40 * expected.most);
    CHECK(tries.guards <= 40 * expected.most);
  }
}

TEST_CASE("five times the sources of one event is no more than six times the work", "[cost]") {
  const auto tell = [](size_t sources) {
    std::vector<Source> out;
    for (size_t i = 0; i < sources; ++i) {
      const std::string jobs = i % 4 == 0 ? "770" : "750";
      out.push_back(article(
          absl::StrCat("a", 100 + i),
          absl::StrCat(
              "Orvalis supprime des postes\n\nLe groupe Orvalis va supprimer ", jobs,
              " postes à Tréville, a annoncé lundi sa direction. Le plan coûte 12 millions d'euros.\n")));
    }
    return out;
  };
  const auto book = shipped();
  check_all(tell(8), *book);
  const Cost few = check_all(tell(8), *book), many = check_all(tell(40), *book);
  CHECK(many.claims == few.claims * 5);
  CHECK(many.findings == few.findings);
  CHECK(many.allocations < few.allocations * 6);
}

TEST_CASE("rules that do not fire cost nothing", "[cost]") {
  const auto with = [](int rules) {
    std::vector<RuleFile> files = shipped_rule_files();
    std::string concepts, pack;
    for (int i = 0; i < rules; ++i) {
      absl::StrAppend(&concepts, "own-", i, ": {fr: [zorglub", i, "x]}\n");
      absl::StrAppend(&pack, "own.r", i, ":\n  kind: count\n  attribute: r", i,
                      "\n  subject: event\n  patterns: [\"{value:count:own-", i, "}\"]\n");
    }
    files.push_back({"own/concepts/own.yaml", "concepts/own.yaml", concepts});
    files.push_back({"own/packs/own/own.yaml", "packs/own/own.yaml", pack});
    Problems problems;
    auto book = Rulebook::compile(std::move(files), &problems);
    REQUIRE(problems.empty());
    return book;
  };
  const std::string text =
      "Orvalis\n\nLe groupe Orvalis va supprimer 750 postes, selon la CGT. En tout, 3 200 salariés en font "
      "partie.\n";
  const auto few = with(10), many = with(500);
  check_all({article("a", text)}, *few);
  const Cost of_few = check_all({article("a", text)}, *few), of_many = check_all({article("a", text)}, *many);
  CHECK(of_few.claims > 0);
  CHECK(of_many.allocations < of_few.allocations + 5);  // the list of rules in the report
}

TEST_CASE("the rules prepared by the build are those of the sources, for a fraction of the work", "[cost]") {
  Problems problems;
  uint64_t before = allocations();
  const auto compiled = Rulebook::compile(shipped_rule_files(), &problems);
  const uint64_t slow = allocations() - before;
  before = allocations();
  const auto prepared = Rulebook::compile(shipped_rule_files(), &problems, &prepared_rules());
  const uint64_t fast = allocations() - before;
  REQUIRE(problems.empty());
  CHECK(prepared->digest() == compiled->digest());
  REQUIRE(prepared->languages().size() == compiled->languages().size());
  for (size_t i = 0; i < compiled->languages().size(); ++i) {
    const Language& one = *compiled->languages()[i];
    const Language& other = *prepared->languages()[i];
    CHECK(one.code == other.code);
    CHECK((one.words_image() == other.words_image()));
    CHECK(one.lexicon.phrases() == other.lexicon.phrases());
  }
  CHECK(fast * 3 < slow);
}

TEST_CASE("own packs leave what was prepared in use, own words do not", "[cost]") {
  const auto with = [](const char* place, const char* bytes, const PreparedRules* prepared) {
    std::vector<RuleFile> files = shipped_rule_files();
    files.push_back({absl::StrCat("own/", place), place, bytes});
    Problems problems;
    auto book = Rulebook::compile(std::move(files), &problems, prepared);
    CHECK(problems.empty());
    return book;
  };
  const char* const pack =
      "own.x:\n  kind: count\n  attribute: x\n  subject: event\n  patterns: [\"{value:count:person}\"]\n";
  CHECK(with("packs/own/x.yaml", pack, &prepared_rules())->digest() ==
        with("packs/own/x.yaml", pack, nullptr)->digest());
  CHECK(with("packs/own/x.yaml", pack, &prepared_rules())->rule("own.x") != nullptr);
  const auto words = with("concepts/own.yaml", "zorglub: {fr: [zorglub]}\n", &prepared_rules());
  const Language& french = *words->language("fr");
  CHECK(french.lexicon.find(french.tokenize("zorglub")).size() == 1);
}

}  // namespace
}  // namespace crosscheck
