#include "ingest/ingest.h"

#include <nettle/sha2.h>

#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/json_reader.h"
#include "base/text.h"
#include "ingest/charset.h"
#include "ingest/metadata.h"
#include "ingest/page.h"
#include "ingest/segments.h"

namespace crosscheck {
namespace {

constexpr int kTitleMost = 160;          // code points
constexpr size_t kLanguageTokens = 600;  // of the text that the language is told by

std::string sha256_of(absl::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(&context, sizeof digest, digest);
  return absl::BytesToHexString({reinterpret_cast<const char*>(digest), sizeof digest});
}

Problem problem_of(const Source& source, std::string what, std::string fix) {
  Problem problem;
  problem.path = source.path;
  problem.what = std::move(what);
  problem.fix = std::move(fix);
  return problem;
}

// Whether bytes without a telling name are a page.
bool looks_like_html(absl::string_view bytes) {
  const std::string head = absl::AsciiStrToLower(bytes.substr(0, 1024));
  return absl::StrContains(head, "<!doctype html") || absl::StrContains(head, "<html");
}

// The language whose frequent words are met most often; empty when none leads.
std::string told_language(absl::string_view text, const Rulebook& rulebook) {
  std::string best;
  int most = 0, second = 0;
  for (const auto& language : rulebook.languages()) {
    Tokens tokens = language->tokenize(text.substr(0, kLanguageTokens * 8));
    int hits = 0;
    for (const Lexicon::Match& match : language->lexicon.find(tokens)) {
      hits += language->group_looks[match.group].categories.has(Category::frequent);
    }
    if (hits > most) {
      second = most;
      most = hits;
      best = language->code;
    } else {
      second = std::max(second, hits);
    }
  }
  return most > second ? best : "";
}

void settle_language(const IngestOptions& options, const Rulebook& rulebook, Document* document) {
  Field<std::string>& language = document->metadata.language;
  if (!language && !options.language.empty()) language = {options.language, MetadataOrigin::given};
  if (language) return;
  const std::string told = told_language(document->text, rulebook);
  if (!told.empty()) language = {told, MetadataOrigin::text};
}

void settle_published(const IngestOptions& options, Document* document) {
  if (!options.published.empty())
    set_published(options.published, MetadataOrigin::given, &document->metadata);
}

bool looks_like_title(absl::string_view line) {
  return count_code_points(line) <= kTitleMost && !absl::EndsWith(line, ".") && !absl::EndsWith(line, ",");
}

// The first few characters: the text is folded character by character, so that these tell most titles apart.
absl::string_view first_characters(absl::string_view words) {
  size_t size = std::min<size_t>(words.size(), 8);
  while (size < words.size() && (static_cast<unsigned char>(words[size]) & 0xC0) == 0x80) ++size;
  return words.substr(0, size);
}

// The title is what the page marks so, else the block that repeats the title of the metadata, else a first
// block that is no sentence.
void settle_title(Document* document, std::vector<Block>* blocks) {
  Field<std::string>& title = document->metadata.title;
  const std::string folded = fold(title.value);
  const auto is_title = [&](absl::string_view words) {
    constexpr size_t kTimes = 4;  // that a title may be longer before it is folded
    if (!title || words.size() > kTimes * title.value.size()) return false;
    return absl::StartsWith(folded, fold(first_characters(words))) && fold(words) == folded;
  };
  Block* first = nullptr;
  size_t text_blocks = 0;
  for (Block& block : *blocks) {
    if (block.kind == SegmentKind::boilerplate) continue;
    const absl::string_view words = document->slice(block.span);
    if (block.kind == SegmentKind::title || is_title(words)) {
      block.kind = SegmentKind::title;
      if (!title) title = {std::string(words), MetadataOrigin::text};
      return;
    }
    if (text_blocks++ == 0) first = &block;
  }
  if (text_blocks < 2 || !looks_like_title(document->slice(first->span))) return;
  first->kind = SegmentKind::title;
  if (!title) title = {std::string(document->slice(first->span)), MetadataOrigin::text};
}

void warn_of_charset(const Decoded& decoded, Document* document) {
  if (decoded.replaced > 0) {
    document->warnings.push_back(
        absl::StrCat(decoded.replaced, decoded.replaced == 1 ? " byte sequence is" : " byte sequences are",
                     " no valid ", decoded.charset, "; the first stands at byte ", decoded.first_replaced));
  }
}

// The text of a line of JSON Lines.
bool read_line(const Source& source, const Disk& disk, std::string* text, Problems* problems) {
  std::string line;
  const std::string file = source.path.substr(0, source.path.rfind(':'));
  if (!disk.read_part(file, source.line->begin, source.line->size, &line, problems)) return false;
  JsonDocument json;
  if (parse_json(line, &json) && json.IsObject()) {
    *text = json_text(json, "text");
    return true;
  }
  problems->push_back(problem_of(source, "this line was changed while it was read", "check the file again"));
  return false;
}

bool read_bytes(const Source& source, const IngestOptions& options, const Disk& disk, std::string* bytes,
                Problems* problems) {
  return source.line ? read_line(source, disk, bytes, problems)
                     : disk.read(source.path, options.size_limit, bytes, problems);
}

// Why no article can be made of the bytes.
std::optional<Problem> fault_of(const Source& source, const IngestOptions& options, const std::string& raw) {
  if (raw.size() > options.size_limit)
    return problem_of(source, absl::StrCat("this article is larger than ", options.size_limit >> 20, " MiB"),
                      "split it, or take it out");
  if (raw.empty())
    return problem_of(source, "this file is empty", "save the article again, or take the file out");
  if (is_binary(raw))
    return problem_of(source, "this is no article: it holds no text that can be read",
                      "name text, Markdown, HTML or JSON Lines");
  return std::nullopt;
}

PageContent read_page(const Source& source, bool markup, const Decoded& decoded, TextBuilder* builder) {
  const bool markdown =
      absl::EndsWithIgnoreCase(source.path, ".md") || absl::EndsWithIgnoreCase(source.path, ".markdown");
  return markup     ? read_html(decoded, builder)
         : markdown ? read_markdown(decoded, builder)
                    : read_plain(decoded, builder);
}

// What is known of the article besides its text.
Document describe(const Source& source, PageContent* page) {
  Document document;
  document.id = source.id;
  document.path = source.path;
  document.is_draft = source.is_draft;
  document.metadata = source.given;
  fill(page->metadata, &document.metadata);
  document.warnings = std::move(page->warnings);
  return document;
}

void hand_over_ignores(const Source& source, PageContent* page, std::vector<Ignore>* out) {
  *out = source.ignores;
  for (Ignore& ignore : page->ignores) {
    ignore.path = source.path;
    out->push_back(std::move(ignore));
  }
}

void hand_over_problems(const Source& source, PageContent* page, Problems* out) {
  for (Problem& problem : page->problems) {
    problem.path = source.path;
    out->push_back(std::move(problem));
  }
}

// Title, boilerplate, paragraphs and sentences, as far as the language is known.
void lay_out(const IngestOptions& options, const Rulebook& rulebook, std::vector<Block> blocks,
             Document* document, Lexed* lexed) {
  const Language* language = rulebook.language(document->metadata.language.value);
  if (!language) return;
  Lexed own = lex(document->text, *language);
  const LexedText text{document->text, *language, own};
  if (!options.as_is) mark_furniture(text, &blocks);
  settle_title(document, &blocks);
  document->segments = lay_segments(text, std::move(blocks));
  if (lexed) *lexed = std::move(own);
}

}  // namespace

std::optional<Document> read_document(const Source& source, const IngestOptions& options,
                                      const Rulebook& rulebook, const Disk& disk, Problems* problems,
                                      std::vector<Ignore>* ignores, Lexed* lexed) {
  std::string bytes;
  if (!source.in_memory && !read_bytes(source, options, disk, &bytes, problems)) return std::nullopt;
  const std::string& raw = source.in_memory ? source.bytes : bytes;
  if (auto fault = fault_of(source, options, raw)) {
    problems->push_back(*std::move(fault));
    return std::nullopt;
  }
  const bool is_file = !source.in_memory && !source.line;
  const bool markup = source.markup || (is_file && looks_like_html(raw));
  const Decoded decoded = decode(raw, markup);
  TextBuilder builder(decoded);
  PageContent page = read_page(source, markup, decoded, &builder);
  if (page.blocks.empty()) {
    problems->push_back(problem_of(source, "this is no article: no words were found in it",
                                   "save the article again, or take the file out"));
    return std::nullopt;
  }
  Document document = describe(source, &page);
  if (ignores) hand_over_ignores(source, &page, ignores);
  hand_over_problems(source, &page, problems);
  if (!options.as_is) document.sha256 = sha256_of(raw);  // no report names passages
  warn_of_charset(decoded, &document);
  builder.finish(&document);
  settle_published(options, &document);
  settle_language(options, rulebook, &document);
  lay_out(options, rulebook, std::move(page.blocks), &document, lexed);
  return document;
}

}  // namespace crosscheck
