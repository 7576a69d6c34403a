#include "compare/split_told.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace crosscheck {

std::optional<SplitTold> split_told(absl::string_view event) {
  const std::pair<absl::string_view, absl::string_view> sides =
      absl::StrSplit(event.substr(event.find('.') + 1), absl::MaxSplits(absl::ByAnyChar("-:"), 1));
  SplitTold out;
  out.game = absl::StrContains(event, ':');
  if (!absl::SimpleAtoi(sides.first, &out.more) || !absl::SimpleAtoi(sides.second, &out.less))
    return std::nullopt;
  return out;
}

}  // namespace crosscheck
