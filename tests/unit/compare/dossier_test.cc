#include "unit/compare/dossier.h"

#include <catch2/catch.hpp>
#include <set>

namespace crosscheck {
namespace {

using Findings = std::vector<std::string>;

TEST_CASE("a name that two articles spell in two ways is a finding of its own", "[disputed_names]") {
  const Report report =
      checked({{"Soir", "en", "Sarah Bennett, the mayor, spoke. Fire swept the Harrow Bar & Grill."},
               {"Matin", "en", "Sarah Benett, the mayor, left. The Harrow Bar & Grille burned."}});
  CHECK(findings_of(report, "names.spelling") ==
        Findings{"contradiction: Sarah Bennett (a1) | Sarah Benett (a2)"});
}

TEST_CASE("names that only differ by style agree", "[disputed_names]") {
  const Report accents = checked({{"Soir", "fr", "Élodie Vasseur, la maire, a parlé."},
                                  {"Matin", "fr", "Elodie Vasseur, la maire, a parlé."}});
  CHECK(findings_of(accents, "names.spelling") ==
        Findings{"agreement: Élodie Vasseur (a1) | Elodie Vasseur (a2)"});
  const Report short_names = checked({{"Soir", "en", "Michael Harrow, 34, was hurt. Mr Harrow left."},
                                      {"Matin", "en", "Mike Harrow, 34, was hurt."}});
  CHECK(findings_of(short_names, "names.spelling") ==
        Findings{"agreement: Michael Harrow (a1) | Mike Harrow (a2)"});
  const Report hyphens = checked({{"Soir", "fr", "Jean-Luc Rast, le maire, a parlé."},
                                  {"Matin", "fr", "Jean Luc Rast, le maire, a parlé."}});
  CHECK(findings_of(hyphens, "names.spelling").empty());
}

TEST_CASE("two people of nearly one name are no misspelling", "[disputed_names]") {
  const Report one_tells_both = checked({{"Soir", "en", "Sarah Bennett, 34, and Sarah Benett, 41, spoke."},
                                         {"Matin", "en", "Sarah Bennett, 34, spoke."}});
  CHECK(findings_of(one_tells_both, "names.spelling").empty());
  const Report sisters = checked(
      {{"Soir", "en", "Paul Bennett, 34, was hurt."}, {"Matin", "en", "Paula Bennett, 34, was hurt."}});
  CHECK(findings_of(sisters, "names.spelling").empty());
}

TEST_CASE("languages may write a name in their own way", "[disputed_names]") {
  const Report report = checked({{"Soir", "fr", "Selon Viktor Zelinski, 34 ans, tout va."},
                                 {"Matin", "en", "Viktor Zelinsky, 34, said all was well."}});
  CHECK(findings_of(report, "names.spelling").empty());
}

constexpr char kRule[] = "quotations.words";

size_t disputed(const std::string& a, const std::string& b, const char* language = "en") {
  return findings_of(checked({{"Soir", language, a}, {"Matin", language, b}}), kRule).size();
}

TEST_CASE("words of one speaker told with other words are a finding of their own", "[disputed_quotations]") {
  const Report report = checked(
      {{"Soir", "en", "“We will rebuild every bridge of this valley before winter,” Sarah Bennett said."},
       {"Matin", "en", "Sarah Bennett said: “We will repair every bridge of this valley before winter.”"}});
  CHECK(findings_of(report, kRule) ==
        std::vector<std::string>{
            "contradiction: We will rebuild every bridge of this valley before winter,” Sarah Bennett (a1) | "
            "Sarah Bennett said: “We will repair every bridge of this valley before winter (a2)"});
}

TEST_CASE("words of one speaker told of another are, too", "[disputed_quotations]") {
  CHECK(disputed("“We will rebuild every bridge of this valley before winter,” Sarah Bennett said.",
                 "“We will rebuild every bridge of this valley before winter,” Paul Harrow said.") == 1);
}

TEST_CASE("a shorter cut, another sentence and a translation are no difference", "[disputed_quotations]") {
  CHECK(disputed("“We will rebuild every bridge of this valley before winter,” Sarah Bennett said.",
                 "“We will rebuild every bridge of this valley,” Sarah Bennett said.") == 0);
  CHECK(disputed("“We will rebuild every bridge of this valley before winter,” Sarah Bennett said.",
                 "“I am proud of every one of you and of this town,” Sarah Bennett said.") == 0);
  const Report languages = checked(
      {{"Soir", "fr",
        "« Nous reconstruirons chaque pont de cette vallée avant l'hiver », a déclaré Sarah Bennett."},
       {"Matin", "en", "“We will repair every bridge of this valley before winter,” Sarah Bennett said."}});
  CHECK(findings_of(languages, kRule).empty());
}

TEST_CASE("an article that also has the words of the other contradicts nobody", "[disputed_quotations]") {
  const std::string both =
      "“We will rebuild every bridge of this valley before winter,” Sarah Bennett said.\n\n"
      "“We will repair every bridge of this valley before winter,” Sarah Bennett said.";
  CHECK(disputed(both, "“We will repair every bridge of this valley before winter,” Sarah Bennett said.") ==
        0);
}

// Whose the claims are that hold `words`, by article.
std::vector<std::string> origins(const std::vector<Told>& articles, const std::string& words) {
  const Report report = checked(articles);
  std::vector<std::string> out(articles.size());
  for (const Claim& claim : report.claims) {
    if (claim.quote.find(words) != std::string::npos) out[claim.document] = claim.origin;
  }
  return out;
}

using Origins = std::vector<std::string>;

TEST_CASE("an article that runs an agency's copy has the agency as its origin", "[origins]") {
  const std::string facts =
      "Le groupe Solvane emploie 750 salariés dans le pays, a annoncé sa direction mardi dans un communiqué "
      "remis aux syndicats.";
  CHECK(origins({{"Soir", "fr", "PARIS (AFP) - " + facts}}, "750") == Origins{"AFP"});
  CHECK(origins({{"Soir", "fr", facts + "\n\n(avec AFP)"}}, "750") == Origins{"AFP"});
  CHECK(origins({{"Soir", "fr", facts + "\n\nSource : Reuters"}}, "750") == Origins{"Reuters"});
  CHECK(origins({{"Soir", "fr", "Le Soir avec AFP\n\n" + facts}}, "750") == Origins{"AFP"});
  CHECK(origins({{"Soir", "fr", facts}}, "750") == Origins{"Soir"});
  CHECK(origins({{"Soir", "fr", "Les salariés de l'AFP ont défilé. " + facts}}, "750") == Origins{"Soir"});
}

TEST_CASE("what a sentence takes from another outlet comes from there", "[origins]") {
  CHECK(origins({{"Evening", "en", "Solvane employs 750 people, its chief executive told Reuters."}},
                "750") == Origins{"Reuters"});
  CHECK(origins({{"Evening", "en", "According to Le Monde, Solvane employs 750 people."}}, "750") ==
        Origins{"Le Monde"});
  CHECK(origins({{"Evening", "en", "Solvane, which employs 750 people, competes with Reuters."}}, "750") ==
        Origins{"Evening"});
}

TEST_CASE("a copied passage has one origin, whichever article comes first", "[origins]") {
  const Told original = {"Soir", "en",
                         "Solvane employs 750 people at its plant by the river, the company said on Monday."};
  const Told copy = {"Matin", "en",
                     "Workers are angry. Solvane employs 750 people at its plant by the river, the company "
                     "said on Monday evening."};
  const Told own = {"Midi", "en",
                    "At the plant, 750 people now fear for their jobs at Solvane, union leaders told us."};
  const auto count = [](const Origins& all) { return std::set<std::string>(all.begin(), all.end()).size(); };
  CHECK(count(origins({original, copy, own}, "750")) == 2);
  CHECK(count(origins({copy, own, original}, "750")) == 2);
}

// The subject of the claim of `rule` in a text of one article; "none" when there is no such claim.
std::string owner(const char* language, const std::string& text, const std::string& rule) {
  for (const Claim& claim : checked({{"Soir", language, text}}).claims) {
    if (claim.rule == rule) return claim.subject;
  }
  return "none";
}

TEST_CASE("a headcount belongs to the firm that the clause is about", "[owners]") {
  struct Row {
    const char* language;
    const char* text;
    const char* owner;
  };
  const Row rows[] = {
      {"fr", "Solvane Industries ferme un site. L'entreprise emploie 750 salariés.", "Solvane Industries"},
      {"fr", "Solvane Industries ferme un site. Selon la CGT, le groupe emploie 750 salariés.",
       "Solvane Industries"},
      {"en", "Solvane Industries shut a plant. The company employs 750 people.", "Solvane Industries"},
      {"en", "Solvane Industries, owned by Calvera Group, employs 750 people.", "Solvane Industries"},
      {"en", "Solvane Industries is owned by Calvera Group, which employs 750 people.", "Calvera Group"},
      {"en", "Solvane Industries (750 employees) shut a plant near Calvera Group.", "Solvane Industries"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(owner(row.language, row.text, "organisation.employees") == row.owner);
  }
}

TEST_CASE("'the group' stands for nobody when it could be two", "[owners]") {
  CHECK(owner("fr", "Solvane Industries rachète Calvera Industries. Le groupe emploie 750 salariés.",
              "organisation.employees") != "Calvera Industries");
  CHECK(owner("fr", "Solvane Industries ferme. Un groupe de travail de 750 salariés proteste.",
              "organisation.employees") != "Calvera Industries");
}

}  // namespace
}  // namespace crosscheck
