#include "rules/phrase.h"

#include <algorithm>

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

// "(a|b)" stands for a or b; "(a)" for nothing or a. Brackets may be nested.
class Brackets {
 public:
  Brackets(absl::string_view text, std::string* error) : text_(text), error_(*error) {}

  Strings run() {
    Strings out = sequence(0);
    if (at_ < text_.size()) error_ = "its brackets do not match";
    return error_.empty() ? out : Strings();
  }

 private:
  Strings sequence(int depth) {
    Strings out = {""};
    while (at_ < text_.size() && text_[at_] != ')' && !(depth > 0 && text_[at_] == '|')) {
      if (text_[at_] == '(') {
        out = combine(out, choice(depth + 1));
        continue;
      }
      const size_t end = std::min(text_.find_first_of(depth > 0 ? "()|" : "()", at_), text_.size());
      out = combine(out, {std::string(text_.substr(at_, end - at_))});
      at_ = end;
    }
    return out;
  }

  Strings choice(int depth) {
    Strings out;
    if (depth > 8) error_ = "its brackets are nested more than 8 deep";
    size_t choices = 0;
    do {
      ++at_;  // "(" or "|"
      const Strings one = error_.empty() ? sequence(depth) : Strings();
      out.insert(out.end(), one.begin(), one.end());
      ++choices;
    } while (at_ < text_.size() && text_[at_] == '|');
    if (at_ >= text_.size()) error_ = "its brackets do not match";
    ++at_;  // ")"
    if (choices == 1) out.insert(out.begin(), "");
    return out;
  }

  absl::string_view text_;
  std::string& error_;
  size_t at_ = 0;
};

Strings unfold_word(absl::string_view word, const Inflections& inflections, std::string* error) {
  const size_t slash = word.rfind('/');
  if (slash == absl::string_view::npos || slash == 0) return {std::string(word)};
  const absl::string_view mark = word.substr(slash + 1);
  if (mark == "n") return inflections.noun.forms(word.substr(0, slash));
  if (mark == "v") return inflections.verb.forms(word.substr(0, slash));
  if (mark.size() == 1 && absl::ascii_isalpha(static_cast<unsigned char>(mark[0]))) {
    *error =
        absl::StrCat("'/", mark, "' is no mark of inflection; known are /n (noun, adjective) and /v (verb)");
  }
  return {std::string(word)};
}

// The text with the first choice of each bracket; `text` is well formed.
std::string first_choices(absl::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '(') {
      out.push_back(text[at]);
      continue;
    }
    int depth = 1;
    size_t end = at, bar = 0;  // of this bracket: where it ends, its first "|"
    while (depth > 0 && ++end < text.size()) {
      if (text[end] == '(') ++depth;
      if (text[end] == ')') --depth;
      if (text[end] == '|' && depth == 1 && bar == 0) bar = end;
    }
    if (bar > 0) out += first_choices(text.substr(at + 1, bar - at - 1));
    at = end;
  }
  return out;
}

}  // namespace

std::string first_phrase(absl::string_view notation, const Inflections& inflections) {
  std::string out;
  const std::string plain = first_choices(notation);
  for (absl::string_view word : absl::StrSplit(plain, ' ', absl::SkipEmpty())) {
    const size_t slash = word.rfind('/');
    const bool marked = slash != absl::string_view::npos && slash > 0 &&
                        (word.substr(slash + 1) == "n" || word.substr(slash + 1) == "v");
    const std::string stem = marked ? std::string(word.substr(0, slash)) : std::string(word);
    const Inflection& of = word.back() == 'n' ? inflections.noun : inflections.verb;
    const auto known = marked ? of.irregular.find(fold(stem)) : of.irregular.end();
    const bool irregular = known != of.irregular.end();
    if (irregular && known->second.empty()) return "";
    absl::StrAppend(&out, out.empty() ? "" : " ", irregular ? known->second[0] : stem);
  }
  return out;
}

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
  for (const std::string& plain : Brackets(notation, error).run()) {
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

std::string without_typed_accents(absl::string_view phrase) {
  constexpr size_t kShortest = 4;
  constexpr absl::string_view kFirst = "\xC3";
  // of U+00C0 to U+00FF; a space where the sign is no accent that is left out
  constexpr absl::string_view kLetters = "AAA    CEEEEIIII  OOO    UUU    aaa    ceeeeiiii  ooo    uuu    ";
  // "passé", "écoulés" without accents are forms of the present
  if (absl::EndsWith(phrase, "é") || absl::EndsWith(phrase, "és")) return "";
  std::string out;
  for (size_t at = 0; at < phrase.size(); ++at) {
    const bool accent = phrase.substr(at, 1) == kFirst && at + 1 < phrase.size();
    const size_t row = accent ? static_cast<unsigned char>(phrase[at + 1]) - 0x80U : kLetters.size();
    if (row < kLetters.size() && kLetters[row] != ' ')
      out += kLetters[row], ++at;
    else
      out += phrase[at];
  }
  return out == phrase || out.size() < kShortest || absl::StartsWith(out, "a la") ? "" : out;
}

}  // namespace crosscheck
