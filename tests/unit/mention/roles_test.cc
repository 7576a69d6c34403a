#include <catch2/catch.hpp>

#include "unit/mention/named_article.h"

namespace crosscheck {
namespace {

struct Row {
  const char* language;
  const char* text;
  const char* roles;
};

TEST_CASE("a role is read with its person, its organisation and its status", "[names]") {
  const Row rows[] = {
      {"fr", "Ines Albret, PDG de Solvane, est venue.", "Ines Albret: chief-executive, Solvane"},
      {"fr", "Le PDG de Solvane, Paul Rast, est venu.", "Paul Rast: chief-executive, Solvane"},
      {"fr", "Le PDG de Solvane Paul Rast est venu.", "Paul Rast: chief-executive, Solvane"},
      {"fr", "Le PDG Paul Rast est venu.", "Paul Rast: chief-executive"},
      {"fr", "Ines Albret, cofondatrice et PDG de Solvane, est venue.",
       "Ines Albret: co-founder, Solvane; Ines Albret: chief-executive, Solvane"},
      {"fr", "Ines Albret a été nommée PDG de Solvane.", "Ines Albret: chief-executive, Solvane (named)"},
      {"fr", "Ines Albret devient PDG.", "Ines Albret: chief-executive (named)"},
      {"fr", "Ines Albret a été nommée PDG par intérim de Solvane.",
       "Ines Albret: chief-executive, Solvane (interim)"},
      {"fr", "Ines Albret (PDG de Solvane, 40 ans) est venue.", "Ines Albret: chief-executive, Solvane"},
      {"fr", "Sa CTO, Ines Albret, est venue.", "Ines Albret: technology-chief"},
      {"fr", "Sa directrice technique Ines Albret est venue.", "Ines Albret: technology-chief"},
      {"fr", "L’ancien patron de Solvane, Paul Rast, est venu.",
       "Paul Rast: chief-executive, Solvane (former)"},
      {"fr", "Le patron sortant de Solvane, Paul Rast, est venu.",
       "Paul Rast: chief-executive, Solvane (left)"},
      {"fr", "Le nouveau PDG de Solvane, Paul Rast, est venu.",
       "Paul Rast: chief-executive, Solvane (named)"},
      {"fr", "L’ex-patron de Solvane Paul Rast est venu.", "Paul Rast: chief-executive, Solvane (former)"},
      {"fr", "Ines Albret, 45 ans, PDG de Solvane, est venue.", "Ines Albret: chief-executive, Solvane"},
      {"fr", "Paul Rast est le PDG de la société Calvera.", "Paul Rast: chief-executive, Calvera"},
      {"fr", "Le maire de Sarlande, Paul Rast, est venu.", "Paul Rast: mayor, Sarlande"},
      {"fr", "L’avocate de Paul Rast, Ines Albret, est venue.", "Ines Albret: lawyer"},
      {"fr", "Le président du conseil de Solvane, Paul Rast, est venu.", "Paul Rast: chairman, Solvane"},
      {"fr", "Le président avenais Paul Rast est venu.", "Paul Rast: president"},
      {"fr", "Le ministre avenais des Affaires étrangères Paul Rast est venu.",
       "Paul Rast: foreign-minister"},
      {"fr", "Le ministre des Affaires étrangères avenais, Paul Rast, est venu.",
       "Paul Rast: foreign-minister"},
      {"fr", "Un patron est venu.", ""},
      {"fr", "La doyenne de la vieille faculté de droit, Ines Albret, est venue.", "Ines Albret: dean"},
      {"fr", "La sœur de la victime, Ines Albret, est venue.", "Ines Albret: sister"},
      {"fr", "Le doyen de la faculté (de droit), Paul Rast est venu.", ""},
      {"en", "The dean of the law school, Emily Harrow, spoke.", "Emily Harrow: dean"},
      {"en", "The dean of the school told us, Emily Harrow spoke.", ""},
      {"en", "Emily Harrow, the school's dean, spoke.", "Emily Harrow: dean"},
      {"en", "VeltrAI chair Emily Harrow spoke.", "Emily Harrow: veltrai-chair"},
      {"fr", "Paul Rast, PDG de Solvane, et Ines Albret, CTO, sont venus.",
       "Paul Rast: chief-executive, Solvane; Ines Albret: technology-chief"},
      {"fr", "Paul Rast a quitté Solvane, Ines Albret, sa CTO, le suit.", "Ines Albret: technology-chief"},
      {"en", "Solvane CEO Emily Harrow spoke.", "Emily Harrow: chief-executive, Solvane"},
      {"en", "Solvane's CEO, Emily Harrow, spoke.", "Emily Harrow: chief-executive, Solvane"},
      {"en", "Emily Harrow, 45, chief executive of Solvane, spoke.",
       "Emily Harrow: chief-executive, Solvane"},
      {"en", "Emily Harrow, the chief executive officer of Solvane, spoke.",
       "Emily Harrow: chief-executive, Solvane"},
      {"en", "Solvane appointed Emily Harrow as CEO.", "Emily Harrow: chief-executive (named)"},
      {"en", "Emily Harrow was appointed interim CEO of Solvane.",
       "Emily Harrow: chief-executive, Solvane (interim)"},
      {"en", "Former Solvane CEO James Keller spoke.", "James Keller: chief-executive, Solvane (former)"},
      {"en", "James Keller, former CEO of Solvane, spoke.",
       "James Keller: chief-executive, Solvane (former)"},
      {"en", "The mayor of Norvik, James Keller, spoke.", "James Keller: mayor, Norvik"},
      {"en", "Emily Harrow, co-founder and CTO of Solvane, spoke.",
       "Emily Harrow: co-founder, Solvane; Emily Harrow: technology-chief, Solvane"},
      {"en", "Emily Harrow is the CEO of Calvera.", "Emily Harrow: chief-executive, Calvera"},
      {"en", "The Avenese foreign minister James Keller spoke.", "James Keller: foreign-minister"},
      {"en", "Avenese President James Keller spoke.", "James Keller: president"},
      {"en", "A CEO spoke.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(NamedArticle(row.language, row.text).roles() == row.roles);
  }
}

TEST_CASE("a role spans its person as long as that is short", "[names]") {
  CHECK(NamedArticle("fr", "Hier Ines Albret, PDG de Solvane, est venue.").role_words() ==
        "Ines Albret, PDG");
  const NamedArticle far(
      "fr",
      "Paul Rast, après bien des années de travail et de voyages, a hier soir enfin été reconnu "
      "comme PDG de Solvane.");
  CHECK(far.role_words().size() <= 80);
}

}  // namespace
}  // namespace crosscheck
