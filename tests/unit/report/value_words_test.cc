#include "report/value_words.h"

#include <catch2/catch.hpp>

#include "unit/report/approved.h"
#include "unit/report/sample.h"

namespace crosscheck {
namespace {

// In the order of sample::every_value().
constexpr const char* kEnglish[] = {
    "750",
    "about 50",
    "more than 500",
    "at least 500",
    "at most 80",
    "less than 80",
    "60,000 to 90,000",
    "24 to 99, loosely",
    "2,000 or more, loosely",
    "1,271,453",
    "no. 1",
    "no. 2",
    "more than 70%",
    "32.71%",
    "3 points",
    "about 2/3",
    "0.5",
    "1.3 billion EUR",
    "at least 10 billion USD",
    "95 USD per share",
    "250,000",
    "87 mph (38.9 m/s)",
    "about 6.4 km (6,400 m)",
    "2.5 hours",
    "22 months",
    "about 30 years",
    "17 November 2023",
    "November 2023",
    "2023",
    "quarter 4 of 2023",
    "week of 13 November 2023",
    "19 November 2023, between 18:00 and 24:00",
    "19 November 2023, 20:00 to 20 November 2023, 6:00",
    "17 November 2023, 12:00",
    "17 November 2023, 12:45",
    "17 November 2023 to 19 November 2023",
    "since 1 May 2021",
    "until 2023",
    "“vendredi” (date not known)",
    "about 12:45 (America/Chicago)",
    "9:05",
    "9:00 to 17:00",
    "Emmett Shear: chief executive, OpenAI (interim)",
    "Mira Murati: chief executive",
    "return: Sam Altman, OpenAI",
    "strike (denied)",
    "Microsoft",
    "un prototype",
};

TEST_CASE("values are told in English words", "[report]") {
  const std::vector<Value> values = sample::every_value();
  REQUIRE(values.size() == std::size(kEnglish));
  for (size_t i = 0; i < values.size(); ++i)
    CHECK(value_in_words(values[i], {}, Words::of("en")) == kEnglish[i]);
}

TEST_CASE("values are told in French words", "[report]") {
  const std::map<std::string, std::string> labels = {{"chief-executive", "directeur général"},
                                                     {"strike", "grève"}};
  const auto tell = [&](const Value& value) { return value_in_words(value, labels, Words::of("fr")); };
  const std::vector<Value> values = sample::every_value();
  const auto at = [&](const char* english) {
    for (size_t i = 0; i < values.size(); ++i) {
      if (std::string(kEnglish[i]) == english) return tell(values[i]);
    }
    return std::string("no such value");
  };
  CHECK(at("more than 500") == "plus de 500");
  CHECK(at("1,271,453") == "1\u202F271\u202F453");
  CHECK(at("no. 1") == "1er");
  CHECK(at("no. 2") == "2e");
  CHECK(at("32.71%") == "32,71\u202F%");
  CHECK(at("1.3 billion EUR") == "1,3 milliard d’euros");
  CHECK(at("at least 10 billion USD") == "au moins 10 milliards de dollars américains");
  CHECK(at("95 USD per share") == "95 dollars américains par action");
  CHECK(at("87 mph (38.9 m/s)") == "87 mi/h (38,9 m/s)");
  CHECK(at("2.5 hours") == "2,5 heures");
  CHECK(at("since 1 May 2021") == "depuis le 1er mai 2021");
  CHECK(at("17 November 2023, 12:45") == "17 novembre 2023, 12\u202Fh\u202F45");
  CHECK(at("about 12:45 (America/Chicago)") == "vers 12\u202Fh\u202F45 (America/Chicago)");
  CHECK(at("9:00 to 17:00") == "de 9\u202Fh\u202F00 à 17\u202Fh\u202F00");
  CHECK(at("Emmett Shear: chief executive, OpenAI (interim)") ==
        "Emmett Shear : directeur général, OpenAI (par intérim)");
  CHECK(at("strike (denied)") == "grève (démenti)");
}

TEST_CASE("French takes the singular below two, English at one", "[report]") {
  CHECK(Words::of("fr").count("count.claim", 0) == "0 affirmation");
  CHECK(Words::of("fr").count("count.claim", 1) == "1 affirmation");
  CHECK(Words::of("fr").count("count.claim", 1200) == "1\u202F200 affirmations");
  CHECK(Words::of("en").count("count.claim", 0) == "0 claims");
  CHECK(Words::of("en").count("count.claim", 1) == "1 claim");
  CHECK(value_in_words(Duration{{Decimal(15, -1), Decimal(15, -1), Form::exact}, "hour", {}}, {},
                       Words::of("fr")) == "1,5 heure");
}

TEST_CASE("the words of both languages have the same keys", "[report]") {
  std::vector<std::string> keys[2];
  for (int i = 0; i < 2; ++i) {
    Problems problems;
    const std::string path = i == 0 ? "words/en.yaml" : "words/fr.yaml";
    for (const std::string& key : Words::parse(path, read_report_file(path), &problems).keys()) {
      // Units and currencies are named where a language has a name for them, with one word or two.
      if (key.rfind("unit.", 0) != 0 && key.rfind("currency", 0) != 0) keys[i].push_back(key);
    }
    CHECK(problems.empty());
  }
  CHECK(keys[0] == keys[1]);
}

TEST_CASE("what fills a slot is not filled again", "[report]") {
  CHECK(fill_slots("{a} and {b}, {c", "{", "}", {{"a", "{b}"}, {"b", "x"}}) == "{b} and x, {c");
}

}  // namespace
}  // namespace crosscheck
