// Plain text and Markdown. The clean text is the file's; only what is markup is left out.
#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "base/text.h"
#include "base/yaml.h"
#include "ingest/ignores.h"
#include "ingest/metadata.h"
#include "ingest/page.h"

namespace crosscheck {
namespace {

constexpr int kJoinLeast = 40;  // code points; a shorter line was not broken for its length

struct Line {
  size_t begin, end;  // without white space around it
};

std::vector<Line> lines_of(absl::string_view text, size_t from) {
  std::vector<Line> out;
  constexpr size_t kLineBytes = 128;  // at a guess
  out.reserve(text.size() / kLineBytes + 1);
  while (from < text.size()) {
    const size_t stop = std::min(text.find('\n', from), text.size());
    size_t begin = from, end = stop;
    while (begin < end && absl::ascii_isspace(static_cast<unsigned char>(text[begin]))) ++begin;
    while (end > begin && absl::ascii_isspace(static_cast<unsigned char>(text[end - 1]))) --end;
    out.push_back({begin, end});
    from = stop + 1;
  }
  return out;
}

bool ends_sentence(absl::string_view line) {
  for (const char* mark : {".", "!", "?", "…", "»", "”", "\"", ":"}) {
    if (absl::EndsWith(line, mark)) return true;
  }
  return false;
}

// Whether a line that was broken for its length goes on in the next.
bool goes_on(absl::string_view line, absl::string_view next) {
  if (next.empty() || ends_sentence(line) || count_code_points(line) < kJoinLeast) return false;
  return absl::ascii_islower(static_cast<unsigned char>(next[0])) ||
         static_cast<unsigned char>(next[0]) >= 0x80;
}

// Paragraphs of lines; `copy` brings one line into the text.
template <typename Copy>
void add_paragraphs(absl::string_view text, const std::vector<Line>& lines, TextBuilder* builder,
                    PageContent* page, const Copy& copy) {
  const auto line_text = [&](size_t i) { return text.substr(lines[i].begin, lines[i].end - lines[i].begin); };
  bool gap = true;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].begin == lines[i].end) {
      gap = true;
      continue;
    }
    const uint32_t begin = builder->size();
    SegmentKind kind = copy(lines[i]);
    while (i + 1 < lines.size() && goes_on(line_text(i), line_text(i + 1))) {
      builder->put(" ", lines[i].end, lines[i + 1].begin);
      ++i;
      copy(lines[i]);
    }
    const uint32_t end = builder->size();
    builder->put("\n", lines[i].end, std::min(lines[i].end + 1, text.size()));
    if (end > begin) page->blocks.push_back({{begin, end}, kind, "", gap});
    gap = false;
  }
}

// "---" … "---" at the head of a Markdown file: where it ends, or 0.
size_t front_matter_end(absl::string_view text) {
  if (!absl::StartsWith(text, "---\n") && !absl::StartsWith(text, "---\r\n")) return 0;
  for (size_t at = text.find('\n') + 1; at < text.size();) {
    const size_t stop = std::min(text.find('\n', at), text.size());
    const absl::string_view line = absl::StripTrailingAsciiWhitespace(text.substr(at, stop - at));
    if (line == "---" || line == "...") return std::min(stop + 1, text.size());
    at = stop + 1;
  }
  return 0;
}

void read_front_matter(absl::string_view text, PageContent* page) {
  Problems problems;
  const YamlFile file = YamlFile::parse("front matter", std::string(text), &problems);
  const YamlNode root = file.root();
  const auto field = [&](std::initializer_list<const char*> names) {
    for (const char* name : names) {
      if (root.at(name).type() == YamlNode::Type::scalar) return root.at(name).text(&problems);
    }
    return std::string();
  };
  set_field(field({"title"}), MetadataOrigin::page, &page->metadata.title);
  set_field(field({"source", "publisher", "site"}), MetadataOrigin::page, &page->metadata.source);
  set_field(field({"url", "link", "canonical"}), MetadataOrigin::page, &page->metadata.url);
  set_field(field({"dossier"}), MetadataOrigin::page, &page->metadata.dossier);
  set_language(field({"language", "lang"}), MetadataOrigin::page, &page->metadata);
  set_published(field({"published", "date", "datePublished"}), MetadataOrigin::page, &page->metadata);
  if (problems.empty()) {
    // Its first line is the second of the file.
    page->ignores = read_ignores(root.at("ignore"), "", &page->problems);
    for (Ignore& ignore : page->ignores) ++ignore.line;
    for (Problem& problem : page->problems) ++problem.line;
  }
  if (!problems.empty())
    page->warnings.push_back("its front matter is not valid YAML: " + problems.front().what);
}

// Copies a line of Markdown without its marks: bullets, emphasis, the address of a link.
void copy_marked(absl::string_view text, size_t begin, size_t end, TextBuilder* builder) {
  size_t from = begin;
  for (size_t at = begin; at < end;) {
    if (text[at] == '*' || text[at] == '`' || (text[at] == '_' && (at == begin || text[at - 1] == ' '))) {
      builder->copy(from, at);
      from = ++at;
    } else if (text[at] == ']' && at + 1 < end && text[at + 1] == '(') {
      const size_t close = text.find(')', at);
      if (close == absl::string_view::npos || close >= end) break;
      builder->copy(from, at);
      from = at = close + 1;
    } else if (text[at] == '[' || (text[at] == '!' && at + 1 < end && text[at + 1] == '[')) {
      builder->copy(from, at);
      at += text[at] == '!' ? 2 : 1;
      from = at;
    } else {
      ++at;
    }
  }
  builder->copy(from, end);
}

}  // namespace

PageContent read_plain(const Decoded& decoded, TextBuilder* builder) {
  PageContent page;
  const absl::string_view text = decoded.text;
  add_paragraphs(text, lines_of(text, 0), builder, &page, [&](const Line& line) {
    builder->copy(line.begin, line.end);
    return SegmentKind::paragraph;
  });
  return page;
}

PageContent read_markdown(const Decoded& decoded, TextBuilder* builder) {
  PageContent page;
  const absl::string_view text = decoded.text;
  const size_t body = front_matter_end(text);
  if (body > 0) read_front_matter(text.substr(4, body - 4 - std::min<size_t>(body - 4, 4)), &page);
  bool titled = false;
  add_paragraphs(text, lines_of(text, body), builder, &page, [&](Line line) {
    size_t level = 0;
    while (line.begin < line.end && text[line.begin] == '#') ++line.begin, ++level;
    if (level == 0 && line.end - line.begin > 2 && absl::StrContains("-*+>", text.substr(line.begin, 1)) &&
        text[line.begin + 1] == ' ') {
      line.begin += 2;
    }
    while (line.begin < line.end && text[line.begin] == ' ') ++line.begin;
    copy_marked(text, line.begin, line.end, builder);
    const bool title = level == 1 && !titled;
    titled |= title;
    return title ? SegmentKind::title : SegmentKind::paragraph;
  });
  return page;
}

}  // namespace crosscheck
