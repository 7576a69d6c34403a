#include "text/tokens.h"

#include <catch2/catch.hpp>

#include "absl/strings/str_join.h"
#include "text/lexicon.h"

namespace crosscheck {
namespace {

ApostropheRules apostrophes() {
  ApostropheRules out;
  for (const char* word : {"l'", "d'", "qu'"}) out.elisions.insert(hash_word(word));
  out.clitics.insert(hash_word("'s"));
  return out;
}

std::string cut(const std::string& text) {
  std::vector<std::string> words;
  for (const Token& token : tokenize(text, apostrophes()))
    words.push_back(text.substr(token.begin, token.end - token.begin));
  return absl::StrJoin(words, "|");
}

TEST_CASE("words, digits and signs part", "[text]") {
  CHECK(cut("Plus de 7 500 salariés.") == "Plus|de|7|500|salariés|.");
  CHECK(cut("12h30, 700+ et 1,28 Md€") == "12|h|30|,|700|+|et|1|,|28|Md|€");
  CHECK(cut("l’équipe d'OpenAI") == "l’|équipe|d'|OpenAI");
  CHECK(cut("aujourd'hui") == "aujourd'hui");
  CHECK(cut("the company's boss, D'Angelo") == "the|company|'s|boss|,|D'|Angelo");
  CHECK(cut("vingt-deux (16-year-old)") == "vingt|-|deux|(|16|-|year|-|old|)");
  CHECK(cut("« oui »") == "«|oui|»");
  CHECK(cut("'quoted' words") == "'|quoted|'|words");
  CHECK(cut("3\xC2\xA0%") == "3|%");
}

TEST_CASE("equal words hash alike whatever their case and apostrophe", "[text]") {
  CHECK(hash_word("L’") == hash_word("l'"));
  CHECK(hash_word("ÉVINCÉ") == hash_word("évincé"));
  CHECK(hash_word("cœur") == hash_word("coeur"));
  CHECK(hash_word("tue") != hash_word("tué"));
  CHECK(fold_without_accents("ÉVINCÉ") == "evince");
}

TEST_CASE("a word is folded alike wherever its letters stand", "[text]") {
  for (const std::string letter : {"a", "Z", "é", "É", "ß", "œ", "Ÿ", "ж", "ﬁ"}) {
    for (size_t before = 0; before < 70; ++before) {
      const std::string word = std::string(before, 'B') + letter + "c";
      const Tokens tokens = tokenize("« " + word + "× " + word + ".", apostrophes());
      REQUIRE(tokens.size() == 5);
      CHECK(tokens[1].hash == hash_word(word));
      CHECK(tokens[3].hash == hash_folded(fold(word)));
    }
  }
}

TEST_CASE("capitals and white space are known", "[text]") {
  const Tokens tokens = tokenize("OpenAI, SNCF\nle A", apostrophes());
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[0].capitals == Capitals::first);
  CHECK(tokens[2].capitals == Capitals::all);
  CHECK(tokens[3].capitals == Capitals::none);
  CHECK(tokens[3].line_before);
  CHECK(tokens[4].capitals == Capitals::first);
  CHECK_FALSE(tokens[1].space_before);
}

TEST_CASE("ill-formed bytes do not stop the tokenizer", "[text]") {
  CHECK(cut("a\xFF\xC3") == "a|\xFF|\xC3");
}

TEST_CASE("a lexicon finds its phrases, longer ones first", "[text]") {
  Lexicon lexicon;
  const auto add = [&](const char* phrase, uint32_t payload) {
    lexicon.add(tokenize(phrase, apostrophes()), payload);
  };
  add("plus de", 1);
  add("plus", 2);
  add("de", 3);
  add("plus de", 4);
  lexicon.freeze();
  const auto matches = lexicon.find(tokenize("Plus de 500, plus", apostrophes()));
  std::vector<std::string> seen;
  for (const auto& match : matches) {
    for (const uint32_t payload : lexicon.payloads(match.group))
      seen.push_back(absl::StrJoin({match.first, match.last, payload}, "-"));
  }
  CHECK(absl::StrJoin(seen, " ") == "0-2-1 0-2-4 0-1-2 1-2-3 4-5-2");
}

TEST_CASE("phrases with the same payloads are of one group", "[text]") {
  Lexicon lexicon;
  for (const char* phrase : {"plus", "plus de", "moins"}) lexicon.add(tokenize(phrase, apostrophes()), 7);
  lexicon.add(tokenize("moins", apostrophes()), 3);
  lexicon.freeze();
  const auto matches = lexicon.find(tokenize("plus de, moins", apostrophes()));
  REQUIRE(matches.size() == 3);
  CHECK(lexicon.groups() == 2);
  CHECK(matches[0].group == matches[1].group);
  CHECK(matches[0].group != matches[2].group);
}

}  // namespace
}  // namespace crosscheck
