#include "claim/claim_start.h"

#include <utility>

#include "claim/cited_outlet.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLeadSentences = 2;

}  // namespace

ClaimStart::ClaimStart(const ClaimContext& context, uint32_t document)
    : context_(context), document_(document) {
  const std::vector<SentenceRange>& sentences = context.text().sentences;
  uint32_t body = 0;
  for (; lead_end_ < sentences.size() && body < kLeadSentences; ++lead_end_)
    body += !sentences[lead_end_].title;
}

Claim ClaimStart::at(TextSpan span, std::string rule, std::string kind) {
  const Annotated& text = context_.text();
  const uint32_t token = text.token_at(span.begin);
  const uint32_t index = context_.sentence_of(token);
  const SentenceRange& sentence = text.sentences[index];
  Claim claim;
  claim.document = document_;
  claim.span = span;
  claim.rule = std::move(rule);
  claim.kind = std::move(kind);
  claim.in_title = sentence.title;
  claim.origin = cited(index);
  claim.in_lead = index < lead_end_;
  claim.quoted = context_.quoted(token);
  claim.file = text.document->to_file(span);
  const LineColumn place = text.document->to_line(span.begin);
  claim.line = place.line;
  claim.column = place.column;
  claim.quote = std::string(text.text(span));
  claim.context_span = sentence.span;
  claim.context = std::string(text.text(sentence.span));
  return claim;
}

const std::string& ClaimStart::cited(uint32_t sentence) {
  const auto [found, fresh] = cited_.try_emplace(sentence);
  if (fresh) found->second = cited_outlet(context_, sentence);
  return found->second;
}

}  // namespace crosscheck
