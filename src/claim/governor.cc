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

  // What can be measured goes before other words: "inflation should return to 2.4 %" tells of inflation.
  Governor run() const {
    Governor best;
    for (const auto search :
         {&GovernorFinder::behind, &GovernorFinder::before, &GovernorFinder::of_subject}) {
      Governor found = (this->*search)();
      if (is_dimension(found.concept_id)) return found;
      const bool better = best.concept_id.empty() && !found.concept_id.empty();
      if (better || best.noun.empty()) best = std::move(found);
    }
    return best;
  }

 private:
  bool is_dimension(const std::string& id) const { return context_.rulebook().is_a(id, "dimension"); }
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
    Governor nearest;
    for (uint32_t t = first_; t > from;) {
      --t;
      if (context_.amount_over(t) != kNone || !same_clause(t)) break;
      if (!is_word(t) && text_.word(t) != "-" && text_.word(t) != "(") break;
      const Hit* hit = concept_at(t, first_);
      if (!hit) continue;
      if (is_dimension(hit->sense->symbol)) return of(*hit);
      if (nearest.concept_id.empty()) nearest = of(*hit);
    }
    return nearest;
  }

  // Where the deed is told of a noun further off: "the bill, which nobody has seen, is put at $3bn", "The
  // bill keeps growing. It now exceeds $3bn".
  Governor of_subject() const {
    for (uint32_t t = first_; t-- > sentence_.first;) {
      if (context_.amount_over(t) != kNone && same_clause(t)) return {};
      if (!same_clause(t)) continue;
      const Hit* word = is_word(t) ? text_.hit(t, Category::pronoun, first_) : nullptr;
      if (word && word->is("he")) return antecedent(t);
      if (text_.word(t) == "," && resumes_at(t + 1)) return head_of(sentence_.first, t, true);
      if (!is_word(t)) return {};
    }
    return {};
  }

  // A verb that has its subject before the comma.
  bool resumes_at(uint32_t t) const {
    for (const Category category : {Category::noun_stop, Category::planned, Category::conditional}) {
      const Hit* verb = text_.hit(t, category, sentence_.last);
      if (verb && (category != Category::noun_stop || verb->is("auxiliary"))) return true;
    }
    return false;
  }

  // What a pronoun at `t` stands for: the head of what is told before it in the sentence, else of the
  // sentence before.
  Governor antecedent(uint32_t t) const {
    uint32_t from = t;
    while (from > sentence_.first && same_clause(from - 1) && is_word(from - 1)) --from;
    if (from > sentence_.first) return head_of(sentence_.first, from, false);
    const uint32_t sentence = context_.sentence_of(t);
    if (sentence == 0 || text_.sentences[sentence - 1].title) return {};
    return head_of(text_.sentences[sentence - 1].first, text_.sentences[sentence - 1].last, false);
  }

  // The first noun that a concept knows, before the first figure.
  Governor head_of(uint32_t from, uint32_t to, bool in_clause) const {
    for (uint32_t t = from; t < to && context_.amount_over(t) == kNone; ++t) {
      if (in_clause && !same_clause(t)) continue;
      const Hit* hit = concept_at(t, to);
      if (hit && is_noun(*hit, from)) return of(*hit);
    }
    return {};
  }

  // An article tells that a word is a noun, as does what can be measured.
  bool is_noun(const Hit& hit, uint32_t from) const {
    return is_dimension(hit.sense->symbol) ||
           (hit.first > from && text_.hit(hit.first - 1, Category::filler, hit.first));
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
