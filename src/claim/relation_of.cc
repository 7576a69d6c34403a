#include "claim/relation_of.h"

#include <algorithm>

#include "claim/bearer.h"

namespace crosscheck {
namespace {

constexpr uint32_t kBehind = 3;  // tokens from "'s" on in which the noun begins: "'s former chief lawyer"
constexpr uint32_t kNoun = 4;    // tokens of a noun: "garde du corps"

class RelationFinder {
 public:
  RelationFinder(const ClaimContext& context, uint32_t person)
      : context_(context),
        text_(context.text()),
        first_(context.first(person)),
        last_(context.last(person)),
        sentence_(text_.sentences[context.sentence_of(first_)]) {}

  // The first token of the noun; kNone for none.
  uint32_t run() const {
    const uint32_t noun = noun_before();
    return noun == kNone ? noun_behind() : noun;
  }

 private:
  bool is_person(uint32_t t, uint32_t end) const {
    return kind_of_noun(context_, t, end) == Bearer::Kind::person;
  }

  // "le rôle (intérimaire) de Murati": a word behind a noun only describes it.
  bool is_noun(uint32_t t) const {
    return t == sentence_.first || text_.hit(t - 1, Category::filler, t) ||
           text_.tokens[t - 1].token_class != TokenClass::word || context_.amount_over(t - 1) != kNone;
  }

  uint32_t noun_before() const {
    uint32_t link = first_;
    while (link > sentence_.first && text_.hit(link - 1, Category::filler, first_) &&
           !text_.hit(link - 1, Category::noun_link, first_))
      --link;
    if (link == sentence_.first || !is_preposition(link - 1)) return kNone;
    const uint32_t end = link - 1;
    const uint32_t from = std::max(sentence_.first, end > kNoun ? end - kNoun : 0);
    for (uint32_t t = from; t < end; ++t) {
      for (const Hit& hit : text_.hits_at(t)) {
        if (hit.last == end && is_person(t, end) && is_noun(t)) return t;
      }
    }
    return kNone;
  }

  bool is_preposition(uint32_t t) const {
    if (text_.hit(t, Category::noun_link, first_)) return true;
    const Hit* hit = text_.hit(t, Category::noun_stop, first_);
    return hit && hit->is("preposition");
  }

  uint32_t noun_behind() const {
    if (last_ >= sentence_.last || !text_.is_clitic(last_)) return kNone;
    for (uint32_t t = last_ + 1; t < std::min(sentence_.last, last_ + 1 + kBehind); ++t) {
      if (is_person(t, sentence_.last)) return t;
      const Hit* stop = text_.hit(t, Category::noun_stop, sentence_.last);
      if (stop || text_.tokens[t].token_class != TokenClass::word) return kNone;
    }
    return kNone;
  }

  const ClaimContext& context_;
  const Annotated& text_;
  const uint32_t first_, last_;
  const SentenceRange& sentence_;
};

}  // namespace

bool is_named_for_another(const ClaimContext& context, uint32_t person, absl::Span<const ToldWords> words) {
  if (context.mention(person).kind != MentionKind::person) return false;
  const uint32_t noun = RelationFinder(context, person).run();
  return noun != kNone && std::none_of(words.begin(), words.end(), [&](const ToldWords& told) {
           return told.first <= noun && noun < told.last;
         });
}

bool is_told_of_relation(const ClaimContext& context, const PatternMatch& match) {
  const uint32_t begin = context.text().sentences[context.sentence_of(match.first)].first;
  for (uint32_t t = match.first; t-- > begin && context.clause_of(t) == context.clause_of(match.first);) {
    for (const uint32_t m : context.starting_at(t)) {
      if (context.mention(m).kind == MentionKind::person)
        return is_named_for_another(context, m, match.words);
    }
  }
  return false;
}

}  // namespace crosscheck
