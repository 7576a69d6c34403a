#include "claim/split.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

std::optional<Decimal> figure(const PatternMatch& match, const char* name) {
  const auto found = match.figures.find(name);
  return found == match.figures.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::string Split::id() const { return absl::StrCat(more.to_string(), game ? ":" : "-", less.to_string()); }

bool tells_split(const PatternMatch& match) { return !match.figures.empty(); }

std::optional<Split> split_of(const PatternMatch& match) {
  const std::optional<Decimal> more = figure(match, "more"), less = figure(match, "less");
  if (more && less) return *less <= *more ? std::optional(Split{*more, *less, true, false}) : std::nullopt;
  const std::optional<Decimal> won = figure(match, "won"), lost = figure(match, "lost");
  if (won && lost) {
    const auto [smaller, larger] = std::minmax(*won, *lost);
    return Split{larger, smaller, false, true};
  }
  const std::optional<Decimal> one = figure(match, "for"), all = figure(match, "all");
  const std::optional<Decimal> other = one && all ? add(*all, -*one) : figure(match, "against");
  if (!one || !other || other->negative()) return std::nullopt;
  if (all && !(*other < *one)) return std::nullopt;  // "one of the nine judges", "three of the nine"
  const auto [smaller, larger] = std::minmax(*one, *other);
  return Split{larger, smaller, false, false};
}

}  // namespace crosscheck
