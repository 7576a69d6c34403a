#include "report/columns.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "report/escape.h"

namespace crosscheck {
namespace {

struct Range {
  uint32_t first, last;
};

// Combining marks and other characters without a width of their own; the common ones.
constexpr Range kNarrow[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
                             {0x064B, 0x065F}, {0x200B, 0x200F}, {0x2060, 0x2064}, {0x20D0, 0x20F0},
                             {0xE000, 0xE001}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
// East Asian wide and full-width characters, and emoji.
constexpr Range kWide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},  {0x3400, 0x4DBF},
                           {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},
                           {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
                           {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}};

template <size_t N>
bool among(const Range (&ranges)[N], uint32_t c) {
  return std::any_of(ranges, ranges + N, [c](Range range) { return range.first <= c && c <= range.last; });
}

// The character at the front of well-formed text, and its length.
uint32_t decode(absl::string_view text, size_t* length) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<uint8_t>(text[i]) : uint8_t{0}; };
  const auto tail = [&](size_t i) { return static_cast<uint32_t>(byte(i) & 0x3F); };
  const uint32_t lead = byte(0);
  if (lead < 0x80) return *length = 1, lead;
  if (lead < 0xE0) return *length = 2, ((lead & 0x1F) << 6) | tail(1);
  if (lead < 0xF0) return *length = 3, ((lead & 0x0F) << 12) | (tail(1) << 6) | tail(2);
  return *length = 4, ((lead & 0x07) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3);
}

int width_of(uint32_t c) {
  if (c < 0x300) return 1;
  if (among(kNarrow, c)) return 0;
  return among(kWide, c) ? 2 : 1;
}

// How many bytes of `word` fit into `width` columns; at least one character.
size_t fitting(absl::string_view word, int width) {
  size_t at = 0;
  for (int used = 0; at < word.size();) {
    size_t length = 0;
    used += width_of(decode(word.substr(at), &length));
    if (used > width && at > 0) break;
    at += length;
  }
  return std::min(at, word.size());
}

}  // namespace

std::string plain(absl::string_view text) {
  return absl::StrReplaceAll(one_line(text), {{kStrongBegin, "\uFFFD"}, {kStrongEnd, "\uFFFD"}});
}

int display_width(absl::string_view text) {
  int width = 0;
  for (size_t at = 0; at < text.size();) {
    size_t length = 0;
    width += width_of(decode(text.substr(at), &length));
    at += length;
  }
  return width;
}

std::vector<std::string> wrap(absl::string_view text, int width) {
  width = std::max(width, 2);
  std::vector<std::string> lines(1);
  int used = 0;
  while (!text.empty()) {
    const size_t blank = text.find(' ');
    absl::string_view word = text.substr(0, blank);
    text.remove_prefix(blank == absl::string_view::npos ? text.size() : blank + 1);
    if (word.empty()) continue;
    int wide = display_width(word);
    if (used > 0 && used + 1 + wide > width) lines.emplace_back(), used = 0;
    while (wide > width) {
      const size_t cut = fitting(word, width);
      lines.back() = std::string(word.substr(0, cut));
      lines.emplace_back();
      word.remove_prefix(cut);
      wide = display_width(word);
    }
    absl::StrAppend(&lines.back(), used > 0 ? " " : "", word);
    used += wide + (used > 0 ? 1 : 0);
  }
  return lines;
}

void balance_strong(std::vector<std::string>* lines) {
  bool strong = false;
  for (std::string& line : *lines) {
    if (strong) line.insert(0, kStrongBegin.data(), kStrongBegin.size());
    const absl::string_view view = line;
    const size_t begin = view.rfind(kStrongBegin), end = view.rfind(kStrongEnd);
    strong = begin != absl::string_view::npos && (end == absl::string_view::npos || begin > end);
    if (strong) absl::StrAppend(&line, kStrongEnd);
  }
}

std::vector<std::string> beside(const std::vector<std::vector<std::string>>& blocks, int width) {
  size_t height = 0;
  for (const auto& block : blocks) height = std::max(height, block.size());
  std::vector<std::string> out(height);
  for (size_t i = 0; i < height; ++i) {
    for (size_t b = 0; b < blocks.size(); ++b) {
      const std::string line = i < blocks[b].size() ? blocks[b][i] : "";
      absl::StrAppend(&out[i], b > 0 ? " | " : "", line);
      if (b + 1 < blocks.size())
        out[i].append(static_cast<size_t>(std::max(0, width - display_width(line))), ' ');
    }
    while (!out[i].empty() && out[i].back() == ' ') out[i].pop_back();
  }
  return out;
}

}  // namespace crosscheck
