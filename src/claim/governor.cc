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
    if (Governor other = before(); !other.concept_id.empty()) return other;
    Governor subject = of_subject();
    return subject.concept_id.empty() ? found : subject;
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

  // Where the deed is told of a noun further off: "the bill, which nobody has seen, is put at $3bn", "The bill
  // keeps growing. It now exceeds $3bn".
  Governor of_subject() const {
    for (uint32_t t = first_; t-- > sentence_.first;) {
      if (context_.amount_over(t) != kNone && same_clause(t)) return {};
      if (!same_clause(t)) continue;
      const Hit* word = is_word(t) ? text_.hit(t, Category::pronoun, first_) : nullptr;
      if (word && word->sense->symbol == "he") return antecedent(t);
      if (text_.word(t) == "," && resumes_at(t + 1)) return head_of(sentence_.first, t, true);
      if (!is_word(t)) return {};
    }
    return {};
  }

  // A verb that has its subject before the comma.
  bool resumes_at(uint32_t t) const {
    const Hit* stop = text_.hit(t, Category::noun_stop, sentence_.last);
    return stop && stop->sense->symbol == "auxiliary";
  }

  // What a pronoun at `t` stands for: the head of what is told before it in the sentence, else of the sentence
  // before.
  Governor antecedent(uint32_t t) const {
    uint32_t from = t;
    while (from > sentence_.first && same_clause(from - 1) && is_word(from - 1)) --from;
    if (from > sentence_.first) return head_of(sentence_.first, from, false);
    const uint32_t sentence = context_.sentence_of(t);
    if (sentence == 0 || text_.sentences[sentence - 1].title) return {};
    return head_of(text_.sentences[sentence - 1].first, text_.sentences[sentence - 1].last, false);
  }

  // The first noun that a concept knows, before the first figure. An article tells that it is one.
  Governor head_of(uint32_t from, uint32_t to, bool in_clause) const {
    for (uint32_t t = from + 1; t < to && context_.amount_over(t) == kNone; ++t) {
      if ((in_clause && !same_clause(t)) || !text_.hit(t - 1, Category::filler, t)) continue;
      if (const Hit* hit = concept_at(t, to)) return of(*hit);
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
