#include <catch2/catch.hpp>

#include "resolve/entities.h"
#include "unit/mention/named_article.h"

namespace crosscheck {
namespace {

TEST_CASE("the names of one article that mean the same have one id", "[names]") {
  struct Row {
    const char* language;
    const char* text;
    const char* ids;
  };
  const Row rows[] = {
      {"fr", "Le groupe Calvéra ferme.", "calvera"},
      {"fr", "Selon Ines Albret, tout va.\nMme Albret part.", "ines-albret; ines-albret"},
      {"fr", "Selon Ines Albret, tout va.\nSelon Claire Albret, non.\nMme Albret part.",
       "ines-albret; claire-albret; albret"},
      {"fr", "Mme Karsen et Odile Karsen.", "odile-karsen; odile-karsen"},
      {"fr", "Les salariés du Groupe Solvane et de Solvane.", "solvane; solvane"},
      {"fr", "Le groupe Calvera Roche Médias (CRM) ferme.\nLes salariés de CRM partent.",
       "calvera-roche-medias; calvera-roche-medias; calvera-roche-medias"},
      {"fr", "La société CRM (Calvera Roche Médias) ferme.", "calvera-roche-medias; calvera-roche-medias"},
      {"fr", "Mme Albret, PDG de Solvane, part.\nSelon Ines Albret, tout va.",
       "ines-albret; ines-albret; solvane; ines-albret"},
      {"en", "Emily Harrow spoke.\nHarrow's house.", "emily-harrow; emily-harrow"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(NamedArticle(row.language, row.text).ids() == row.ids);
  }
}

TEST_CASE("look-alike letters lead to the name that is meant, and are told", "[names]") {
  struct Row {
    const char* text;
    const char* names;
    const char* warnings;
  };
  const Row rows[] = {
      {"Les salariés de VeltrAl partent.", "organisation VeltrAI",
       "'VeltrAl' is written with look-alike letters and taken for 'VeltrAI'"},
      {"VeltrAl ferme.", "organisation VeltrAI",
       "'VeltrAl' is written with look-alike letters and taken for 'VeltrAI'"},
      {"Les salariés de Solv\u0430ne partent.", "organisation Solvane",
       "'Solv\u0430ne' is written with look-alike letters and taken for 'Solvane'"},
      {"Les salariés de BrtvAI, ceux de BrtvAI et ceux de BrtvAl.",
       "organisation BrtvAI; organisation BrtvAI; organisation BrtvAI",
       "'BrtvAl' is written with look-alike letters and taken for 'BrtvAI'"},
      {"Les salariés de VeltrAI partent.", "organisation VeltrAI", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const NamedArticle article("fr", row.text);
    CHECK(article.names() == row.names);
    CHECK(article.warnings() == row.warnings);
  }
}

TEST_CASE("names are linked across articles, in whichever order", "[names]") {
  struct Row {
    const char* what;
    const char* first;
    const char* second;
    const char* names;  // of the second
    const char* ids;
  };
  const Row rows[] = {
      {"a surname alone", "Selon Ines Albret, tout va.", "Mme Albret part.", "person Ines Albret",
       "ines-albret"},
      {"two of that surname", "Selon Ines Albret et Claire Albret.", "Mme Albret part.", "person Albret",
       "albret"},
      {"accents", "Le groupe Calvéra ferme.", "Le groupe Calvera ferme.", "organisation Calvéra", "calvera"},
      {"hyphens", "Selon Jean-Luc Rast, non.", "Selon Jean Luc Rast, non.", "person Jean-Luc Rast",
       "jean-luc-rast"},
      {"capitals", "Le groupe Calvera ferme.", "Le groupe CALVERA ferme.", "organisation Calvera", "calvera"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    for (const bool turned : {false, true}) {
      NamedArticle first("fr", row.first), second("fr", row.second);
      std::vector<std::vector<Mention>*> all = {first.mentions(), second.mentions()};
      if (turned) std::swap(all[0], all[1]);
      link_names(name_rulebook(), all);
      CHECK(second.names() == row.names);
      CHECK(second.ids() == row.ids);
    }
  }
}

}  // namespace
}  // namespace crosscheck
