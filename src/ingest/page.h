// An article on its way from bytes to a Document: clean text in the making with its map, blocks, and what the
// page says of itself.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/document.h"
#include "crosscheck/ignore.h"
#include "ingest/charset.h"

namespace crosscheck {

// A paragraph, title or piece of furniture of the clean text.
struct Block {
  TextSpan span;
  SegmentKind kind = SegmentKind::paragraph;  // title, paragraph or boilerplate
  std::string label;                          // of boilerplate
  bool gap_before = false;                    // an empty line stands before it; plain text only
};

// Builds the clean text from pieces of the decoded file, in order. Each byte of the text knows where it came
// from.
class TextBuilder {
 public:
  explicit TextBuilder(const Decoded& decoded) : decoded_(decoded) { text_.reserve(decoded.text.size() + 1); }

  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }
  const std::string& text() const { return text_; }
  // Bytes [begin, end) of the decoded text as they are.
  void copy(size_t begin, size_t end);
  // `piece` stands for bytes [begin, end) of the decoded text: an entity, folded white space.
  void put(absl::string_view piece, size_t begin, size_t end);
  // Moves text and map into the document, with lines and columns.
  void finish(Document* document);

 private:
  struct Piece {
    uint32_t text_begin;
    size_t begin, end;  // of the decoded text
    bool verbatim;
  };
  const Decoded& decoded_;
  std::string text_;
  std::vector<Piece> pieces_;
};

struct PageContent {
  std::vector<Block> blocks;
  Metadata metadata;            // what the page says: JSON-LD, meta tags, front matter
  std::vector<Ignore> ignores;  // without their path
  std::vector<std::string> warnings;
  Problems problems;  // without their path
};

// Plain text: paragraphs by lines. The first line may be a title.
PageContent read_plain(const Decoded& decoded, TextBuilder* builder);
// Markdown with front matter.
PageContent read_markdown(const Decoded& decoded, TextBuilder* builder);
// HTML.
PageContent read_html(const Decoded& decoded, TextBuilder* builder);

}  // namespace crosscheck
