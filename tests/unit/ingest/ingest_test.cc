#include "ingest/ingest.h"

#include <catch2/catch.hpp>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "unit/ingest/memory_disk.h"
#include "unit/shipped_rulebook.h"

namespace crosscheck {
namespace {

Document read(const std::string& path, const std::string& bytes, const std::string& language = "fr") {
  MemoryDisk disk(std::map<std::string, std::string>{{path, bytes}});
  IngestOptions options;
  options.paths = {path};
  options.language = language;
  Problems problems;
  const auto sources = list_sources(options, disk, &problems);
  REQUIRE(sources.size() == 1);
  auto document = read_document(sources[0], options, shipped_rulebook(), disk, &problems);
  for (const Problem& problem : problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(document);
  return *std::move(document);
}

std::string words_of(const Document& document, SegmentKind kind) {
  std::vector<std::string> out;
  for (const Segment& segment : document.segments) {
    if (segment.kind == kind) out.emplace_back(document.slice(segment.span));
  }
  return absl::StrJoin(out, " | ");
}

std::string utf16(const std::string& ascii, bool mark) {
  std::string out = mark ? "\xFF\xFE" : "";
  for (const char c : ascii) {
    out.push_back(c);
    out.push_back('\0');
  }
  return out;
}

TEST_CASE("each word of the clean text leads back to the bytes that show it", "[ingest]") {
  struct Row {
    const char* path;
    std::string bytes;
    const char* word;
    std::string shown;  // in the file
    int line, column;
  };
  const Row rows[] = {
      {"a.txt",
       "Titre\n\nLa société compte 7\xC2\xA0"
       "500 salariés.\n",
       "7\xC2\xA0"
       "500 salariés",
       "7\xC2\xA0"
       "500 salariés",
       3, 19},
      {"a.txt", "\xEF\xBB\xBFLa société compte 750 salariés.\n", "750", "750", 1, 19},
      {"a.txt", "Titre\r\n\r\nIl compte 750 salariés.\r\n", "750", "750", 3, 11},
      {"a.txt", utf16("Il compte 750 personnes en tout.\n", true), "750", utf16("750", false), 1, 11},
      {"a.txt", utf16("Il compte 750 personnes en tout.\n", false), "750", utf16("750", false), 1, 11},
      {"a.txt", "La soci\xE9t\xE9 compte 750 salari\xE9s.\n", "750 salariés", "750 salari\xE9s", 1, 19},
      {"a.txt", "Un e\xCC\x81t\xC3\xA9 avec 750 morts.\n", "été", "e\xCC\x81t\xC3\xA9", 1, 4},
      {"a.html",
       "<html lang=fr><body><p>Soci&eacute;t&#233; de\n  <b>8,8&nbsp;millions</b> d&rsquo;euros</p>",
       "8,8\xC2\xA0millions d’euros", "8,8&nbsp;millions</b> d&rsquo;euros", 2, 6},
      {"a.html", "<html lang=fr><body><p>Soci&eacute;t&#233; de\n  <b>8,8</b>", "Société",
       "Soci&eacute;t&#233;", 1, 24},
      {"a.html", "<html lang=fr><head><meta charset=iso-8859-1></head><body><p>Pr\xE9judice : 8 M\x80</p>",
       "8 M€", "8 M\x80", 1, 74},
      {"a.html", "<html lang=fr><body><p>un<!-- rien --> deux<br>trois</p>", "deux", "deux", 1, 40},
      {"a.md", "---\ntitle: T\n---\n\n# Titre\n\n- Il y a **750** [salariés](http://x.example).\n",
       "750 salariés", "750** [salariés", 7, 12},
  };
  for (const Row& row : rows) {
    INFO(row.path << ": " << row.bytes);
    const Document document = read(row.path, row.bytes);
    const size_t at = document.text.find(row.word);
    REQUIRE(at != std::string::npos);
    const TextSpan span = {static_cast<uint32_t>(at),
                           static_cast<uint32_t>(at + std::string(row.word).size())};
    const FileSpan file = document.to_file(span);
    CHECK(row.bytes.substr(file.begin, file.end - file.begin) == row.shown);
    CHECK(document.to_line(span.begin).line == row.line);
    CHECK(document.to_line(span.begin).column == row.column);
  }
}

TEST_CASE("the runs of the map cover the text in order", "[ingest]") {
  for (const char* path : {"a.txt", "a.html", "a.md"}) {
    const Document document =
        read(path, "<p>Un &amp; deux</p>\n\n<p>trois *quatre* [cinq](x) été, le la les de des</p>\n");
    REQUIRE_FALSE(document.offsets.empty());
    CHECK(document.offsets[0].text_begin == 0);
    for (size_t i = 1; i < document.offsets.size(); ++i) {
      CHECK(document.offsets[i - 1].text_begin < document.offsets[i].text_begin);
      CHECK(document.offsets[i - 1].file_begin <= document.offsets[i].file_begin);
    }
  }
}

TEST_CASE("sentences are cut where they end and nowhere else", "[ingest]") {
  struct Row {
    const char* language;
    const char* text;
    const char* sentences;
  };
  const Row rows[] = {
      {"fr", "M. Dupont est arrivé. Il repart.", "M. Dupont est arrivé. | Il repart."},
      {"fr", "Il part à 12 h 30. Elle reste.", "Il part à 12 h 30. | Elle reste."},
      {"fr", "La société Acme Inc. a fermé. Fin.", "La société Acme Inc. a fermé. | Fin."},
      {"fr", "Il a dit « Non ! » puis il est parti. Elle aussi.",
       "Il a dit « Non ! » puis il est parti. | Elle aussi."},
      {"fr", "« Je pars. » Il est parti.", "« Je pars. » | Il est parti."},
      {"fr", "Le taux est de 3.5 points. J. K. Rowling écrit.",
       "Le taux est de 3.5 points. | J. K. Rowling écrit."},
      {"fr", "Vraiment ? Oui… peut-être. Non.", "Vraiment ? | Oui… peut-être. | Non."},
      {"fr", "Voir lemonde.fr pour la suite. Merci.", "Voir lemonde.fr pour la suite. | Merci."},
      {"en", "St. Luke's is full. Dr. Who left.", "St. Luke's is full. | Dr. Who left."},
      {"en", "He joined Acme Inc. The firm grew.", "He joined Acme Inc. | The firm grew."},
      {"en", "The U.S. economy grew 3.1 percent. Shares rose.",
       "The U.S. economy grew 3.1 percent. | Shares rose."},
      {"en", "It was 9 a.m. when he left. He was late.", "It was 9 a.m. when he left. | He was late."},
      {"en", "Open 9 a.m. - 5 p.m. The shop is new.", "Open 9 a.m. - 5 p.m. | The shop is new."},
      {"en", "It began at 9 a.m. (0800 GMT) here. He left.",
       "It began at 9 a.m. (0800 GMT) here. | He left."},
      {"en", "He joined Acme Inc. (The firm grew.)", "He joined Acme Inc. | (The firm grew.)"},
      {"en", "\"Is it over?\" he asked. “It is.” She left.",
       "\"Is it over?\" he asked. | “It is.” | She left."},
      {"en", "He said “she told me ‘no.’” Then he left.", "He said “she told me ‘no.’” | Then he left."},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(words_of(read("a.txt", row.text, row.language), SegmentKind::sentence) == row.sentences);
  }
}

TEST_CASE("an endless sentence is cut", "[ingest]") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "mot ";
  int sentences = 0;
  for (const Segment& segment : read("a.txt", text).segments)
    sentences += segment.kind == SegmentKind::sentence;
  CHECK(sentences == 3);
}

TEST_CASE("quotations are found, nested and unclosed ones too", "[ingest]") {
  CHECK(words_of(read("a.txt", "Il dit « oui » et « il a dit “non” hier » ici."), SegmentKind::quotation) ==
        "« oui » | « il a dit “non” hier »");
  CHECK(words_of(read("a.txt", "Elle dit « rien de plus. Fin du texte."), SegmentKind::quotation) ==
        "« rien de plus. Fin du texte.");
}

TEST_CASE("furniture is set apart with its label, text is not", "[ingest]") {
  struct Row {
    const char* language;
    const char* line;
    const char* label;
  };
  const Row rows[] = {
      {"fr", "Lire aussi : dix dates à retenir", "read-also"},
      {"fr", "À lire aussi", "read-also"},
      {"fr", "Newsletter", "newsletter"},
      {"fr", "Publié le 4 mars 2024 à 06h30", "dates"},
      {"fr", "Par la rédaction", "byline"},
      {"fr", "© Le Journal, tous droits réservés", "credit"},
      {"fr", "Contactez-nous au 01 23 45 67 89", "contact"},
      {"fr", "Écrivez à jean@example.org pour réagir", "contact"},
      {"fr", "00:00", "figures"},
      {"en", "Share this article", "share"},
      {"en", "We use cookies to improve your experience", "cookies"},
      {"en", "Advertisement", "advertisement"},
      {"en", "Leave a Comment", "comments"},
      {"fr",
       "Commentaires acerbes du ministre, qui a quitté la salle hier soir avec ses conseillers après une "
       "longue réunion tendue, "
       "sans un mot pour la presse qui attendait dehors depuis le matin.",
       ""},
      {"en", "Photographers were kept out of the courtroom.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const Document document = read(
        "a.txt",
        absl::StrCat("Titre de la page\n\nUne phrase de texte, the text itself, est là.\n\n", row.line, "\n"),
        row.language);
    std::string label;
    for (const Segment& segment : document.segments) {
      if (segment.kind == SegmentKind::boilerplate && document.slice(segment.span) == row.line)
        label = segment.label;
    }
    CHECK(label == row.label);
  }
}

TEST_CASE("a page is read by its structure", "[ingest]") {
  const Document document =
      read("a.html", R"(<!DOCTYPE html><html lang="fr-FR"><head><title>Titre | Site</title>
<script type="application/ld+json">{"@graph":[{"@type":"Organization"},{"@type":["NewsArticle"],"headline":"Titre","datePublished":
"2024-03-04T06:30:00+01:00","publisher":{"name":"Le Journal"}}]}</script><meta property="og:site_name" content="Autre"></head>
<body><nav><a>Accueil</a></nav><article><h1>Titre <em>vrai</em></h1><p>Un <b>premier</b> alinéa.</p>
<script>var date="2020-01-01";</script><aside>Lire aussi</aside><p>Un second.</p></article><footer>© 2024</footer></body></html>)");
  CHECK(document.metadata.title.value == "Titre vrai");
  CHECK(document.metadata.source.value == "Le Journal");
  CHECK(document.metadata.source.origin == MetadataOrigin::page);
  CHECK(document.metadata.published.value.text == "2024-03-04T06:30:00+01:00");
  CHECK(document.metadata.published.value.offset_minutes == 60);
  CHECK(document.metadata.language.value == "fr");
  CHECK(words_of(document, SegmentKind::title) == "Titre vrai");
  CHECK(words_of(document, SegmentKind::paragraph) == "Un premier alinéa. | Un second.");
  CHECK(words_of(document, SegmentKind::boilerplate) == "Accueil | Lire aussi | © 2024");
}

TEST_CASE("a date is not guessed from scripts", "[ingest]") {
  CHECK_FALSE(read("a.html", "<html lang=fr><body><script>var d='2024-03-04'</script><p>Texte.</p>")
                  .metadata.published);
}

TEST_CASE("metadata that are given win over those of the page", "[ingest]") {
  MemoryDisk disk(std::map<std::string, std::string>{
      {"d/a.html", "<html lang=fr><head><title>Page</title></head><body><h1>Page</h1><p>Texte.</p>"},
      {"d/b.txt", "Le texte de la page est ici, avec des mots.\n"},
      {"d/documents.yml",
       "- {path: a.html, source: Donné, published: 2023-11-20, id: premier}\n- {path: b.txt, source: "
       "null}\n"}});
  IngestOptions options;
  options.paths = {"d"};
  Problems problems;
  const auto sources = list_sources(options, disk, &problems);
  REQUIRE(problems.empty());
  REQUIRE(sources.size() == 2);
  CHECK(sources[0].id == "b");
  CHECK(sources[1].id == "premier");
  const auto document = read_document(sources[1], options, shipped_rulebook(), disk, &problems);
  REQUIRE(document);
  CHECK(document->metadata.source.value == "Donné");
  CHECK(document->metadata.source.origin == MetadataOrigin::given);
  CHECK(document->metadata.title.origin == MetadataOrigin::page);
  const auto other = read_document(sources[0], options, shipped_rulebook(), disk, &problems);
  REQUIRE(other);
  CHECK_FALSE(other->metadata.source);
  CHECK(other->metadata.language.value == "fr");
  CHECK(other->metadata.language.origin == MetadataOrigin::text);
}

TEST_CASE("equal names are told apart by their folders", "[ingest]") {
  MemoryDisk disk(std::map<std::string, std::string>{
      {"d/x/a.txt", "x"}, {"d/y/a.txt", "y"}, {"d/y/b.txt", "y"}, {"d/.hidden.txt", "h"}, {"d/c.pdf", "p"}});
  IngestOptions options;
  options.paths = {"d", "d/y/a.txt"};
  Problems problems;
  std::vector<std::string> ids;
  for (const Source& source : list_sources(options, disk, &problems)) ids.push_back(source.id);
  CHECK(absl::StrJoin(ids, " ") == "b x/a y/a");
  options.dossiers = true;
  for (const Source& source : list_sources(options, disk, &problems)) {
    CHECK(source.given.dossier.value == (source.path == "d/x/a.txt" ? "x" : "y"));
  }
}

}  // namespace
}  // namespace crosscheck
