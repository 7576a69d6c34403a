#include "claim/governor.h"

#include <algorithm>

#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kBehind = 4;  // tokens looked at behind the amount
constexpr uint32_t kBefore = 8;  // and before it

class GovernorFinder {
 public:
  GovernorFinder(const ClaimContext& context, uint32_t first, uint32_t last)
      : context_(context),
        text_(context.text()),
        first_(first),
        last_(last),
        sentence_(text_.sentences[context.sentence_of(first)]) {}

  Governor run() const {
    Governor found = behind();
    if (!found.concept_id.empty()) return found;
    Governor other = before();
    return other.concept_id.empty() ? found : other;
  }

 private:
  bool is_word(uint32_t t) const { return text_.tokens[t].token_class == TokenClass::word; }
  bool same_clause(uint32_t t) const { return context_.clause_of(t) == context_.clause_of(first_); }

  bool is_known(uint32_t t) const {
    const auto hits = text_.hits_at(t);
    return std::any_of(hits.begin(), hits.end(),
                       [](const Hit& hit) { return is_grammar(hit.sense->category); });
  }

  // The longest that is neither a change nor a state: no amount is told of these.
  const Hit* concept_at(uint32_t t, uint32_t limit) const {
    for (const Hit& hit : text_.hits_at(t)) {
      const std::string& id = hit.sense->symbol;
      if (hit.sense->category != Category::concept_ || hit.last > limit) continue;
      const bool helper = context_.rulebook().is_a(id, "state") || context_.rulebook().is_a(id, "context");
      if (!helper && !context_.rulebook().is_a(id, "change")) return &hit;
    }
    return nullptr;
  }

  Governor of(const Hit& hit) const {
    return {fold(text_.text(text_.span(hit.first, hit.last))), hit.sense->symbol};
  }

  Governor behind() const {
    const uint32_t limit = std::min(sentence_.last, last_ + kBehind);
    bool linked = false;
    for (uint32_t t = last_; t < limit; ++t) {
      const bool hyphen = text_.word(t) == "-" && !text_.tokens[t].space_before;
      if (hyphen) continue;
      if (!is_word(t) || context_.amount_over(t) != kNone || !same_clause(t)) break;
      if (const Hit* hit = concept_at(t, sentence_.last)) return of(*hit);
      if (text_.hit(t, Category::noun_stop, sentence_.last)) break;
      if (text_.hit(t, Category::noun_link, sentence_.last)) linked = true;
      // "$350 million of synergies": what no concept knows, told by its word.
      if (linked && !is_known(t)) return {fold(text_.word(t)), ""};
    }
    return {};
  }

  Governor before() const {
    const uint32_t from = first_ > sentence_.first + kBefore ? first_ - kBefore : sentence_.first;
    for (uint32_t t = first_; t > from;) {
      --t;
      if (context_.amount_over(t) != kNone || !same_clause(t)) break;
      if (!is_word(t) && text_.word(t) != "-" && text_.word(t) != "(") break;
      if (const Hit* hit = concept_at(t, first_)) return of(*hit);
    }
    return {};
  }

  const ClaimContext& context_;
  const Annotated& text_;
  const uint32_t first_, last_;
  const SentenceRange& sentence_;
};

}  // namespace

Governor find_governor(const ClaimContext& context, uint32_t first, uint32_t last) {
  return GovernorFinder(context, first, last).run();
}

}  // namespace crosscheck
