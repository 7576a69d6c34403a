#include <catch2/catch.hpp>

#include "resolve/links.h"
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
      std::vector<NamedText> all = {first.linked(), second.linked()};
      if (turned) std::swap(all[0], all[1]);
      link_names(name_rulebook(), all);
      CHECK(second.names() == row.names);
      CHECK(second.ids() == row.ids);
    }
  }
}

struct LinkRow {
  const char* what;
  const char* language;
  const char* first;
  const char* second;
  const char* names;  // of the second
  const char* ids;
};

void check_rows(const std::vector<LinkRow>& rows) {
  for (const LinkRow& row : rows) {
    INFO(row.what);
    for (const bool turned : {false, true}) {
      NamedArticle first(row.language, row.first), second(row.language, row.second);
      std::vector<NamedText> all = {first.linked(), second.linked()};
      if (turned) std::swap(all[0], all[1]);
      link_names(name_rulebook(), all);
      CHECK(second.names() == row.names);
      CHECK(second.ids() == row.ids);
    }
  }
}

TEST_CASE("what one article cannot tell of a name, another tells", "[links]") {
  check_rows({
      {"a person", "fr", "Hier, Ines Albret a parlé.", "Les voisins de Albret ont parlé.",
       "person Ines Albret", "ines-albret"},
      {"a firm", "fr", "Le groupe Calvéra ferme.", "Hier, Calvéra a fermé.", "organisation Calvéra",
       "calvera"},
      {"a word that opens a sentence", "fr", "Selon Paul Petit, tout va.", "Petit feu, grande peur.", "", ""},
      {"a word that opens two", "fr", "Selon Paul Petit, tout va.", "Petit feu. Petit à petit, la peur.", "",
       ""},
      {"a firm that opens two", "fr", "Le groupe Calvéra ferme.",
       "Calvéra : la fin. Calvéra avait été fondé.", "organisation Calvéra; organisation Calvéra",
       "calvera; calvera"},
  });
}

TEST_CASE("the short and the long name of a firm are one, those of a parent and its subsidiary are two",
          "[links]") {
  check_rows({
      {"with an ending", "fr", "Les salariés de Calvera SA partent.", "Le groupe Calvera ferme.",
       "organisation Calvera SA", "calvera"},
      {"the full name first", "fr",
       "La société Calvera Ports ferme.\nLe groupe Calvera part.\nLe groupe Calvera perd.",
       "Le groupe Calvera ferme.", "organisation Calvera Ports", "calvera"},
      {"a subsidiary", "fr",
       "La société Calvera Ports, filiale du groupe voisin, ferme.\nLe groupe Calvera part.\nLe groupe "
       "Calvera perd.",
       "Le groupe Calvera ferme.", "organisation Calvera", "calvera"},
      {"both in one sentence", "fr",
       "La société Calvera Ports quitte le groupe Calvera.\nLe groupe Calvera part.\nLe groupe Calvera perd.",
       "Le groupe Calvera ferme.", "organisation Calvera", "calvera"},
      {"an acronym", "fr", "Le groupe Calvera Roche Médias (CRM) ferme.", "Les salariés de CRM partent.",
       "organisation Calvera Roche Médias", "calvera-roche-medias"},
      {"a former name", "fr", "La société Calvera, anciennement Rastor, ferme.\nLa société Rastor part.",
       "La société Rastor ferme.", "organisation Calvera", "calvera"},
  });
}

TEST_CASE("spellings of one name are linked, names of two people are not", "[links]") {
  check_rows({
      {"a letter less", "en", "Emily Harrow said so.", "Emily Harow said so.", "person Emily Harrow",
       "emily-harrow"},
      {"a short given name", "en", "James Harrow said so.", "Jim Harrow said so.", "person James Harrow",
       "james-harrow"},
      {"two given names", "fr", "Selon Jean Albret, tout va.", "Selon Paul Albret, tout va.",
       "person Paul Albret", "paul-albret"},
      {"an inflected word", "fr", "Le groupe Calverin ferme.", "Le groupe Calverine ferme.",
       "organisation Calverine", "calverine"},
  });
}

TEST_CASE("a person is told with more names here and with fewer there", "[links]") {
  check_rows({
      {"a second given name", "en", "Mark Peter Harrow said so.", "Hours later Mark Harrow said so.",
       "person Mark Peter Harrow", "mark-harrow"},
      {"a word that opens a sentence", "en", "Smirking James Harrow said so.",
       "Hours later James Harrow said so.", "person James Harrow", "james-harrow"},
      {"a given name that opens a sentence", "fr", "Paul Jean Albret a parlé.", "Selon Jean Albret, tout va.",
       "person Jean Albret", "jean-albret"},
  });
  NamedArticle both("en", "Mark Peter Harrow said so.\nHours later Mark John Harrow said so.");
  NamedArticle third("en", "Hours later Mark Harrow said so.");
  std::vector<NamedText> all = {both.linked(), third.linked()};
  link_names(name_rulebook(), all);
  CHECK(both.ids() == "mark-peter-harrow; mark-john-harrow");
  CHECK(third.ids() == "mark-harrow");
}

TEST_CASE("articles of two dossiers share no names", "[links]") {
  NamedArticle first("fr", "Selon Ines Albret, tout va."), second("fr", "Mme Albret part.");
  link_names(name_rulebook(), {first.linked()});
  link_names(name_rulebook(), {second.linked()});
  CHECK(second.ids() == "albret");
}

}  // namespace
}  // namespace crosscheck
