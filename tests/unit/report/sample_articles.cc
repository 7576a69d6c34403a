#include "unit/report/sample_articles.h"

#include <string>

#include "absl/strings/str_cat.h"

namespace crosscheck::sample {
namespace {

constexpr char kCourrier[] =
    "Solvane : plus de 500 salariés réclament le retour de Claire Aubanel\n"
    "La fronde gagne Solvane. Plus de 500 des 750 salariés du fabricant d’éoliennes ont signé une lettre "
    "ouverte, "
    "vendredi 17 mai, selon la CGT.\n"
    "Le groupe de Saint-Nazaire, valorisé plus de 10 milliards d’euros, a nommé Marc Tessier directeur "
    "général par intérim. "
    "« Nous étions 9 000 dans la rue », assure le syndicat.\n"
    "Le prototype a tourné à 140 km/h, un record.\n"
    "À lire aussi : Notre dossier sur les 12 parcs en mer\n";

constexpr char kGazette[] =
    "Solvane staff revolt after founder is ousted\n"
    "Some 770 people work at Solvane, the turbine maker valued at at least 10 billion euros. More than 700 "
    "of them signed the "
    "letter by Sunday.\n"
    "Marc Tessier was named interim chief executive on Friday. Police counted 4,000 marchers in Nantes.\n"
    "The test blade spun at about 87 mph, the Mistral agency reported.\n";

constexpr char kDepeche[] =
    "Éolien : Solvane nomme un directeur général par intérim\n"
    "SAINT-NAZAIRE (Mistral) - Marc Tessier a été nommé vendredi directeur général par intérim de Solvane. "
    "Plus de 600 salariés "
    "ont signé la lettre, selon un décompte provisoire de samedi.\n"
    "La société a démenti tout retour de Mme Aubanel.\n";

const std::string& blog() {
  static const std::string text =
      absl::StrCat("<script>alert(\"Solvane\")</script> & les autres | 100 % vrai\n",
                   "=HYPERLINK(\"http://example.invalid\";\"cliquez\") \x1b[31mSolvane\x1b[0m compte 750 "
                   "employés, @solvane le confirme (#12).\n",
                   "Claire Aubanel est revenue \xE2\x80\xAElundi\xE2\x80\xAC, dit-on ; 'onmouseover=' <img "
                   "src=x onerror=alert(1)> `code` **gras** "
                   "[lien](http://example.invalid).\n",
                   "Un mot : ", std::string(160, 'W'), " et 67 % des salariés.\n");
  return text;
}

Moment moment(const char* text, absl::CivilSecond local, std::optional<int> offset_minutes) {
  Moment out;
  out.text = text;
  out.local = local;
  out.has_time = offset_minutes.has_value();
  out.offset_minutes = offset_minutes;
  return out;
}

Document article(const char* id, const char* source, const char* language, std::string text) {
  Document out;
  out.id = id;
  out.path = absl::StrCat("articles/", id, ".txt");
  out.sha256 = std::string(64, id[0]);
  out.text = std::move(text);
  const auto end_of_title = static_cast<uint32_t>(out.text.find('\n'));
  out.metadata.title = {out.text.substr(0, end_of_title), MetadataOrigin::text};
  if (*source) out.metadata.source = {source, MetadataOrigin::given};
  out.metadata.language = {language, MetadataOrigin::text};
  out.segments.push_back({SegmentKind::title, {0, end_of_title}, ""});
  // One run a line, so that lines and columns are those of the text.
  uint32_t begin = 0;
  for (int line = 1; begin < out.text.size(); ++line) {
    out.offsets.push_back({begin, begin, begin, line, 1, true});
    begin = static_cast<uint32_t>(out.text.find('\n', begin)) + 1;
  }
  return out;
}

}  // namespace

std::vector<Document> articles() {
  std::vector<Document> out;
  out.push_back(article("a1", "Le Courrier de l’Estuaire", "fr", kCourrier));
  out.push_back(article("a2", "The Harbour Gazette", "en", kGazette));
  out.push_back(article("a3", "Agence Mistral", "fr", kDepeche));
  out.push_back(article("blog", "", "fr", blog()));
  out[0].metadata.published = {
      moment("2024-05-17T19:30:00+02:00", absl::CivilSecond(2024, 5, 17, 19, 30, 0), 120),
      MetadataOrigin::page};
  out[1].metadata.published = {
      moment("2024-05-20T08:00:00+01:00", absl::CivilSecond(2024, 5, 20, 8, 0, 0), 60),
      MetadataOrigin::given};
  out[2].metadata.published = {moment("2024-05-18", absl::CivilSecond(2024, 5, 18), std::nullopt),
                               MetadataOrigin::text};
  out[1].metadata.url = {"https://gazette.invalid/solvane?a=1&b=\"2\"", MetadataOrigin::page};
  out[3].metadata.url = {"javascript:alert(1)", MetadataOrigin::page};
  const auto furniture = static_cast<uint32_t>(out[0].text.find("À lire aussi"));
  out[0].segments.push_back(
      {SegmentKind::boilerplate, {furniture, static_cast<uint32_t>(out[0].text.size()) - 1}, "read-also"});
  out[1].warnings = {"“Friday” has no date near it; it was resolved from the day of publication"};
  out[3].warnings = {"No publication date was found: weekdays stay weekdays",
                     "The text holds control characters"};
  return out;
}

}  // namespace crosscheck::sample
