#include "ingest/segments.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"

namespace crosscheck {
namespace {

constexpr size_t kFurnitureWords = 30;  // a longer line is text, whatever it begins with
constexpr size_t kProseWords = 25;      // a sentence that long ends what "page" reaches over
constexpr size_t kMenuWords = 5;        // three such lines in a row are a menu

size_t count_words(const Tokens& tokens) {
  return static_cast<size_t>(std::count_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.token_class != TokenClass::sign;
  }));
}

// "2016-10-05": its groups are not those of a phone number.
bool is_iso_date(absl::string_view line, const Tokens& tokens, size_t t) {
  constexpr size_t kTokens = 5;
  if (t + kTokens > tokens.size()) return false;
  const absl::string_view date = line.substr(tokens[t].begin, tokens[t + kTokens - 1].end - tokens[t].begin);
  return date.size() == 10 && (date[4] == '-' || date[4] == '/') && date[7] == date[4] &&
         (absl::StartsWith(date, "19") || absl::StartsWith(date, "20"));
}

// A mail address, a handle, or a phone number of at least nine digits in groups.
bool tells_contact(absl::string_view line, const Tokens& tokens) {
  size_t digits = 0;
  for (size_t t = 0; t < tokens.size(); ++t) {
    const absl::string_view word = line.substr(tokens[t].begin, tokens[t].end - tokens[t].begin);
    if (is_iso_date(line, tokens, t)) {
      t += 4;
      digits = 0;
      continue;
    }
    if (word == "@" && t + 1 < tokens.size() && !tokens[t + 1].space_before) return true;
    if (tokens[t].token_class == TokenClass::digits && word.size() <= 4) {
      digits += word.size();
      if (digits >= 9) return true;
    } else if (tokens[t].token_class == TokenClass::word || word == ",") {  // "£82,000 ($100,000)"
      digits = 0;
    }
  }
  return absl::StrContains(line, "[email protected]");
}

// The furniture that a line begins with: its label and how far it reaches ("line", "block", "page").
struct Furniture {
  std::string label;
  std::string reach;
};

Furniture furniture_of(const Tokens& tokens, const Language& language) {
  // A bullet, number or icon may stand before the words.
  size_t start = 0;
  while (start < tokens.size() && start < 3 && tokens[start].token_class != TokenClass::word) ++start;
  for (const size_t from : {start, size_t{0}}) {
    for (const Lexicon::Match& match : language.lexicon.find(absl::MakeConstSpan(tokens).subspan(from, 12))) {
      const Sense& sense = language.senses[match.payload];
      if (sense.category != Category::boilerplate || match.first != 0) continue;
      const size_t space = sense.symbol.find(' ');
      return {sense.symbol.substr(0, space),
              space == std::string::npos ? "line" : sense.symbol.substr(space + 1)};
    }
  }
  return {};
}

bool is_sentence(absl::string_view line) {
  for (const char* mark : {".", "!", "?", "»", "”", "\"", "…"}) {
    if (absl::EndsWith(line, mark)) return true;
  }
  return false;
}

}  // namespace

namespace {

struct LineFacts {
  absl::string_view line;
  Tokens tokens;
  size_t words = 0;
};

LineFacts facts_of(absl::string_view text, const Language& language, const Block& block) {
  LineFacts out;
  out.line = absl::StripSuffix(text.substr(block.span.begin, block.span.size()), "\n");
  out.tokens = language.tokenize(out.line);
  out.words = count_words(out.tokens);
  return out;
}

bool has_words(const Tokens& tokens) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.token_class == TokenClass::word; });
}

void set(const std::string& label, Block* block) {
  block->kind = SegmentKind::boilerplate;
  block->label = label;
}

void mark_by_words(absl::string_view text, const Language& language, std::vector<Block>* blocks) {
  std::string reaching, label;  // "page": to the end, "block": over the short lines that follow
  for (Block& block : *blocks) {
    if (block.kind == SegmentKind::boilerplate) continue;
    const LineFacts facts = facts_of(text, language, block);
    const bool prose =
        facts.words > kFurnitureWords || (facts.words > kProseWords && is_sentence(facts.line));
    const Furniture found = furniture_of(facts.tokens, language);
    if (block.gap_before && reaching == "block") reaching.clear();
    if (!found.label.empty() && facts.words <= kFurnitureWords) {
      set(found.label, &block);
      reaching = found.reach;
      label = found.label;
    } else if (reaching == "page" && !prose) {
      set(label, &block);
    } else if (reaching == "block" && facts.words <= 12 && !is_sentence(facts.line)) {
      set(label, &block);
    } else if (facts.words <= kFurnitureWords + 10 && tells_contact(facts.line, facts.tokens)) {
      set("contact", &block);
      reaching.clear();
    } else if (!has_words(facts.tokens)) {
      set("figures", &block);
    } else {
      reaching.clear();
    }
  }
}

// Three or more short lines in a row that are no sentences: a menu, whatever its words.
void mark_menus(absl::string_view text, const Language& language, std::vector<Block>* blocks) {
  const auto menu_like = [&](const Block& block) {
    if (block.kind != SegmentKind::paragraph) return false;
    const LineFacts facts = facts_of(text, language, block);
    return facts.words <= kMenuWords && !is_sentence(facts.line) && !absl::EndsWith(facts.line, ":");
  };
  for (size_t i = 0; i < blocks->size();) {
    size_t end = i;
    while (end < blocks->size() && menu_like((*blocks)[end])) ++end;
    for (size_t k = i; end - i >= 3 && k < end; ++k) set("menu", &(*blocks)[k]);
    i = std::max(end, i + 1);
  }
}

}  // namespace

void mark_furniture(absl::string_view text, const Language& language, std::vector<Block>* blocks) {
  mark_by_words(text, language, blocks);
  mark_menus(text, language, blocks);
}

std::vector<TextSpan> find_quotations(absl::string_view text, TextSpan paragraph) {
  static constexpr std::pair<absl::string_view, absl::string_view> kMarks[] = {
      {"«", "»"}, {"“", "”"}, {"\"", "\""}, {"„", "“"}};
  std::vector<TextSpan> out;
  size_t close_mark = 0;
  uint32_t begin = 0;
  int depth = 0;
  for (uint32_t at = paragraph.begin; at < paragraph.end;) {
    const absl::string_view rest = text.substr(at, paragraph.end - at);
    size_t step = 1;
    if (depth == 0) {
      for (size_t i = 0; i < std::size(kMarks); ++i) {
        if (!absl::StartsWith(rest, kMarks[i].first)) continue;
        step = kMarks[i].first.size();
        close_mark = i;
        begin = at;
        depth = 1;
        break;
      }
    } else {
      const auto& [open, close] = kMarks[close_mark];
      if (absl::StartsWith(rest, close)) {
        step = close.size();
        if (--depth == 0) out.push_back({begin, at + static_cast<uint32_t>(step)});
      } else if (open != close && absl::StartsWith(rest, open)) {
        step = open.size();
        ++depth;
      }
    }
    at += static_cast<uint32_t>(step);
  }
  if (depth > 0) out.push_back({begin, paragraph.end});
  return out;
}

std::vector<Segment> lay_segments(absl::string_view text, const Language& language,
                                  std::vector<Block> blocks) {
  std::vector<Segment> out;
  for (const Block& block : blocks) {
    out.push_back({block.kind, block.span, block.label});
    if (block.kind == SegmentKind::boilerplate) continue;
    for (const TextSpan span : cut_sentences(text, block.span, language))
      out.push_back({SegmentKind::sentence, span, ""});
    for (const TextSpan span : find_quotations(text, block.span))
      out.push_back({SegmentKind::quotation, span, ""});
  }
  std::stable_sort(out.begin(), out.end(), [](const Segment& a, const Segment& b) {
    return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);
  });
  return out;
}

}  // namespace crosscheck
