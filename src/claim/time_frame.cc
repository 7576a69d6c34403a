#include "claim/time_frame.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/time/civil_time.h"

namespace crosscheck {
namespace {

constexpr int kLongAgo = 200;  // days before publication: another event than the one of the dossier
constexpr uint32_t kHead = 4;  // tokens at the head of a sentence in which such a date begins

const Date* fixed_date(const Mention& mention) {
  const auto* date = std::get_if<Date>(&mention.value);
  const bool fixed = date && date->start && date->end && date->resolved_from == ResolvedFrom::text;
  return fixed ? date : nullptr;
}

// "En juin 2012, …", "On 3 May 2011, …"
const Date* date_at_head(const ClaimContext& context, const SentenceRange& sentence) {
  for (uint32_t t = sentence.first; t < std::min(sentence.last, sentence.first + kHead); ++t) {
    for (const uint32_t m : context.starting_at(t)) {
      const Date* date = fixed_date(context.mention(m));
      const uint32_t behind = context.last(m);
      if (date) return behind < sentence.last && context.text().word(behind) == "," ? date : nullptr;
    }
    if (!context.is_link(t)) return nullptr;
  }
  return nullptr;
}

bool tells_a_time(const ClaimContext& context, const SentenceRange& sentence) {
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    for (const uint32_t m : context.starting_at(t)) {
      const MentionKind kind = context.mention(m).kind;
      if (kind == MentionKind::date || kind == MentionKind::time) return true;
    }
  }
  return false;
}

// Within a paragraph, or on into the next where that begins with "it".
bool goes_on(const ClaimContext& context, const SentenceRange& before, const SentenceRange& sentence) {
  const Annotated& text = context.text();
  if (text.hit(sentence.first, Category::pronoun, sentence.last)) return true;
  const TextSpan between = {before.span.end, sentence.span.begin};
  return !absl::StrContains(text.text(between), "\n");
}

}  // namespace

std::vector<std::optional<Date>> time_frames(const ClaimContext& context) {
  const std::vector<SentenceRange>& sentences = context.text().sentences;
  std::vector<std::optional<Date>> frames(sentences.size());
  for (size_t i = 0; i < sentences.size(); ++i) {
    if (const Date* date = date_at_head(context, sentences[i])) {
      frames[i] = *date;
    } else if (i > 0 && frames[i - 1] && goes_on(context, sentences[i - 1], sentences[i]) &&
               !tells_a_time(context, sentences[i])) {
      frames[i] = frames[i - 1];
    }
  }
  return frames;
}

bool is_long_ago(const Annotated& text, const Date& date) {
  const auto& published = text.document->metadata.published;
  return published && date.end &&
         absl::CivilDay(*date.end) + kLongAgo < absl::CivilDay(published.value.local);
}

}  // namespace crosscheck
