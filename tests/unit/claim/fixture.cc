#include "unit/claim/fixture.h"

#include <catch2/catch.hpp>

#include "unit/shipped_rulebook.h"

namespace crosscheck {
namespace {

Mention marked(const std::string& kind, const std::string& words, TextSpan span) {
  static const std::pair<const char*, MentionKind> kKinds[] = {
      {"count", MentionKind::count},    {"money", MentionKind::money},
      {"date", MentionKind::date},      {"person", MentionKind::person},
      {"place", MentionKind::place},    {"organisation", MentionKind::organisation},
      {"percent", MentionKind::percent}};
  Mention mention;
  mention.span = span;
  bool known = false;
  for (const auto& [name, value] : kKinds) {
    if (kind == name) mention.kind = value, known = true;
  }
  REQUIRE(known);
  Interval amount;
  std::string digits;
  for (const char c : words) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (const auto number = Decimal::parse(digits)) amount.low = amount.high = *number;
  switch (mention.kind) {
    case MentionKind::count:
      mention.value = Count{amount, "", false};
      break;
    case MentionKind::money:
      mention.value = Money{amount, "EUR", ""};
      break;
    case MentionKind::percent:
      mention.value = Percent{amount, "", false};
      break;
    case MentionKind::date:
      mention.value = Date{};
      break;
    default:
      mention.entity = words;
      mention.value = EntityName{words, words};
  }
  return mention;
}

}  // namespace

const Rulebook& MarkedArticle::rulebook() { return shipped_rulebook(); }

MarkedArticle::MarkedArticle(const std::string& language, const std::string& marked_text) {
  for (size_t at = 0; at < marked_text.size();) {
    if (marked_text[at] != '[') {
      document_.text.push_back(marked_text[at++]);
      continue;
    }
    const size_t colon = marked_text.find(':', at), close = marked_text.find(']', at);
    const std::string words = marked_text.substr(colon + 1, close - colon - 1);
    const auto begin = static_cast<uint32_t>(document_.text.size());
    document_.text += words;
    mentions_.push_back(marked(marked_text.substr(at + 1, colon - at - 1), words,
                               {begin, static_cast<uint32_t>(document_.text.size())}));
    at = close + 1;
  }
  for (uint32_t at = 0; at < document_.text.size();) {
    const auto end = static_cast<uint32_t>(std::min(document_.text.find('\n', at), document_.text.size()));
    document_.segments.push_back({SegmentKind::sentence, {at, end}, ""});
    at = end + 1;
  }
  const Language* known = rulebook().language(language);
  REQUIRE(known);
  text_ = std::make_unique<Annotated>(annotate(document_, *known));
}

std::vector<Claim> MarkedArticle::claims() { return find_claims(*text_, rulebook(), &mentions_, 0); }

const Mention& MarkedArticle::mention(const std::string& words) const {
  for (const Mention& mention : mentions_) {
    if (document_.slice(mention.span) == words) return mention;
  }
  FAIL("no mention '" << words << "'");
  return mentions_.front();
}

}  // namespace crosscheck
