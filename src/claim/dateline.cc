#include "claim/dateline.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/ascii.h"
#include "absl/time/civil_time.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kHead = 12;      // tokens before the date
constexpr uint32_t kBehind = 6;     // tokens between the date and the dash
constexpr uint32_t kHeadLines = 8;  // in which an article tells who wrote it, and when
constexpr uint32_t kImprint = 28;   // tokens of such a line
constexpr int64_t kDaysApart = 2;   // between the day that it tells and that of publication

// A word of a place's or an agency's name: none that starts small.
bool may_be_name(const Annotated& text, uint32_t t) {
  if (text.tokens[t].token_class != TokenClass::word) return true;
  return !absl::ascii_islower(static_cast<unsigned char>(text.word(t).front()));
}

bool ends_sentence(absl::string_view sign) {
  return sign == "." || sign == "!" || sign == "?" || sign == "…" || sign == "»" || sign == "\"" ||
         sign == "”";
}

bool only_signs(const Annotated& text, uint32_t first, uint32_t last) {
  for (uint32_t t = first; t < last; ++t) {
    if (text.tokens[t].token_class == TokenClass::word) return false;
  }
  return true;
}

// Whether the line is a part of the article's head that tells when it came out: short, without the end of a
// sentence, with a day about that of its publication.
bool is_imprint(const ClaimContext& context, uint32_t index) {
  const Annotated& text = context.text();
  const SentenceRange& line = text.sentences[index];
  const auto& published = text.document->metadata.published;
  if (index >= kHeadLines || line.last - line.first > kImprint) return false;
  bool ends = !only_signs(text, line.last - 1, line.last) || !ends_sentence(text.word(line.last - 1));
  bool dated = false;
  for (uint32_t t = line.first; t < line.last; ++t) {
    for (const uint32_t mention : context.starting_at(t)) {
      const Mention& told = context.mention(mention);
      const bool moment = told.kind == MentionKind::date || told.kind == MentionKind::time;
      ends |= moment && context.last(mention) == line.last;  // "at 6:05 a.m."
      const auto* date = std::get_if<Date>(&told.value);
      if (!date || !date->start || date->grain < Grain::day || date->resolved_from != ResolvedFrom::text)
        continue;
      const int64_t days =
          published ? absl::CivilDay(*date->start) - absl::CivilDay(published.value.local) : 0;
      dated |= std::abs(days) <= kDaysApart;
    }
  }
  return ends && dated;
}

}  // namespace

bool is_dateline(const ClaimContext& context, uint32_t moment) {
  const Annotated& text = context.text();
  const uint32_t first = context.first(moment), last = context.last(moment);
  const SentenceRange& sentence = text.sentences[context.sentence_of(first)];
  if (only_signs(text, sentence.first, first) && only_signs(text, last, sentence.last)) return true;
  if (is_imprint(context, context.sentence_of(first))) return true;
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
