#include "ingest/segments.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"

namespace crosscheck {
namespace {

constexpr size_t kFurnitureWords = 30;  // a longer line is text, whatever it begins with
constexpr size_t kProseWords = 25;      // a sentence that long ends what "page" reaches over
constexpr size_t kMenuWords = 5;        // three such lines in a row are a menu

// A line: its tokens are [first, last) of the text.
struct LineFacts {
  absl::string_view line;
  size_t first = 0, last = 0;
  size_t words = 0;
};

LineFacts facts_of(const LexedText& text, const Block& block) {
  LineFacts out;
  out.line = absl::StripSuffix(text.text.substr(block.span.begin, block.span.size()), "\n");
  out.first = text.token_at(block.span.begin);
  out.last = text.token_at(block.span.end);
  for (size_t t = out.first; t < out.last; ++t)
    out.words += text.lexed.tokens[t].token_class != TokenClass::sign;
  return out;
}

// "2016-10-05": its groups are not those of a phone number.
bool is_iso_date(const LexedText& text, size_t t, size_t limit) {
  constexpr size_t kTokens = 5;
  if (t + kTokens > limit) return false;
  const Tokens& tokens = text.lexed.tokens;
  const absl::string_view date =
      text.text.substr(tokens[t].begin, tokens[t + kTokens - 1].end - tokens[t].begin);
  return date.size() == 10 && (date[4] == '-' || date[4] == '/') && date[7] == date[4] &&
         (absl::StartsWith(date, "19") || absl::StartsWith(date, "20"));
}

// A mail address, a handle, or a phone number of at least nine digits in groups.
bool tells_contact(const LexedText& text, const LineFacts& facts) {
  const Tokens& tokens = text.lexed.tokens;
  size_t digits = 0;
  for (size_t t = facts.first; t < facts.last; ++t) {
    const absl::string_view word = text.word(t);
    if (is_iso_date(text, t, facts.last)) {
      t += 4;
      digits = 0;
      continue;
    }
    if (word == "@" && t + 1 < facts.last && !tokens[t + 1].space_before) return true;
    if (tokens[t].token_class == TokenClass::digits && word.size() <= 4) {
      digits += word.size();
      if (digits >= 9) return true;
    } else if (tokens[t].token_class == TokenClass::word || word == ",") {  // "£82,000 ($100,000)"
      digits = 0;
    }
  }
  return absl::StrContains(facts.line, "[email protected]");
}

// The furniture that a line begins with: its label and how far it reaches ("line", "block", "page").
struct Furniture {
  std::string label;
  std::string reach;
};

Furniture furniture_of(const LexedText& text, const LineFacts& facts) {
  constexpr size_t kReach = 12;  // tokens of a phrase at most
  // A bullet, number or icon may stand before the words.
  size_t start = facts.first;
  while (start < facts.last && start < facts.first + 3 &&
         text.lexed.tokens[start].token_class != TokenClass::word)
    ++start;
  for (const size_t from : {start, facts.first}) {
    const size_t limit = std::min(facts.last, from + kReach);
    for (auto match = text.matches_at(from); match != text.lexed.matches.end() && match->first == from;
         ++match) {
      if (match->last > limit || !text.has(*match, Category::boilerplate)) continue;
      for (const uint32_t number : text.language.lexicon.payloads(match->group)) {
        const Sense& sense = text.language.senses[number];
        if (sense.category != Category::boilerplate) continue;
        const size_t space = sense.symbol.find(' ');
        return {sense.symbol.substr(0, space),
                space == std::string::npos ? "line" : sense.symbol.substr(space + 1)};
      }
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

bool has_words(const LexedText& text, const LineFacts& facts) {
  for (size_t t = facts.first; t < facts.last; ++t) {
    if (text.lexed.tokens[t].token_class == TokenClass::word) return true;
  }
  return false;
}

void set(const std::string& label, Block* block) {
  block->kind = SegmentKind::boilerplate;
  block->label = label;
}

void mark_by_words(const LexedText& text, std::vector<Block>* blocks) {
  std::string reaching, label;  // "page": to the end, "block": over the short lines that follow
  for (Block& block : *blocks) {
    if (block.kind == SegmentKind::boilerplate) continue;
    const LineFacts facts = facts_of(text, block);
    const bool prose =
        facts.words > kFurnitureWords || (facts.words > kProseWords && is_sentence(facts.line));
    const Furniture found = furniture_of(text, facts);
    if (block.gap_before && reaching == "block") reaching.clear();
    if (!found.label.empty() && facts.words <= kFurnitureWords) {
      set(found.label, &block);
      reaching = found.reach;
      label = found.label;
    } else if (reaching == "page" && !prose) {
      set(label, &block);
    } else if (reaching == "block" && facts.words <= 12 && !is_sentence(facts.line)) {
      set(label, &block);
    } else if (facts.words <= kFurnitureWords + 10 && tells_contact(text, facts)) {
      set("contact", &block);
      reaching.clear();
    } else if (!has_words(text, facts)) {
      set("figures", &block);
    } else {
      reaching.clear();
    }
  }
}

// Three or more short lines in a row that are no sentences: a menu, whatever its words.
void mark_menus(const LexedText& text, std::vector<Block>* blocks) {
  const auto menu_like = [&](const Block& block) {
    if (block.kind != SegmentKind::paragraph) return false;
    const LineFacts facts = facts_of(text, block);
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

size_t LexedText::token_at(uint32_t at) const {
  const auto found = std::lower_bound(lexed.tokens.begin(), lexed.tokens.end(), at,
                                      [](const Token& token, uint32_t byte) { return token.begin < byte; });
  return static_cast<size_t>(found - lexed.tokens.begin());
}

std::vector<Lexicon::Match>::const_iterator LexedText::matches_at(size_t token) const {
  return std::lower_bound(lexed.matches.begin(), lexed.matches.end(), token,
                          [](const Lexicon::Match& match, size_t first) { return match.first < first; });
}

bool LexedText::has(const Lexicon::Match& match, Category category, Symbol value) const {
  if (!has(match, category)) return false;
  for (const uint32_t number : language.lexicon.payloads(match.group)) {
    const SenseLook& look = language.looks[number];
    if (look.category == category && look.symbol == value.number()) return true;
  }
  return false;
}

void mark_furniture(const LexedText& text, std::vector<Block>* blocks) {
  mark_by_words(text, blocks);
  mark_menus(text, blocks);
}

std::vector<TextSpan> find_quotations(const LexedText& text, TextSpan paragraph) {
  static constexpr std::pair<absl::string_view, absl::string_view> kMarks[] = {
      {"«", "»"}, {"“", "”"}, {"\"", "\""}, {"„", "“"}};
  std::vector<TextSpan> out;
  const std::pair<absl::string_view, absl::string_view>* marks = nullptr;  // of the quotation that is open
  uint32_t begin = 0;
  int depth = 0;
  const size_t end = text.token_at(paragraph.end);
  for (size_t t = text.token_at(paragraph.begin); t < end; ++t) {
    const Token& token = text.lexed.tokens[t];
    if (token.token_class != TokenClass::sign) continue;
    const auto lead = static_cast<unsigned char>(text.text[token.begin]);
    if (lead != '"' && lead < 0x80) continue;
    const absl::string_view sign = text.word(t);
    if (depth == 0) {
      marks = std::find_if(std::begin(kMarks), std::end(kMarks),
                           [&](const auto& known) { return known.first == sign; });
      if (marks == std::end(kMarks)) continue;
      begin = token.begin;
      depth = 1;
    } else if (sign == marks->second) {
      if (--depth == 0) out.push_back({begin, token.end});
    } else if (sign == marks->first) {
      ++depth;
    }
  }
  if (depth > 0) out.push_back({begin, paragraph.end});
  return out;
}

std::vector<Segment> lay_segments(const LexedText& text, std::vector<Block> blocks) {
  std::vector<Segment> out;
  constexpr size_t kOfBlock = 6;  // as many at a guess
  out.reserve(blocks.size() * kOfBlock);
  for (const Block& block : blocks) {
    out.push_back({block.kind, block.span, block.label});
    if (block.kind == SegmentKind::boilerplate) continue;
    for (const TextSpan span : cut_sentences(text, block.span))
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
