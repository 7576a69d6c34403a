#include "claim/statement_claims.h"

#include <algorithm>
#include <vector>

#include "claim/claims.h"
#include "claim/qualifiers.h"
#include "claim/statements.h"

namespace crosscheck {
namespace {

// The spans that rules read, by where they begin and apart from each other.
class ReadSpans {
 public:
  explicit ReadSpans(const std::deque<Claim>& claims) {
    for (const Claim& claim : claims) {
      if (claim.rule != kOpenRule) spans_.push_back(claim.span);
    }
    std::sort(spans_.begin(), spans_.end(), [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
    uint32_t end = 0;
    for (TextSpan& span : spans_) {
      span.begin = std::max(span.begin, end);
      span.end = end = std::max(span.end, span.begin);
    }
  }

  // How many bytes of `span` rules read.
  uint32_t bytes_of(TextSpan span) const {
    auto next = std::lower_bound(spans_.begin(), spans_.end(), span.begin,
                                 [](TextSpan known, uint32_t at) { return known.end <= at; });
    uint32_t read = 0;
    for (; next != spans_.end() && next->begin < span.end; ++next)
      read += std::min(next->end, span.end) - std::max(next->begin, span.begin);
    return read;
  }

 private:
  std::vector<TextSpan> spans_;
};

}  // namespace

void add_statement_claims(const ClaimContext& context, ClaimStart* start, ClaimSetting* setting,
                          std::deque<Claim>* out) {
  const Annotated& text = context.text();
  const ReadSpans read(*out);
  for (const StatementRange& range : find_statements(context)) {
    const TextSpan span = text.span(range.first, range.last);
    if (2 * read.bytes_of(span) > span.size()) continue;  // a rule knows what it tells
    Claim claim = start->at(span, kOpenRule, "text");
    claim.attribute = "statement";
    claim.value = PlainText{std::string(text.text(span))};
    claim.steps.push_back("no rule read it: a statement, compared by its words");
    claim.qualifiers = find_qualifiers(context, {range.first, range.last, kNone, {}}, &claim.steps);
    if (range.denied) claim.qualifiers.polarity = Polarity::denied;
    for (uint32_t t = range.first; t < range.last;) {
      uint32_t end = t;
      while (end < range.last && read.bytes_of(text.span(end, end + 1)) == 0) ++end;
      if (end > t) setting->add_words(t, end, &claim);
      t = end + 1;
    }
    out->push_back(std::move(claim));
  }
}

}  // namespace crosscheck
