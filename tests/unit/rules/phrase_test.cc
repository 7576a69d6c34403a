#include "rules/phrase.h"

#include <catch2/catch.hpp>

#include "absl/strings/str_join.h"

namespace crosscheck {
namespace {

Inflections inflections() {
  Inflections out;
  out.noun.endings = {{"é", {"é", "és", "ée", "ées"}}, {"", {"", "s"}}};
  out.verb.endings = {{"er", {"er", "e", "é"}}, {"", {"", "s", "ed"}}};
  out.verb.irregular["leave"] = {"leave", "leaves", "left"};
  return out;
}

std::string unfolded(const std::string& notation) {
  std::string error;
  const auto phrases = unfold_phrase(notation, inflections(), &error);
  return error.empty() ? absl::StrJoin(phrases, ", ") : "error: " + error;
}

TEST_CASE("phrases unfold", "[rules]") {
  CHECK(unfolded("plus de") == "plus de");
  CHECK(unfolded("employé(e)(s)") == "employé, employés, employée, employées");
  CHECK(unfolded("(le|la) groupe") == "le groupe, la groupe");
  CHECK(unfolded("(grand) public") == "public, grand public");
  CHECK(unfolded("((à )la )fin") == "fin, la fin, à la fin");
  CHECK(unfolded("(toute |)fin") == "toute fin, fin");
  CHECK(unfolded("employé/n") == "employé, employés, employée, employées");
  CHECK(unfolded("licencier/v") == "licencier, licencie, licencié");
  CHECK(unfolded("leave/v") == "leave, leaves, left");
  CHECK(unfolded("sign/v up") == "sign up, signs up, signed up");
  CHECK(unfolded("km/h") ==
        "error: '/h' is no mark of inflection; known are /n (noun, adjective) and /v (verb)");
  CHECK(unfolded("employé(e") == "error: its brackets do not match");
  CHECK(unfolded("a)") == "error: its brackets do not match");
}

TEST_CASE("the first phrase is known without the others", "[rules]") {
  for (const char* notation :
       {"plus de", "employé(e)(s)", "(le|la) groupe", "(grand) public", "((à )la )fin", "(toute |)fin",
        "employé/n", "leave/v", "sign/v up", "(il (est|fut)|on a) licencié/v", "a  b", "((a|b)c|d) e/n"}) {
    CAPTURE(notation);
    std::string error;
    const auto phrases = unfold_phrase(notation, inflections(), &error);
    REQUIRE(error.empty());
    CHECK(first_phrase(notation, inflections()) == phrases.front());
  }
}

TEST_CASE("a phrase cannot unfold without end", "[rules]") {
  std::string bomb;
  for (int i = 0; i < 14; ++i) bomb += "(a|b)";
  CHECK(unfolded(bomb) == "error: it unfolds into more than 2,000 phrases");
}

}  // namespace
}  // namespace crosscheck
