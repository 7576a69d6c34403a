#include "rules/phrase.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr size_t kLimit = 2000;

using Strings = std::vector<std::string>;

// Every text of `heads` followed by every text of `tails`.
Strings combine(const Strings& heads, const Strings& tails) {
  Strings out;
  for (const std::string& head : heads) {
    for (const std::string& tail : tails) {
      if (out.size() > kLimit) return out;
      out.push_back(absl::StrCat(head, tail));
    }
  }
  return out;
}

// "(a|b)" stands for a or b; "(a)" for nothing or a.
Strings unfold_brackets(absl::string_view text, std::string* error) {
  Strings out = {""};
  while (!text.empty()) {
    const size_t open = text.find_first_of("()");
    if (open == absl::string_view::npos) return combine(out, {std::string(text)});
    const size_t close = text.find(')', open);
    if (text[open] == ')' || close == absl::string_view::npos || text.substr(open + 1, close - open - 1).find('(') != absl::string_view::npos) {
      *error = "its brackets do not match";
      return {};
    }
    out = combine(out, {std::string(text.substr(0, open))});
    const absl::string_view inside = text.substr(open + 1, close - open - 1);
    Strings choices = absl::StrSplit(inside, '|');
    if (choices.size() == 1) choices.insert(choices.begin(), "");
    out = combine(out, choices);
    text.remove_prefix(close + 1);
  }
  return out;
}

Strings unfold_word(absl::string_view word, const Inflections& inflections, std::string* error) {
  const size_t slash = word.rfind('/');
  if (slash == absl::string_view::npos || slash == 0) return {std::string(word)};
  const absl::string_view mark = word.substr(slash + 1);
  if (mark == "n") return inflections.noun.forms(word.substr(0, slash));
  if (mark == "v") return inflections.verb.forms(word.substr(0, slash));
  if (mark.size() == 1 && absl::ascii_isalpha(static_cast<unsigned char>(mark[0]))) {
    *error = absl::StrCat("'/", mark, "' is no mark of inflection; known are /n (noun, adjective) and /v (verb)");
  }
  return {std::string(word)};
}

}  // namespace

Strings Inflection::forms(absl::string_view word) const {
  const std::string folded = fold(word);
  const auto known = irregular.find(folded);
  if (known != irregular.end()) return known->second;
  for (const auto& [ending, replacements] : endings) {
    if (folded.size() <= ending.size() && !ending.empty()) continue;
    if (!absl::EndsWith(folded, ending)) continue;
    const std::string stem = folded.substr(0, folded.size() - ending.size());
    Strings out = {std::string(word)};
    for (const std::string& replacement : replacements) {
      if (absl::StrCat(stem, replacement) != folded) out.push_back(absl::StrCat(stem, replacement));
    }
    return out;
  }
  return {std::string(word)};
}

Strings unfold_phrase(absl::string_view notation, const Inflections& inflections, std::string* error) {
  Strings out;
  for (const std::string& plain : unfold_brackets(notation, error)) {
    Strings phrases = {""};
    for (const absl::string_view word : absl::StrSplit(plain, ' ', absl::SkipEmpty())) {
      const Strings forms = unfold_word(word, inflections, error);
      phrases = combine(phrases, phrases[0].empty() ? Strings{""} : Strings{" "});
      phrases = combine(phrases, forms);
    }
    for (std::string& phrase : phrases) {
      if (!phrase.empty()) out.push_back(std::move(phrase));
    }
    if (out.size() > kLimit) *error = "it unfolds into more than 2,000 phrases";
    if (!error->empty()) return {};
  }
  return out;
}

}  // namespace crosscheck
