#include "rules/joined_numbers.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr size_t kShortest = 5;  // bytes of a word of two: "zweielf" has more
constexpr size_t kLongest = 120;

// Ends of the number words that `word` is made of, the longest first; empty when it is no number.
std::vector<size_t> parts_of(absl::string_view word, const NumberWords& known) {
  std::vector<size_t> ends;
  std::vector<size_t> starts = {0};
  std::vector<bool> dead(word.size() + 1, false);
  size_t longest = known.longest;
  while (true) {
    const size_t at = starts.back();
    if (at == word.size()) return ends;
    size_t end = std::min(at + longest, word.size());
    while (end > at && (dead[end] || !known.hashes.contains(hash_word(word.substr(at, end - at))))) --end;
    if (end > at) {
      ends.push_back(end);
      starts.push_back(end);
      longest = known.longest;
      continue;
    }
    // No word starts here: the one before ends elsewhere.
    dead[at] = true;
    starts.pop_back();
    if (starts.empty()) return {};
    ends.pop_back();
    longest = known.longest;
  }
}

}  // namespace

void part_joined_numbers(absl::string_view text, const Language& language, Tokens* tokens) {
  if (!language.joined_numbers) return;
  Tokens out;
  out.reserve(tokens->size());
  for (const Token& token : *tokens) {
    const size_t size = token.end - token.begin;
    std::vector<size_t> ends;
    if (token.token_class == TokenClass::word && size >= kShortest && size <= kLongest)
      ends = parts_of(text.substr(token.begin, size), language.number_words);
    if (ends.size() < 2) {
      out.push_back(token);
      continue;
    }
    Token part = token;
    for (const size_t end : ends) {
      part.end = token.begin + static_cast<uint32_t>(end);
      part.hash = hash_word(text.substr(part.begin, part.end - part.begin));
      out.push_back(part);
      part.begin = part.end;
      part.space_before = part.line_before = false;
      part.capitals = Capitals::none;
    }
  }
  *tokens = std::move(out);
}

}  // namespace crosscheck
