#include "base/yaml_text.h"

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace crosscheck {
namespace {

struct Character {
  uint32_t code = 0xFFFD;
  size_t bytes = 1;
};

// The character at the start of `text`; U+FFFD of one byte when there is none.
Character first_character(absl::string_view text) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) < 0x80) return {byte(0), 1};
  const size_t length = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
  constexpr uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (byte(0) < 0xC2 || byte(0) > 0xF4 || text.size() < length) return {};
  uint32_t code = byte(0) & (0xFFu >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    code = code << 6 | (byte(i) & 0x3Fu);
  }
  const bool wrong = code < kLeast[length] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000);
  return wrong ? Character{} : Character{code, length};
}

// Controls, line ends, marks of direction and of byte order, and what is no character.
bool is_hidden(uint32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || code == 0xFFFE || code == 0xFFFF;
}

bool is_day(absl::string_view text) {
  if (text.size() != 10) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7 ? text[i] != '-' : !absl::ascii_isdigit(static_cast<unsigned char>(text[i])))
      return false;
  }
  return true;
}

// What a byte is in a text without quotes: 0 for letters, digits and the few signs that mean nothing to a
// reader of YAML inside a word.
enum : uint8_t { kForeign = 1, kNotAscii = 2 };
constexpr std::array<uint8_t, 256> kBytes = [] {
  std::array<uint8_t, 256> out{};
  for (size_t c = 0; c < out.size(); ++c) out[c] = c < 0x80 ? kForeign : kNotAscii;
  for (size_t c = '0'; c <= '9'; ++c) out[c] = 0;
  for (size_t c = 'a'; c <= 'z'; ++c) out[c] = out[c - 'a' + 'A'] = 0;
  for (const char mark : {'_', '.', '-', ' '}) out[static_cast<size_t>(mark)] = 0;
  return out;
}();

// Words that some reader of YAML takes for something else than a text.
bool is_taken(absl::string_view text) {
  static constexpr std::array<absl::string_view, 9> kTaken = {"true", "false", "yes", "no", "on",
                                                              "off",  "null",  "y",   "n"};
  return text.size() <= 5 && std::any_of(kTaken.begin(), kTaken.end(), [&](absl::string_view word) {
           return absl::EqualsIgnoreCase(word, text);
         });
}

}  // namespace

bool is_plain_yaml(absl::string_view text) {
  if (text.empty() || text.size() > 200 || text.back() == ' ') return false;
  // Baselines are long: no branch at each byte.
  unsigned all = 0;
  for (const char byte : text) all |= kBytes[static_cast<unsigned char>(byte)];
  if ((all & kForeign) != 0) return false;
  const auto first = static_cast<unsigned char>(text[0]);
  if (!absl::ascii_isalpha(first) && first < 0x80) return is_day(text);
  for (size_t at = 0; at < text.size() && all != 0;) {
    const Character next = first_character(text.substr(at));
    if (static_cast<unsigned char>(text[at]) >= 0x80 && (next.bytes == 1 || is_hidden(next.code)))
      return false;
    at += next.bytes;
  }
  return !is_taken(text);
}

std::string yaml_text(absl::string_view text) {
  return is_plain_yaml(text) ? std::string(text) : yaml_quoted(text);
}

std::string yaml_quoted(absl::string_view text) {
  std::string out = "\"";
  for (size_t at = 0; at < text.size();) {
    const Character next = first_character(text.substr(at));
    const absl::string_view bytes = text.substr(at, next.bytes);
    at += next.bytes;
    if (next.code == '"' || next.code == '\\') {
      out += absl::StrCat("\\", bytes);
    } else if (next.code == '\n') {
      out += "\\n";
    } else if (next.code == '\t') {
      out += "\\t";
    } else if (is_hidden(next.code)) {
      absl::StrAppendFormat(&out, "\\u%04X", next.code);
    } else if (next.code == 0xFFFD) {
      out += "\xEF\xBF\xBD";
    } else {
      out += std::string(bytes);
    }
  }
  return out + "\"";
}

}  // namespace crosscheck
