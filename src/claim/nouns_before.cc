#include "claim/nouns_before.h"

#include "absl/strings/str_cat.h"
#include "claim/noun_words.h"
#include "claim/tallies.h"

namespace crosscheck {
namespace {

constexpr uint32_t kPronounWithin = 4;  // tokens before a figure
constexpr uint32_t kAnswerWithin = 4;   // tokens from the start of a sentence that answers a question
constexpr int kOldest = 120;            // years of age

// A figure with the start of its sentence.
struct Place {
  uint32_t from = 0;   // the first token of the sentence
  uint32_t first = 0;  // of the figure
};

Place place_of(const ClaimContext& context, const Mention& figure) {
  const uint32_t first = context.text().token_at(figure.span.begin);
  return {context.text().sentences[context.sentence_of(first)].first, first};
}

// "Ils étaient 8 000": the pronoun right before the figure stands for people.
bool follows_people(const ClaimContext& context, Place place, Mention* figure) {
  const Annotated& text = context.text();
  for (uint32_t t = place.first; t > place.from && place.first - t < kPronounWithin;) {
    --t;
    const Hit* hit = text.hit(t, Category::noun_stop, place.first);
    if (!hit || !hit->is("people") || hit->last != place.first) continue;
    figure->noun = text.tokens[t].span();
    figure->noun_concept = "person";
    figure->steps.push_back(absl::StrCat("'", text.text(text.span(t, place.first)), "' tells of people"));
    return true;
  }
  return false;
}

// What can be counted at the second token before the figure, up to the word right before it.
const Hit* noun_before_word(const ClaimContext& context, Place place) {
  const Hit* noun = countable(context, place.first - 2, place.first - 1);
  return noun && noun->last == place.first - 1 ? noun : nullptr;
}

// "a workforce of about 31,000": a noun in the singular right before the figure.
const Hit* noun_of_size(const ClaimContext& context, Place place) {
  if (place.first < place.from + 2 || !context.text().hit(place.first - 1, Category::noun_link, place.first))
    return nullptr;
  const Hit* noun = noun_before_word(context, place);
  return noun && !is_plural(context, *noun) ? noun : nullptr;
}

// "ses partisans étaient une soixantaine": people in the plural, and what they were is the figure alone. "The
// boys were 14" tells an age.
const Hit* numbered_subject(const ClaimContext& context, Place place, const Mention& figure) {
  const Annotated& text = context.text();
  const Interval& amount = *amount_of(figure.value);
  const bool may_be_age = amount.form == Form::exact && amount.low && *amount.low <= Decimal(kOldest);
  if (place.first < place.from + 2 || may_be_age || !ends_clause(context, figure.span.end)) return nullptr;
  const Hit* verb = text.hit(place.first - 1, Category::noun_stop, place.first);
  if (!verb || !verb->is("auxiliary")) return nullptr;
  const Hit* noun = noun_before_word(context, place);
  const bool plural = noun && (text.language->plurals.empty() || is_plural(context, *noun));
  return plural && context.rulebook().is_a(noun->sense->symbol, "person") ? noun : nullptr;
}

}  // namespace

bool find_noun_before(const ClaimContext& context, Mention* figure) {
  const Place place = place_of(context, *figure);
  if (follows_people(context, place, figure)) return true;
  const Hit* noun = noun_of_size(context, place);
  if (!noun) noun = numbered_subject(context, place, *figure);
  const std::optional<Hit> found = noun ? std::optional<Hit>(*noun) : tallied_before(context, place.first);
  if (found) set_noun(context, *found, figure);
  return found.has_value();
}

std::optional<Hit> noun_asked_for(const ClaimContext& context, const Mention& figure) {
  const Annotated& text = context.text();
  const uint32_t first = text.token_at(figure.span.begin);
  const uint32_t here = context.sentence_of(first);
  if (here == 0 || first > text.sentences[here].first + kAnswerWithin) return std::nullopt;
  const SentenceRange& question = text.sentences[here - 1];
  if (question.last == question.first || text.word(question.last - 1) != "?") return std::nullopt;
  for (uint32_t t = question.first; t < question.last; ++t) {
    if (const Hit* hit = countable(context, t, question.last)) return head_of(context, *hit, question.last);
  }
  return std::nullopt;
}

}  // namespace crosscheck
