#include "report/escape.h"

#include <cstdint>

#include "absl/strings/ascii.h"
#include "base/text.h"

namespace crosscheck {
namespace {

constexpr absl::string_view kReplacement = "\xEF\xBF\xBD";
constexpr absl::string_view kZeroWidthSpace = "\xE2\x80\x8B";

// Signs that begin or end something in Markdown. Those that matter only at the start of a line (+, -, 1.) are
// left alone: no text of an article starts one.
bool is_markdown_sign(char c) { return absl::string_view("\\`*_[]~|!#$").find(c) != absl::string_view::npos; }

}  // namespace

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
