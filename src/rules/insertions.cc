#include "rules/insertions.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace crosscheck {

std::vector<std::string> Insertions::into(absl::string_view phrase) const {
  std::vector<std::string> out;
  const size_t space = phrase.find(' ');
  if (space == absl::string_view::npos) return out;
  const absl::string_view first = phrase.substr(0, space);
  if (std::find(openers.begin(), openers.end(), first) == openers.end()) return out;
  for (const std::string& word : words) out.push_back(absl::StrCat(first, " ", word, phrase.substr(space)));
  return out;
}

}  // namespace crosscheck
