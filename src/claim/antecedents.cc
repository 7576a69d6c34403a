#include "claim/antecedents.h"

namespace crosscheck {
namespace {

const Hit* agreement_at(const Annotated& text, uint32_t token, uint32_t limit) {
  return text.hit(token, Category::agreement, limit);
}

// Whether a noun with that article, if any, may be what the pronoun says.
bool agrees(const Annotated& text, const Hit& pronoun, const Hit* article, uint32_t noun_end) {
  if (article && !pronoun.is("one") && !article->is("one"))
    return article->sense->symbol == pronoun.sense->symbol;
  const bool many = article ? article->is("plural") : text.language->ends_plural(text.word(noun_end - 1));
  if (pronoun.is("plural") || pronoun.is("one")) return pronoun.is("plural") == many;
  return true;
}

// "mis à (l'eau)", "the mayor of (the town)"
bool is_behind_preposition(const Annotated& text, uint32_t first, uint32_t noun) {
  if (noun == first) return false;
  const Hit* stop = text.hit(noun - 1, Category::noun_stop, noun);
  return (stop && stop->is("preposition")) || text.hit(noun - 1, Category::noun_link, noun);
}

}  // namespace

std::vector<Hit> antecedents_of(const Annotated& text, uint32_t sentence, uint32_t token) {
  std::vector<Hit> out;
  if (sentence == 0 || !text.starting[token].has(Category::pronoun)) return out;
  const SentenceRange& before = text.sentences[sentence - 1];
  const Hit* pronoun = agreement_at(text, token, text.sentences[sentence].last);
  if (!pronoun || pronoun->is("person") || before.title) return out;
  for (uint32_t t = before.first; t < before.last; ++t) {
    const bool behind_article = t > before.first && text.hit(t - 1, Category::filler, t);
    const bool with_article = text.hit(t, Category::filler, before.last) != nullptr;
    // "(Senators) debated the bill."
    const bool bare = t == before.first && text.language->ends_plural(text.word(t));
    if (!behind_article && !with_article && !bare) continue;
    const uint32_t start = with_article || bare ? t : t - 1;
    if (is_behind_preposition(text, before.first, start)) continue;
    const Hit* article = bare ? nullptr : agreement_at(text, with_article ? t : t - 1, before.last);
    for (const Hit& hit : text.hits_at(t)) {
      if (hit.category != Category::concept_ || hit.last > before.last) continue;
      if (hit.last - hit.first == 1 && with_article) continue;  // a word like "both" of its own
      if (agrees(text, *pronoun, article, hit.last)) out.push_back(hit);
    }
  }
  return out;
}

}  // namespace crosscheck
