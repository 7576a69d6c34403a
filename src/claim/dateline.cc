#include "claim/dateline.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace crosscheck {
namespace {

constexpr uint32_t kHead = 12;   // tokens before the date
constexpr uint32_t kBehind = 6;  // tokens between the date and the dash

bool is_dash(absl::string_view sign) { return sign == "-" || sign == "–" || sign == "—"; }

// A word of a place's or an agency's name: none that starts small.
bool may_be_name(const Annotated& text, uint32_t t) {
  if (text.tokens[t].token_class != TokenClass::word) return true;
  return !absl::ascii_islower(static_cast<unsigned char>(text.word(t).front()));
}

bool only_signs(const Annotated& text, uint32_t first, uint32_t last) {
  for (uint32_t t = first; t < last; ++t) {
    if (text.tokens[t].token_class == TokenClass::word) return false;
  }
  return true;
}

}  // namespace

bool is_dateline(const ClaimContext& context, uint32_t date) {
  const Annotated& text = context.text();
  const uint32_t first = context.first(date), last = context.last(date);
  const SentenceRange& sentence = text.sentences[context.sentence_of(first)];
  if (only_signs(text, sentence.first, first) && only_signs(text, last, sentence.last)) return true;
  if (first - sentence.first > kHead) return false;
  for (uint32_t t = sentence.first; t < first; ++t) {
    if (!may_be_name(text, t)) return false;
  }
  for (uint32_t t = last; t < std::min(sentence.last, last + kBehind); ++t) {
    if (is_dash(text.word(t)) && text.tokens[t].space_before) return true;
    if (!may_be_name(text, t) || context.amount_over(t) != kNone) return false;
  }
  return false;
}

}  // namespace crosscheck
