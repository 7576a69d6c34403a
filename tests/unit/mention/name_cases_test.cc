#include <catch2/catch.hpp>

#include "unit/mention/named_article.h"

namespace crosscheck {
namespace {

struct Row {
  const char* language;
  const char* text;
  const char* names;
};

void check(const Row& row) {
  INFO(row.text);
  CHECK(NamedArticle(row.language, row.text).names() == row.names);
}

TEST_CASE("persons are known by given name, title, role, speech or their full name elsewhere", "[names]") {
  const Row rows[] = {
      {"fr", "Selon Ines Albret, le site fermera.", "person Ines Albret"},
      {"fr", "Le site de Mme Albret fermera.", "person Albret"},
      {"fr", "Le site d’Ines d’Albret fermera.", "person Ines d’Albret"},
      {"fr", "Hier Jean-Luc Le Goffic est venu.", "person Jean-Luc Le Goffic"},
      {"fr", "Le patron Orso Belmar est venu.", "person Orso Belmar"},
      {"fr", "Le site a fermé, selon Orso Belmar, patron du groupe.", "person Orso Belmar"},
      {"fr", "« Non », a déclaré hier soir Paul von Rast.", "person Paul von Rast"},
      {"fr", "Hier Orso Belmar a déclaré forfait.", "person Orso Belmar"},
      {"fr", "Ines Albret est là.\nPour Albret, tout va bien.", "person Ines Albret; person Ines Albret"},
      {"fr", "Ines Albret est là.\n« Ines est forte », dit-on.", "person Ines Albret; person Ines Albret"},
      {"fr", "J. K. Belmar, patron du site, est venu.", "person J. K. Belmar"},
      {"fr", "Odile Karsen est venue.", "person Odile Karsen"},
      {"fr", "Odile Karsen est venue.\nMme Karsen est repartie.", "person Odile Karsen; person Odile Karsen"},
      {"fr", "Ines Albret et Paul Rast sont venus.", "person Ines Albret; person Paul Rast"},
      {"en", "Emily Harrow's house is large.", "person Emily Harrow"},
      {"en", "Yesterday Emily Harrow spoke.", "person Emily Harrow"},
      {"en", "The site belongs to Paul D'Arsano.", "person Paul D'Arsano"},
      {"en", "It was Orso Belmar told reporters.", "person Orso Belmar"},
      {"en", "The site belongs to Mr. Takeda.", "person Takeda"},
      {"en", "James van Horn spoke.", "person James van Horn"},
      {"en", "Emily Harrow spoke.\nLater, Harrow left.", "person Emily Harrow; person Emily Harrow"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("organisations are known by their words, their letters or their repetition", "[names]") {
  const Row rows[] = {
      {"fr", "Le groupe Calvera ferme.", "organisation Calvera"},
      {"fr", "Il travaille chez Calvera.", "organisation Calvera"},
      {"fr", "Les salariés de Calvera SA partent.", "organisation Calvera SA"},
      {"fr", "Le directeur général de Calvera est parti.", "organisation Calvera"},
      {"fr", "Les salariés de CalverOil partent.", "organisation CalverOil"},
      {"fr", "Les salariés de la BRTV partent.", "organisation BRTV"},
      {"fr", "Solvane ferme.", "organisation Solvane"},
      {"fr", "Les lecteurs de Le Soir.", "organisation Le Soir"},
      {"fr", "Le soir tombe.", ""},
      {"en", "The company Calvera will close.", "organisation Calvera"},
      {"en", "Workers of Calvera Group left.", "organisation Calvera Group"},
      {"en", "Workers of the Bank of Norvik left.", "organisation Bank of Norvik"},
      {"en", "Calvera CEO Emily Harrow spoke.", "organisation Calvera; person Emily Harrow"},
      {"en", "They joined VeltrAI's board.", "organisation VeltrAI"},
      {"en", "Workers of Johnson & Belmar Inc left.", "organisation Johnson & Belmar Inc"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("places are known, or follow a word of places", "[names]") {
  const Row rows[] = {
      {"fr", "Le site de Port-Aven ferme.", "place Port-Aven"},
      {"fr", "Il habite à Sarlande.", "place Sarlande"},
      {"fr", "Il habite à Saint-Orvin-de-Lac.", "place Saint-Orvin-de-Lac"},
      {"fr", "Le maire de Sarlande, Paul Rast, est venu.", "place Sarlande; person Paul Rast"},
      {"en", "They live in Norvik.", "place Norvik"},
      {"en", "The mayor of Norvik is here.", "place Norvik"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("a capital alone makes no name", "[names]") {
  const Row rows[] = {
      {"fr", "Hier, les élus ont voté.", ""},
      {"fr", "Des élus ont voté.\nIls partent.", ""},
      {"fr", "Lundi, en mars, un vote a eu lieu.", ""},
      {"fr", "Les Français ont voté.", ""},
      {"fr", "L’IA progresse.", ""},
      {"fr", "Le Parlement européen a voté.", ""},
      {"fr", "Cependant, Ines Albret est venue.", "person Ines Albret"},
      {"fr", "# LES SALARIÉS DE SOLVANE PARTENT", "organisation Solvane"},
      {"fr", "« Bonjour », dit-il.", ""},
      {"fr", "Les modèles GPT-4 et CO2 sont là.", ""},
      {"en", "On Monday the vote took place in November.", ""},
      {"en", "The French voted.", ""},
      {"en", "Voters went home.", ""},
      {"en", "# Solvane Hires Emily Harrow After Talks Collapse\nEmily Harrow came.",
       "organisation Solvane; person Emily Harrow; person Emily Harrow"},
      {"en", "When Emily Harrow spoke, all went home.", "person Emily Harrow"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("a nationality before a person is no part of the name", "[names]") {
  CHECK(NamedArticle("fr", "La Kényane Odile Benz a gagné.").names() == "person Odile Benz");
  CHECK(NamedArticle("en", "Kenyan Paul Rast won.").names() == "person Paul Rast");
  CHECK(NamedArticle("en", "Avenese Steel Group won.").names() == "organisation Avenese Steel Group");
}

}  // namespace
}  // namespace crosscheck
