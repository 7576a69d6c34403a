#include "claim/claims.h"

#include <catch2/catch.hpp>

#include "unit/claim/fixture.h"

namespace crosscheck {
namespace {

const Claim* by_rule(const std::vector<Claim>& claims, const std::string& rule) {
  for (const Claim& claim : claims) {
    if (claim.rule == rule) return &claim;
  }
  return nullptr;
}

TEST_CASE("part and whole are two claims of two attributes", "[claim]") {
  MarkedArticle article("fr",
                        "[count:500] des [count:750] employés de [organisation:Acme] ont signé une lettre.");
  const auto claims = article.claims();
  const Claim* part = by_rule(claims, "letter.signatories");
  REQUIRE(part);
  CHECK(*amount_of(part->value)->low == Decimal(500));
  const Claim* whole = by_rule(claims, "organisation.employees-whole");
  REQUIRE(whole);
  CHECK(*amount_of(whole->value)->low == Decimal(750));
  CHECK(whole->subject == "Acme");
  CHECK(whole->subject_from == SubjectFrom::complement);
  CHECK(whole->quote == "500 des 750 employés");
}

TEST_CASE("a claim tells who says it", "[claim]") {
  struct Row {
    const char* text;
    const char* speaker;
  };
  const Row rows[] = {
      {"[count:700] (par [organisation:Le Monde]) salariés ont signé.", "Le Monde"},
      {"[count:700] salariés ont signé selon la police.", "police"},
      {"Selon les syndicats, [count:700] salariés ont signé.", "unions"},
      {"[count:700] salariés ont signé, a déclaré [person:Jean Petit].", "Jean Petit"},
      {"[person:Jean Petit] a déclaré que [count:700] salariés avaient signé.", "Jean Petit"},
      {"[count:700] salariés ont signé.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    MarkedArticle article("fr", row.text);
    const auto claims = article.claims();
    const Claim* claim = by_rule(claims, "letter.signatories");
    REQUIRE(claim);
    CHECK(claim->qualifiers.attribution == row.speaker);
  }
}

TEST_CASE("a question or a label lends its words to the sentence behind it", "[claim]") {
  const auto words = [](const std::string& before) {
    MarkedArticle article("fr", before + "\nUn bassin de [count:12] hectares a été creusé.");
    const auto claims = article.claims();
    const Claim* claim = by_rule(claims, "open");
    REQUIRE(claim);
    return claim->sentence_words.size();
  };
  const size_t none = words("Le port a vu arriver ses premiers navires hier.");
  CHECK(words("Que sait-on du chantier ?") > none);
  CHECK(words("Chantier.") > none);
}

TEST_CASE("a denial belongs to its verb", "[claim]") {
  struct Row {
    const char* language;
    const char* text;
    Polarity polarity;
    Modality modality;
  };
  const Row rows[] = {
      {"fr", "[person:Jean Petit] ne reviendra pas chez [organisation:Acme].", Polarity::denied,
       Modality::stated},
      {"fr", "[person:Jean Petit], qui n'est pas seul, revient chez [organisation:Acme].", Polarity::affirmed,
       Modality::stated},
      {"fr", "[person:Jean Petit] pourrait revenir chez [organisation:Acme].", Polarity::affirmed,
       Modality::possible},
      {"en", "[person:Jean Petit] will not return to [organisation:Acme].", Polarity::denied,
       Modality::planned},
      {"en", "[person:Jean Petit] returned to [organisation:Acme].", Polarity::affirmed, Modality::stated},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    MarkedArticle article(row.language, row.text);
    const auto claims = article.claims();
    const Claim* claim = by_rule(claims, "person.return");
    REQUIRE(claim);
    CHECK(claim->subject == "Jean Petit");
    CHECK(claim->qualifiers.polarity == row.polarity);
    CHECK(claim->qualifiers.modality == row.modality);
  }
}

TEST_CASE("a state is read as it is told, denied or merely supposed", "[claim]") {
  struct Row {
    const char* language;
    const char* text;
    const char* rule;
    const char* event;
    Polarity polarity;  // of the state
    Modality modality;
  };
  const Row rows[] = {
      {"fr", "L'incendie est maîtrisé.", "fire.control", "fire-control.controlled", Polarity::affirmed,
       Modality::stated},
      {"fr", "L'incendie n'est pas maîtrisé.", "fire.control", "fire-control.raging", Polarity::affirmed,
       Modality::stated},
      {"fr", "Si l'incendie est maîtrisé, la route rouvrira.", "fire.control", "fire-control.controlled",
       Polarity::affirmed, Modality::possible},
      {"en", "Is the fire under control?", "fire.control", "fire-control.controlled", Polarity::affirmed,
       Modality::possible},
      {"en", "She pleaded not guilty.", "trial.plea", "plea.not-guilty", Polarity::affirmed,
       Modality::stated},
      {"fr", "Le trésorier n'a pas été acquitté.", "trial.verdict", "verdict.acquitted", Polarity::denied,
       Modality::stated},
      {"en", "The firm denied that it had known of the fault.", "party.knew", "knew.ignored",
       Polarity::affirmed, Modality::stated},
      {"fr", "L'enquête n'exclut pas un acte criminel.", "event.cause", "cause.deliberate", Polarity::denied,
       Modality::possible},
      {"fr", "Le pilote a été tué.", "person.life", "life.dead", Polarity::affirmed, Modality::stated},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    MarkedArticle article(row.language, row.text);
    const auto claims = article.claims();
    const Claim* claim = by_rule(claims, row.rule);
    REQUIRE(claim);
    const auto* state = std::get_if<State>(&claim->value);
    REQUIRE(state);
    CHECK(state->event == row.event);
    CHECK(state->polarity == row.polarity);
    CHECK(claim->qualifiers.modality == row.modality);
  }
}

TEST_CASE("coordinated persons are each a subject", "[claim]") {
  MarkedArticle article(
      "fr", "[person:Jean Petit] et [person:Luc Grand] ont accepté de revenir chez [organisation:Acme].");
  std::vector<std::string> subjects;
  for (const Claim& claim : article.claims()) {
    if (claim.rule == "person.return") subjects.push_back(claim.subject);
  }
  CHECK(subjects == std::vector<std::string>{"Jean Petit", "Luc Grand"});
}

TEST_CASE("what no rule reads is an open claim that says which guard held a rule off", "[claim]") {
  MarkedArticle article("fr", "Chez [organisation:Acme], [count:40] salariés menacent de partir.");
  const auto claims = article.claims();
  const Claim* claim = by_rule(claims, kOpenRule);
  REQUIRE(claim);
  CHECK(claim->attribute == "employee");
  bool told = false;
  for (const std::string& step : claim->steps) {
    told |= step == "organisation.employees does not apply: the people of a deed are a part of the staff";
  }
  CHECK(told);
}

TEST_CASE("a figure to compare with is held back", "[claim]") {
  MarkedArticle article("fr",
                        "[count:700000] manifestants, contre [count:205000] manifestants le 31 janvier.");
  int held = 0;
  for (const Claim& claim : article.claims()) {
    if (claim.held_back == "it is a figure of another time, told to compare with") ++held;
  }
  CHECK(held == 1);
}

}  // namespace
}  // namespace crosscheck
