// HTML: gumbo tells where in the file each piece of text stands; a walk without recursion joins inline text
// into blocks, sets furniture apart by structure, and reads what the page says of itself.
#include <gumbo.h>

#include <algorithm>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "ingest/json_ld.h"
#include "ingest/metadata.h"
#include "ingest/page.h"

namespace crosscheck {
namespace {

constexpr int kDepthLimit = 400;  // deeper elements are closed: gumbo frees its tree by recursion

struct Furniture {
  const char* word;  // in a class or id, between hyphens and underscores
  const char* label;
};

// Names that pages give to their parts, the same in every language: they are code of the web, not words of
// the text.
constexpr Furniture kFurniture[] = {
    {"cookie", "cookies"},
    {"cookies", "cookies"},
    {"consent", "cookies"},
    {"gdpr", "cookies"},
    {"nav", "menu"},
    {"menu", "menu"},
    {"navbar", "menu"},
    {"breadcrumb", "menu"},
    {"breadcrumbs", "menu"},
    {"sidebar", "sidebar"},
    {"related", "read-also"},
    {"recommended", "read-also"},
    {"newsletter", "newsletter"},
    {"subscribe", "newsletter"},
    {"share", "share"},
    {"social", "share"},
    {"sharing", "share"},
    {"comments", "comments"},
    {"comment", "comments"},
    {"footer", "footer"},
    {"advert", "advertisement"},
    {"ads", "advertisement"},
    {"ad", "advertisement"},
    {"sponsored", "advertisement"},
    {"promo", "advertisement"},
    {"paywall", "newsletter"},
    {"byline", "byline"},
    {"author", "byline"},
    {"meta", "byline"},
    {"credit", "credit"},
    {"caption", "caption"},
    {"tags", "menu"},
    {"popup", "cookies"},
    {"modal", "cookies"},
    {"outbrain", "read-also"},
    {"taboola", "read-also"},
};

const char* furniture_of_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_NAV:
      return "menu";
    case GUMBO_TAG_FOOTER:
      return "footer";
    case GUMBO_TAG_ASIDE:
      return "sidebar";
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
      return "form";
    case GUMBO_TAG_FIGCAPTION:
      return "caption";
    default:
      return nullptr;
  }
}

bool is_hidden(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
      return true;
    default:
      return false;
  }
}

bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_U:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_WBR:
      return true;
    default:
      return false;
  }
}

std::string attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found ? found->value : "";
}

// The label of the furniture that this element is; nullptr for none.
const char* furniture(const GumboNode* node, bool in_article) {
  const GumboTag tag = node->v.element.tag;
  if (const char* label = furniture_of_tag(tag)) return label;
  if (tag == GUMBO_TAG_HEADER && !in_article) return "menu";
  if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_HTML)
    return nullptr;
  const std::string names =
      absl::AsciiStrToLower(absl::StrCat(attribute(node, "class"), " ", attribute(node, "id"), " ",
                                         attribute(node, "role") == "navigation" ? "nav" : ""));
  for (const absl::string_view word : absl::StrSplit(names, absl::ByAnyChar(" -_"), absl::SkipEmpty())) {
    for (const Furniture& known : kFurniture) {
      if (word == known.word) return known.label;
    }
  }
  return nullptr;
}

// Closes elements beyond the limit, so that freeing the tree cannot overflow the stack: start tags are
// blanked there.
bool cap_depth(std::string* html) {
  int depth = 0;
  bool capped = false;
  for (size_t at = html->find('<'); at != std::string::npos; at = html->find('<', at + 1)) {
    if (at + 1 >= html->size()) break;
    const char c = (*html)[at + 1];
    if (c == '/') {
      depth = std::max(0, depth - 1);
    } else if (absl::ascii_isalpha(static_cast<unsigned char>(c))) {
      const absl::string_view rest = absl::string_view(*html).substr(at + 1, 8);
      const bool empty = absl::StartsWithIgnoreCase(rest, "br") || absl::StartsWithIgnoreCase(rest, "img") ||
                         absl::StartsWithIgnoreCase(rest, "meta") ||
                         absl::StartsWithIgnoreCase(rest, "link") ||
                         absl::StartsWithIgnoreCase(rest, "input") || absl::StartsWithIgnoreCase(rest, "hr");
      if (!empty && ++depth > kDepthLimit) {
        const size_t end = std::min(html->find('>', at), html->size() - 1);
        std::fill(html->begin() + static_cast<std::ptrdiff_t>(at),
                  html->begin() + static_cast<std::ptrdiff_t>(end) + 1, ' ');
        capped = true;
      }
    }
  }
  return capped;
}

class Walker {
 public:
  Walker(const std::string& html, TextBuilder* builder, PageContent* page)
      : html_(html), builder_(*builder), page_(*page) {}

  void run(const GumboNode* root) {
    struct Frame {
      const GumboNode* node;
      unsigned next;
      const char* label;  // of the furniture around it
      bool in_article;
    };
    std::vector<Frame> stack = {{root, 0, nullptr, false}};
    while (!stack.empty()) {
      Frame& top = stack.back();
      const GumboVector& children = top.node->v.element.children;
      if (top.next == children.length) {
        leave(top.node);
        stack.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(children.data[top.next++]);
      if (child->type == GUMBO_NODE_ELEMENT) {
        const GumboTag tag = child->v.element.tag;
        if (is_hidden(tag)) continue;
        const bool in_article = top.in_article || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN;
        const char* label = top.label ? top.label : furniture(child, top.in_article);
        enter(child, label);
        stack.push_back({child, 0, label, in_article});
      } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE ||
                 child->type == GUMBO_NODE_CDATA) {
        add_text(child->v.text, top.label);
      }
    }
    close_block();
  }

 private:
  void enter(const GumboNode* node, const char* label) {
    const GumboTag tag = node->v.element.tag;
    if (!is_inline(tag)) close_block();
    if (tag == GUMBO_TAG_H1 && !label && !titled_) heading_ = titled_ = true;
  }

  void leave(const GumboNode* node) {
    if (is_inline(node->v.element.tag)) return;
    close_block();
    if (node->v.element.tag == GUMBO_TAG_H1) heading_ = false;
  }

  size_t offset(const char* at) const { return static_cast<size_t>(at - html_.data()); }

  // The text of a node, letter by letter beside its source: what is written otherwise (an entity) is one
  // piece.
  void add_text(const GumboText& node, const char* label) {
    const absl::string_view source(node.original_text.data, node.original_text.length);
    const absl::string_view text(node.text);
    const size_t base = offset(node.original_text.data);
    size_t s = 0, t = 0;
    while (s < source.size() && t < text.size()) {
      if (absl::ascii_isspace(static_cast<unsigned char>(source[s]))) {
        const size_t from = s;
        while (s < source.size() && absl::ascii_isspace(static_cast<unsigned char>(source[s]))) ++s;
        while (t < text.size() && absl::ascii_isspace(static_cast<unsigned char>(text[t]))) ++t;
        space(base + from, base + s);
      } else if (source[s] == '&' && !absl::StartsWith(text.substr(t), source.substr(s, 2))) {
        const size_t from = s;
        while (++s < source.size() &&
               (absl::ascii_isalnum(static_cast<unsigned char>(source[s])) || source[s] == '#')) {
        }
        if (s < source.size() && source[s] == ';') ++s;
        const size_t length = letter(text, t);
        piece(text.substr(t, length), base + from, base + s, label);
        t += length;
      } else {
        const size_t from = s;
        while (s < source.size() && t < text.size() && source[s] == text[t] && source[s] != '&' &&
               !absl::ascii_isspace(static_cast<unsigned char>(source[s]))) {
          ++s, ++t;
        }
        if (s == from) s += 1, t += letter(text, t);  // out of step: a letter that the parser replaced
        verbatim(base + from, base + s, label);
      }
    }
  }

  static size_t letter(absl::string_view text, size_t at) {
    size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return end - at;
  }

  void space(size_t begin, size_t end) {
    if (open_ && space_begin_ == space_end_) space_begin_ = begin;
    if (open_) space_end_ = end;
  }

  void open(const char* label) {
    // Text of another standing than what the block began with is a block of its own.
    if (open_ && label != label_) close_block();
    if (!open_) {
      open_ = true;
      begin_ = builder_.size();
      label_ = label;
      space_begin_ = space_end_ = 0;
    } else if (space_begin_ != space_end_) {
      builder_.put(" ", space_begin_, space_end_);
      space_begin_ = space_end_ = 0;
    }
  }

  void verbatim(size_t begin, size_t end, const char* label) {
    open(label);
    builder_.copy(begin, end);
    last_ = end;
  }
  void piece(absl::string_view text, size_t begin, size_t end, const char* label) {
    open(label);
    builder_.put(text, begin, end);
    last_ = end;
  }

  void close_block() {
    if (!open_) return;
    open_ = false;
    Block block;
    block.span = {begin_, builder_.size()};
    block.kind = label_ ? SegmentKind::boilerplate : heading_ ? SegmentKind::title : SegmentKind::paragraph;
    if (label_) block.label = label_;
    builder_.put("\n", last_, last_);
    page_.blocks.push_back(std::move(block));
  }

  const std::string& html_;
  TextBuilder& builder_;
  PageContent& page_;
  bool open_ = false;
  bool heading_ = false, titled_ = false;
  const char* label_ = nullptr;
  uint32_t begin_ = 0;
  size_t space_begin_ = 0, space_end_ = 0;  // white space seen since the last letter
  size_t last_ = 0;
};

// What <head> and <time> say.
void read_head(const GumboNode* root, PageContent* page) {
  std::vector<const GumboNode*> stack = {root};
  Metadata from_json, from_meta, from_title;
  while (!stack.empty()) {
    const GumboNode* node = stack.back();
    stack.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboVector& children = node->v.element.children;
    const auto text = [&] {
      const auto* first = children.length ? static_cast<const GumboNode*>(children.data[0]) : nullptr;
      return first && (first->type == GUMBO_NODE_TEXT || first->type == GUMBO_NODE_CDATA)
                 ? std::string(first->v.text.text)
                 : "";
    };
    switch (node->v.element.tag) {
      case GUMBO_TAG_SCRIPT:
        if (absl::StrContains(absl::AsciiStrToLower(attribute(node, "type")), "ld+json"))
          read_json_ld(text(), &from_json);
        continue;
      case GUMBO_TAG_META: {
        const std::string name =
            absl::AsciiStrToLower(absl::StrCat(attribute(node, "property"), attribute(node, "name")));
        const std::string content = attribute(node, "content");
        if (name == "og:site_name" || name == "dc.publisher")
          set_field(content, MetadataOrigin::page, &from_meta.source);
        if (name == "og:title" || name == "dc.title")
          set_field(content, MetadataOrigin::page, &from_meta.title);
        if (name == "og:url") set_field(content, MetadataOrigin::page, &from_meta.url);
        if (name == "article:published_time" || name == "dc.date" || name == "date" || name == "pubdate") {
          set_published(content, MetadataOrigin::page, &from_meta);
        }
        break;
      }
      case GUMBO_TAG_LINK:
        if (attribute(node, "rel") == "canonical")
          set_field(attribute(node, "href"), MetadataOrigin::page, &from_meta.url);
        break;
      case GUMBO_TAG_TITLE:
        set_field(text(), MetadataOrigin::page, &from_title.title);
        break;
      case GUMBO_TAG_HTML:
        set_language(attribute(node, "lang"), MetadataOrigin::page, &from_title);
        break;
      case GUMBO_TAG_TIME:
        set_published(attribute(node, "datetime"), MetadataOrigin::page, &from_title);
        break;
      default:
        break;
    }
    for (unsigned i = children.length; i > 0; --i)
      stack.push_back(static_cast<const GumboNode*>(children.data[i - 1]));
  }
  fill(from_json, &page->metadata);
  fill(from_meta, &page->metadata);
  fill(from_title, &page->metadata);
}

}  // namespace

PageContent read_html(const Decoded& decoded, TextBuilder* builder) {
  PageContent page;
  std::string html = decoded.text;
  if (cap_depth(&html))
    page.warnings.push_back("its elements are nested more than 400 deep; deeper ones were taken as flat");
  GumboOptions options = kGumboDefaultOptions;
  const auto free_output = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(free_output)> output(
      gumbo_parse_with_options(&options, html.data(), html.size()), free_output);
  read_head(output->root, &page);
  Walker(html, builder, &page).run(output->root);
  // The words of the headline in the page stand for a title that only <title> gives, with its site name.
  for (const Block& block : page.blocks) {
    if (block.kind != SegmentKind::title) continue;
    page.metadata.title = {
        std::string(absl::string_view(builder->text()).substr(block.span.begin, block.span.size())),
        MetadataOrigin::page};
    break;
  }
  return page;
}

}  // namespace crosscheck
