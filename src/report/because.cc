#include "report/because.h"

#include <array>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"

namespace crosscheck {
namespace {

constexpr absl::string_view kSection = "because.";
constexpr size_t kSlotSize = 3;  // "{a}"
using Filled = std::array<absl::string_view, 2>;

// What stands in the slots {a} and {b} of a pattern; nothing when the text is not like it.
std::optional<Filled> match(absl::string_view pattern, absl::string_view text) {
  Filled out;
  for (absl::string_view& slot : out) {
    const size_t begin = pattern.find('{');
    if (begin == absl::string_view::npos) break;
    if (!absl::ConsumePrefix(&text, pattern.substr(0, begin))) return std::nullopt;
    pattern.remove_prefix(begin + kSlotSize);
    const absl::string_view next = pattern.substr(0, pattern.find('{'));
    const size_t end = next.empty() ? text.size() : text.find(next);
    if (end == absl::string_view::npos || end == 0) return std::nullopt;
    slot = text.substr(0, end);
    text.remove_prefix(end);
  }
  return pattern == text ? std::optional(out) : std::nullopt;
}

}  // namespace

std::string because(const Words& words, absl::string_view reason) {
  const Words& english = Words::of("en");
  if (&words == &english) return std::string(reason);
  std::string best;
  Filled filled;
  size_t longest = 0;  // of two patterns the one that says more
  for (const std::string& key : english.keys()) {
    if (!absl::StartsWith(key, kSection)) continue;
    const std::string& pattern = *english.find(key);
    const std::optional<Filled> found = match(pattern, reason);
    if (!found || pattern.size() <= longest) continue;
    best = key, filled = *found, longest = pattern.size();
  }
  return best.empty() ? std::string(reason) : words.fill(best, {{"a", filled[0]}, {"b", filled[1]}});
}

}  // namespace crosscheck
