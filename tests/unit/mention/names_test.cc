#include <catch2/catch.hpp>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "mention/mentions.h"
#include "resolve/entities.h"
#include "resolve/links.h"
#include "unit/shipped_rulebook.h"

namespace crosscheck {
namespace {

// One sentence a line. Names as "kind name", roles as "person: role, organisation (status)".
struct Article {
  Article(const std::string& language, const std::string& text) {
    document.text = text;
    for (uint32_t at = 0; at < text.size();) {
      const auto end = static_cast<uint32_t>(std::min(text.find('\n', at), text.size()));
      document.segments.push_back({SegmentKind::sentence, {at, end}, ""});
      at = end + 1;
    }
    annotated = annotate(document, *shipped_rulebook().language(language));
    mentions = find_mentions(annotated, shipped_rulebook());
    resolve_names(annotated, shipped_rulebook(), &mentions, &document.warnings);
  }

  std::string names() const {
    std::vector<std::string> out;
    for (const Mention& mention : mentions) {
      const auto* name = std::get_if<EntityName>(&mention.value);
      if (name) out.push_back(absl::StrCat(to_string(mention.kind), " ", name->name));
    }
    return absl::StrJoin(out, "; ");
  }

  std::string roles() const {
    std::vector<std::string> out;
    for (const Mention& mention : mentions) {
      const auto* role = std::get_if<Role>(&mention.value);
      if (!role) continue;
      out.push_back(absl::StrCat(
          role->person, ": ", role->role, role->organisation.empty() ? "" : ", ", role->organisation,
          role->status == RoleStatus::current ? "" : absl::StrCat(" (", to_string(role->status), ")")));
    }
    return absl::StrJoin(out, "; ");
  }

  NamedText linked() { return {&annotated, &mentions, nullptr}; }

  Document document;
  Annotated annotated;
  std::vector<Mention> mentions;
};

TEST_CASE("names are found and typed by what stands around them", "[names]") {
  struct Row {
    const char* language;
    const char* text;
    const char* names;
  };
  const Row rows[] = {
      {"fr", "Le maire de Lyon, Jean Dupont, a parlé.", "place Lyon; person Jean Dupont"},
      {"fr", "Hier, Claire Martin a quitté Microsoft.", "person Claire Martin; organisation Microsoft"},
      {"fr", "Mme Vasseur a parlé.", "person Vasseur"},
      {"fr", "Jean-François Le Guen et Inès d’Albret sont venus.",
       "person Jean-François Le Guen; person Inès d’Albret"},
      {"fr", "J. K. Rowling, écrivaine, a parlé.", "person J. K. Rowling"},
      {"fr", "La société Boréal a fermé.", "organisation Boréal"},
      {"fr", "Le PDG de Solvane, Luc Petit, est parti.", "organisation Solvane; person Luc Petit"},
      {"fr", "Les élus ont voté lundi en mars.", ""},
      {"fr", "La société Boréal investit 30 M€ sur trois ans, dont 12 M€ en 2024.", "organisation Boréal"},
      {"fr", "Le monde change. Le Monde l’écrit.", "organisation Le Monde"},
      {"fr", "Claire Martin est là.\nMartin est partie.", "person Claire Martin; person Claire Martin"},
      {"en", "Sheriff Dale Burkett spoke in Chicago.", "person Dale Burkett; place Chicago"},
      {"en", "The company said Solvane Group will close.", "organisation Solvane Group"},
      {"en", "Officials in Brussels met Mr Takeda.", "place Brussels; person Takeda"},
      {"en", "Emily Harrow left. Harrow was tired.", "person Emily Harrow; person Emily Harrow"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Article(row.language, row.text).names() == row.names);
  }
}

TEST_CASE("roles are found with their person, organisation and status", "[names]") {
  struct Row {
    const char* language;
    const char* text;
    const char* roles;
  };
  const Row rows[] = {
      {"fr", "Claire Martin, PDG de Microsoft, a parlé.", "Claire Martin: chief-executive, Microsoft"},
      {"fr", "Le PDG de Microsoft, Claire Martin, a parlé.", "Claire Martin: chief-executive, Microsoft"},
      {"fr", "Claire Martin (vice-présidente de Microsoft) a parlé.",
       "Claire Martin: vice-president, Microsoft"},
      {"fr", "Claire Martin, cofondatrice et ancienne PDG de Microsoft, a parlé.",
       "Claire Martin: co-founder, Microsoft; Claire Martin: chief-executive, Microsoft (former)"},
      {"fr", "Claire Martin a été nommée PDG par intérim.", "Claire Martin: chief-executive (interim)"},
      {"fr", "Claire Martin a été nommée PDG de Microsoft.",
       "Claire Martin: chief-executive, Microsoft (named)"},
      {"fr", "Microsoft a choisi Claire Martin en tant que nouvelle PDG.",
       "Claire Martin: chief-executive (named)"},
      {"fr", "Sa directrice technique, Claire Martin, a parlé.", "Claire Martin: technology-chief"},
      {"fr", "Le ministre des Transports, Luc Petit, a parlé.", "Luc Petit: transport-minister"},
      {"fr", "Le ministre délégué aux Transports, Luc Petit, a parlé.", "Luc Petit: transport-minister"},
      {"fr", "Un président a parlé.", ""},
      {"en", "Microsoft CEO Emily Harrow spoke.", "Emily Harrow: chief-executive, Microsoft"},
      {"en", "Microsoft's chief executive, Emily Harrow, spoke.", "Emily Harrow: chief-executive, Microsoft"},
      {"en", "Emily Harrow, 45, chief executive of Microsoft, spoke.",
       "Emily Harrow: chief-executive, Microsoft"},
      {"en", "Emily Harrow was named interim CEO.", "Emily Harrow: chief-executive (interim)"},
      {"en", "The general director Emily Harrow spoke.", "Emily Harrow: chief-executive"},
      {"en", "Former mayor James Keller spoke.", "James Keller: mayor (former)"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Article(row.language, row.text).roles() == row.roles);
  }
}

TEST_CASE("a name in look-alike letters is taken for the known one, with a warning", "[names]") {
  const Article article("fr", "OpenAl a nommé Claire Martin.");
  CHECK(article.names() == "organisation OpenAI; person Claire Martin");
  CHECK(absl::StrJoin(article.document.warnings, "; ") ==
        "'OpenAl' is written with look-alike letters and taken for 'OpenAI'");
}

TEST_CASE("a surname alone joins the only person of that name in the dossier", "[names]") {
  Article first("fr", "Claire Martin, PDG de Microsoft, a parlé.");
  Article second("en", "Mrs Martin spoke.");
  link_names(shipped_rulebook(), {first.linked(), second.linked()});
  CHECK(second.names() == "person Claire Martin");
  Article third("fr", "Paul Martin est là.");
  Article fourth("en", "Mrs Martin spoke.");
  link_names(shipped_rulebook(), {first.linked(), third.linked(), fourth.linked()});
  CHECK(fourth.names() == "person Martin");
}

TEST_CASE("a reflexive verb at the start of a line is no firm", "[names]") {
  CHECK(Article("fr", "Se désabonner | Gérer mes préférences").names() == "");
  CHECK(Article("fr", "Le patron de Naval SE a parlé.").names() == "organisation Naval SE");
}

}  // namespace
}  // namespace crosscheck
