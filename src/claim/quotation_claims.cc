#include "claim/quotation_claims.h"

#include <algorithm>

#include "claim/owner.h"
#include "claim/quoted_speech.h"

namespace crosscheck {
namespace {

constexpr size_t kSpeakerReach = 90;  // bytes between a quotation and the name of its speaker

// Who is said to have said it is a part of what is claimed, where the name stands by the words.
TextSpan with_speaker(TextSpan words, TextSpan name) {
  const TextSpan whole = {std::min(words.begin, name.begin), std::max(words.end, name.end)};
  return whole.size() <= words.size() + name.size() + kSpeakerReach ? whole : words;
}

}  // namespace

void add_quotation_claims(const ClaimContext& context, ClaimStart* start, std::deque<Claim>* out) {
  const Annotated& text = context.text();
  for (const QuotationRange& range : find_quotations(context)) {
    const TextSpan words = text.span(range.first, range.last);
    const Mention* speaker = range.speaker == kNone ? nullptr : &context.mention(range.speaker);
    Claim claim =
        start->at(speaker ? with_speaker(words, speaker->span) : words, "quotations.words", "quotation");
    claim.attribute = "quotation";
    claim.quoted = true;
    claim.value = PlainText{std::string(text.text(words))};
    if (speaker) {
      set_owner(owner_of(context, range.speaker, SubjectFrom::clause), &claim);
      claim.qualifiers.attribution = claim.subject_id;
      claim.qualifiers.attribution_quote = std::string(text.text(speaker->span));
    }
    out->push_back(std::move(claim));
  }
}

}  // namespace crosscheck
