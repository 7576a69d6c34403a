#include "unit/mention/named_article.h"

#include <catch2/catch.hpp>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "mention/doubtful_names.h"
#include "resolve/entities.h"

namespace crosscheck {
namespace {

constexpr char kFrench[] = R"yaml(code: fr
name: français
elisions: ["l'", "d'", "qu'", "s'"]
)yaml";
constexpr char kFrenchWords[] = R"yaml(
person_title: {title: [M., Mme]}
first_name: {given: [Ines, Paul, Claire, Jean, Jean-Luc, Sam]}
name_particle: {inside: [de, du, "d'", von, la, le]}
organisation_word: {before: [groupe, société, ministère de, chez], after: [SA, Médias]}
place_word: {before: [à, ville de]}
not_a_name: {starter: [le, la, "l'", les, un, hier, selon, pour, français, européen], acronym: [IA], branch: [filiale, maison mère], formerly: [anciennement]}
role_status: {former: [ancien(ne), ex-], interim: [par intérim], named: [nouveau, nouvelle], left: [sortant(e)]}
role_joint: {named: ["(a été|est) nommé(e)", comme, devient], is: [est]}
noun_link: {of: [de, du, des, "d'", de la, "de l'"]}
filler: {article: [le, la, les, "l'", un, une, sa, son]}
list_joint: {and: [et]}
duration_unit: {year: [an(s)]}
speech: {say: [a déclaré, a dit, affirme]}
clause_break: {relative: [qui, que]}
demonym: {port-aven: [avenais, kényan(e)]}
weekday: {1: lundi, 5: vendredi}
month: {3: mars, 11: novembre}
)yaml";
constexpr char kEnglish[] = R"yaml(code: en
name: English
head: last
clitics: ["'s"]
)yaml";
constexpr char kEnglishWords[] = R"yaml(
person_title: {title: [Mr, Mr., Mrs]}
first_name: {given: [Emily, James, Paul, Sam], james: [Jim]}
name_particle: {inside: [of, van, de]}
organisation_word: {before: [company, bank, ministry of], after: [Inc, Group, Bank, University]}
place_word: {before: [in, city of]}
not_a_name: {starter: [the, a, an, he, on, french, american, yesterday, when]}
role_status: {former: [former], interim: [interim], named: [new], left: [outgoing]}
role_joint: {named: ["(was|were) (named|appointed)", as], is: [is]}
noun_link: {of: [of, at]}
filler: {article: [the, a, its, her]}
list_joint: {and: [and]}
speech: {say: [said, told]}
clause_break: {relative: [who, which]}
demonym: {port-aven: [Avenese, Kenyan]}
weekday: {1: Monday}
month: {11: November}
)yaml";
constexpr char kRoles[] = R"yaml(
chief-executive: {of: organisation, fr: [PDG, patron(ne), directeur général], en: [CEO, chief executive, chief executive officer]}
co-founder: {of: organisation, fr: [cofondateur, cofondatrice], en: [co-founder]}
technology-chief: {of: organisation, fr: [CTO, directrice technique], en: [CTO, chief technology officer]}
president: {of: organisation, fr: [président(e)], en: [president]}
foreign-minister: {of: none, fr: [ministre des Affaires étrangères], en: [foreign minister]}
chairman: {of: organisation, fr: [président du conseil], en: [chairman]}
mayor: {of: place, fr: [maire], en: [mayor]}
lawyer: {of: person, fr: [avocat(e)], en: [lawyer]}
dean: {of: organisation, fr: [doyen(ne)], en: [dean]}
veltrai-chair: {of: organisation, en: [VeltrAI chair]}
sister: {of: person, fr: [sœur], en: [sister]}
victim: {fr: [victime], en: [victim]}
)yaml";
constexpr char kEntities[] = R"yaml(
veltrai: {type: organisation, name: VeltrAI, names: [Veltrai Corp.]}
solvane: {type: organisation, name: Solvane, names: [Groupe Solvane]}
port-aven: {type: place, name: Port-Aven}
journal-du-soir: {type: organisation, name: Le Soir}
odile-karsen: {type: person, name: Odile Karsen}
)yaml";

}  // namespace

const Rulebook& name_rulebook() {
  static const auto book = [] {
    std::vector<RuleFile> files;
    for (const auto& [place, bytes] :
         std::initializer_list<std::pair<const char*, const char*>>{{"lang/fr/language.yaml", kFrench},
                                                                    {"lang/fr/words.yaml", kFrenchWords},
                                                                    {"lang/en/language.yaml", kEnglish},
                                                                    {"lang/en/words.yaml", kEnglishWords},
                                                                    {"roles/roles.yaml", kRoles},
                                                                    {"entities/entities.yaml", kEntities}}) {
      files.push_back({absl::StrCat("rules/", place), place, bytes});
    }
    Problems problems;
    auto built = Rulebook::compile(std::move(files), &problems);
    for (const Problem& problem : problems) UNSCOPED_INFO(to_text(problem));
    REQUIRE(problems.empty());
    return built;
  }();
  return *book;
}

NamedArticle::NamedArticle(const std::string& language, const std::string& text) {
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const bool title = absl::StartsWith(absl::string_view(text).substr(at), "# ");
    const size_t from = title ? at + 2 : at;
    const auto begin = static_cast<uint32_t>(document_.text.size());
    document_.text += text.substr(from, end - from);
    document_.segments.push_back({title ? SegmentKind::title : SegmentKind::sentence,
                                  {begin, static_cast<uint32_t>(document_.text.size())},
                                  ""});
    document_.text += '\n';
    at = end + 1;
  }
  text_ = annotate(document_, *name_rulebook().language(language));
  mentions_ = find_mentions(text_, name_rulebook(), &doubtful_);
  resolve_names(text_, name_rulebook(), &mentions_, &document_.warnings);
}

std::string NamedArticle::names() const {
  std::vector<std::string> out;
  for (const Mention& mention : mentions_) {
    const auto* name = std::get_if<EntityName>(&mention.value);
    if (name) out.push_back(absl::StrCat(to_string(mention.kind), " ", name->name));
  }
  return absl::StrJoin(out, "; ");
}

std::string NamedArticle::roles() const {
  std::vector<std::string> out;
  for (const Mention& mention : mentions_) {
    const auto* role = std::get_if<Role>(&mention.value);
    if (!role) continue;
    out.push_back(absl::StrCat(
        role->person, ": ", role->role, role->organisation.empty() ? "" : ", ", role->organisation,
        role->status == RoleStatus::current ? "" : absl::StrCat(" (", to_string(role->status), ")")));
  }
  return absl::StrJoin(out, "; ");
}

std::string NamedArticle::role_words() const {
  std::vector<std::string> out;
  for (const Mention& mention : mentions_) {
    if (mention.kind == MentionKind::role) out.emplace_back(text_.text(mention.span));
  }
  return absl::StrJoin(out, "; ");
}

std::string NamedArticle::ids() const {
  std::vector<std::string> out;
  for (const Mention& mention : mentions_) out.push_back(mention.entity);
  return absl::StrJoin(out, "; ");
}

std::string NamedArticle::warnings() const { return absl::StrJoin(document_.warnings, "; "); }

}  // namespace crosscheck
