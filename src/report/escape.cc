#include "report/escape.h"

#include <cstdint>
#include <cstring>

#include "absl/strings/ascii.h"
#include "base/text.h"

namespace crosscheck {
namespace {

// Length of the well-formed character at the front of `text`; 0 when there is none.
size_t character_length(absl::string_view text) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<uint8_t>(text[i]) : uint8_t{0}; };
  const auto continues = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const uint8_t lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = lead == 0xED && byte(1) >= 0xA0;
    return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool overlong = lead == 0xF0 && byte(1) < 0x90;
    const bool too_high = lead == 0xF4 && byte(1) >= 0x90;
    return continues(1) && continues(2) && continues(3) && !overlong && !too_high ? 4 : 0;
  }
  return 0;
}

constexpr absl::string_view kReplacement = "\xEF\xBF\xBD";
constexpr absl::string_view kZeroWidthSpace = "\xE2\x80\x8B";

// Signs that begin or end something in Markdown. Those that matter only at the start of a line (+, -, 1.) are
// left alone: no text of an article starts one.
bool is_markdown_sign(char c) { return absl::string_view("\\`*_[]~|!#$").find(c) != absl::string_view::npos; }

}  // namespace

bool is_utf8(absl::string_view text) {
  constexpr uint64_t kNotAscii = 0x8080808080808080ull;
  for (size_t at = 0; at < text.size();) {
    uint64_t eight = kNotAscii;
    if (at + sizeof eight <= text.size()) std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & kNotAscii) == 0) {
      at += sizeof eight;
      continue;
    }
    if (static_cast<uint8_t>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const size_t length = character_length(text.substr(at));
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string mend_utf8(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t length = character_length(text.substr(at));
    if (length == 0) {
      out.append(kReplacement.data(), kReplacement.size()), ++at;
    } else {
      out.append(text.data() + at, length), at += length;
    }
  }
  return out;
}

std::string one_line(absl::string_view text) {
  const std::string shown = show_controls(is_utf8(text) ? std::string(text) : mend_utf8(text));
  std::string out;
  out.reserve(shown.size());
  for (const char c : shown) {
    const bool blank = c == '\n' || c == ' ';
    if (blank && !out.empty() && out.back() == ' ') continue;
    out.push_back(blank ? ' ' : c);
  }
  return out;
}

std::string escape_html(absl::string_view text) {
  const std::string shown = show_controls(is_utf8(text) ? std::string(text) : mend_utf8(text));
  std::string out;
  out.reserve(shown.size() + shown.size() / 8);
  for (const char c : shown) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::string escape_markdown(absl::string_view text) {
  const std::string line = one_line(text);
  std::string out;
  out.reserve(line.size() + line.size() / 8);
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      if (is_markdown_sign(c)) out.push_back('\\');
      out.push_back(c);
    }
    // "@name" would write to somebody and "#12" would link to an issue; both are looked for after escapes are
    // undone. A bare address would become a link.
    const bool joins = c == '@' || c == '#' || (c == ':' && line.compare(i, 3, "://") == 0);
    if (joins && i + 1 < line.size()) out.append(kZeroWidthSpace.data(), kZeroWidthSpace.size());
  }
  return out;
}

}  // namespace crosscheck
