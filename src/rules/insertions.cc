#include "rules/insertions.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace crosscheck {

std::vector<std::string> Insertions::into(absl::string_view phrase) const {
  std::vector<std::string> out;
  const std::vector<absl::string_view> parts = absl::StrSplit(phrase, ' ');
  const auto opens = [&](absl::string_view word) {
    return std::find(openers.begin(), openers.end(), word) != openers.end();
  };
  const auto opener = std::find_if(parts.begin(), parts.end(), opens);
  if (opener == parts.end() || opener + 1 == parts.end()) return out;
  const bool first = opener == parts.begin();
  const std::string rest = absl::StrCat(" ", absl::StrJoin(opener + 1, parts.end(), " "));
  if (first) {
    for (const std::string& word : words) out.push_back(absl::StrCat(*opener, " ", word, rest));
  }
  const std::string before = first ? "" : absl::StrCat(absl::StrJoin(parts.begin(), opener, " "), " ");
  for (const std::string& denial : denials) {
    const bool joined = denial.find(' ') == std::string::npos;
    // What stands apart from the first word is one of `words`, or before the phrase.
    if (!first || joined)
      out.push_back(absl::StrCat(before, absl::StrReplaceAll(denial, {{"*", *opener}}), rest));
  }
  return out;
}

std::vector<std::string> Insertions::parted(absl::string_view phrase) const {
  std::vector<std::string> out;
  const std::vector<absl::string_view> parts = absl::StrSplit(phrase, ' ');
  const auto holds = [](const std::vector<std::string>& list, absl::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  for (size_t i = 1; i < parts.size(); ++i) {
    if (!holds(particles, parts[i]) && !holds(givers, parts[i - 1])) continue;
    const std::string before = absl::StrJoin(parts.begin(), parts.begin() + i, " ");
    const std::string rest = absl::StrJoin(parts.begin() + i, parts.end(), " ");
    for (const std::string& object : objects) out.push_back(absl::StrCat(before, " ", object, " ", rest));
    break;
  }
  return out;
}

}  // namespace crosscheck
