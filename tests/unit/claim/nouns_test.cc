#include "claim/nouns.h"

#include <catch2/catch.hpp>

#include "unit/claim/fixture.h"

namespace crosscheck {
namespace {

TEST_CASE("a figure counts the noun behind it, or the one before where it is left out", "[claim]") {
  struct Row {
    const char* language;
    const char* text;
    const char* figure;
    const char* noun_concept;
    bool inherited;
  };
  const Row rows[] = {
      {"fr", "Acme compte [count:750] employés.", "750", "employee", false},
      {"fr", "[count:700] des [count:770] collaborateurs ont signé.", "700", "employee", false},
      {"fr", "[count:700] (par [organisation:New York Times]) des [count:770] collaborateurs.", "700",
       "employee", false},
      {"fr", "[count:312] voitures, dont [count:84] en France.", "84", "vehicle", true},
      {"fr", "[count:9000] manifestants selon la police, [count:20000] selon la CGT.", "20000",
       "demonstrator", true},
      {"fr", "[count:12] jeunes pompiers volontaires.", "12", "firefighter", false},
      {"en", "It killed [count:18] people and wounded [count:13].", "18", "person", false},
      {"en", "It killed [count:18] people and wounded [count:13].", "13", "person", true},
      {"en", "[count:310] Orsa electric cars.", "310", "vehicle", false},
      {"en", "About [count:96] of them are in the United States.", "96", "", false},
      {"en", "The crash, with [percent:40 %] of strikers.", "40 %", "striker", false},
  };
  for (const Row& row : rows) {
    INFO(row.text << ": " << row.figure);
    MarkedArticle article(row.language, row.text);
    ClaimContext context(article.text(), MarkedArticle::rulebook(), &article.mutable_mentions());
    attach_nouns(&context);
    CHECK(article.mention(row.figure).noun_concept == row.noun_concept);
    CHECK(article.mention(row.figure).noun_inherited == row.inherited);
  }
}

}  // namespace
}  // namespace crosscheck
