#include "report/placing.h"

#include <algorithm>
#include <filesystem>

#include "absl/strings/match.h"

namespace crosscheck {
namespace {

// Where the last character of a span begins.
uint32_t last_character(absl::string_view text, TextSpan span) {
  uint32_t at = span.end - 1;
  while (at > span.begin && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

// The draft before all, then the later published; an article without a date is never the newest.
bool stands_before(const View& view, uint32_t a, uint32_t b) {
  const Document &first = view.document(view.claim(a)), &second = view.document(view.claim(b));
  if (first.is_draft != second.is_draft) return first.is_draft;
  const auto &x = first.metadata.published, &y = second.metadata.published;
  if (static_cast<bool>(x) != static_cast<bool>(y)) return static_cast<bool>(x);
  if (x && x.value.local != y.value.local) return x.value.local > y.value.local;
  return a < b;
}

}  // namespace

Region region_of(const Document& document, TextSpan span) {
  if (span.empty() || span.end > document.text.size()) return {};
  const LineColumn begin = document.to_line(span.begin);
  const LineColumn last = document.to_line(last_character(document.text, span));
  Region out;
  out.start_line = std::max(begin.line, 1);
  out.start_column = std::max(begin.column, 1);
  out.end_line = std::max(last.line, out.start_line);
  out.end_column = last.column + 1;
  if (out.end_line == out.start_line) out.end_column = std::max(out.end_column, out.start_column + 1);
  return out;
}

std::vector<uint32_t> claims_by_place(const View& view, const Finding& finding) {
  std::vector<uint32_t> out;
  for (const Member& member : finding.members) {
    if (std::find(out.begin(), out.end(), member.claim) == out.end()) out.push_back(member.claim);
  }
  if (out.empty()) return out;
  const auto first = std::min_element(out.begin(), out.end(),
                                      [&](uint32_t a, uint32_t b) { return stands_before(view, a, b); });
  std::rotate(out.begin(), first, first + 1);
  return out;
}

std::string repository_path(const std::string& path, const FormatOptions& options) {
  if (path.empty() || path == "-") return path;
  std::filesystem::path whole(path);
  if (whole.is_relative() && options.root.empty()) return whole.lexically_normal().generic_string();
  if (whole.is_relative()) whole = std::filesystem::path(options.folder) / whole;
  whole = whole.lexically_normal();
  if (options.root.empty()) return whole.generic_string();
  const std::string inside = whole.lexically_relative(options.root).generic_string();
  const bool outside = inside.empty() || inside == ".." || absl::StartsWith(inside, "../");
  return outside ? whole.generic_string() : inside;
}

}  // namespace crosscheck
