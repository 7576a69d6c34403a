#include "claim/deed_thing.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "claim/bearer.h"
#include "claim/governing_deed.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kObject = 7;       // tokens behind a verb in which its object begins
constexpr uint32_t kBehindComma = 8;  // and behind the comma that ends a participle at the head
constexpr uint32_t kNameBehind = 4;   // tokens behind a thing in which its name begins
constexpr uint32_t kParticiple = 18;  // tokens of such a participle with all that hangs on it

class ThingFinder {
 public:
  ThingFinder(const ClaimContext& context, const Hit& deed, const std::vector<absl::string_view>& broad)
      : context_(context),
        text_(context.text()),
        deed_(deed),
        broad_(broad),
        clause_(context.clause_of(deed.first)),
        sentence_(text_.sentences[context.sentence_of(deed.first)]) {}

  const Hit* run() const {
    for (const auto search : {&ThingFinder::inside, &ThingFinder::object, &ThingFinder::of_participle,
                              &ThingFinder::of_relative, &ThingFinder::subject}) {
      if (const Hit* found = (this->*search)()) return found;
    }
    return by_pronoun();
  }

 private:
  const Hit* thing_at(uint32_t t, uint32_t limit) const {
    const Hit* longest = nullptr;
    for (const absl::string_view broad : broad_) {
      const Hit* hit = concept_hit(context_, t, broad, limit);
      if (hit && (!longest || longest->last < hit->last)) longest = hit;
    }
    return longest;
  }
  bool is_comma(uint32_t t) const { return text_.word(t) == ","; }
  bool is_sign(uint32_t t) const { return text_.tokens[t].token_class == TokenClass::sign; }

  // The first of the clause in [from, to), or of any clause; of names in a row the last where that is the
  // head.
  const Hit* first_in(uint32_t from, uint32_t to, bool any_clause) const {
    const Hit* found = nullptr;
    for (uint32_t t = from; t < to; ++t) {
      if (!any_clause && context_.clause_of(t) != clause_) continue;
      const Hit* hit = thing_at(t, to);
      if (!hit) continue;
      if (found && hit->first > found->last) return found;
      if (!found || hit->first == found->last) found = hit;
    }
    return found;
  }

  // "strike ballot": the phrase of the deed holds its thing.
  const Hit* inside() const {
    return deed_.last - deed_.first > 1 ? first_in(deed_.first, deed_.last, true) : nullptr;
  }

  // "a entamé (lundi) une grève", "suspended the strike", "la réouverture de la ligne".
  const Hit* object() const {
    const bool noun = concept_hit(context_, deed_.first, "deed-noun", deed_.last) || follows_article();
    for (uint32_t t = deed_.last; t < std::min(sentence_.last, deed_.last + kObject); ++t) {
      if (context_.clause_of(t) != clause_) return nullptr;
      if (const auto end = moment_at(context_, t)) {
        t = *end - 1;
        continue;
      }
      if (const Hit* hit = thing_at(t, sentence_.last)) return hit;
      if (is_sign(t) || (!noun && text_.hit(t, Category::noun_link, sentence_.last))) return nullptr;
      const Hit* stop = text_.hit(t, Category::noun_stop, sentence_.last);
      if (stop || text_.hit(t, Category::speech, sentence_.last)) return nullptr;
    }
    return nullptr;
  }

  bool follows_article() const {
    return deed_.first > sentence_.first && text_.hit(deed_.first - 1, Category::filler, deed_.first);
  }

  // "Entamée le 2 février, la grève …", "la grève, commencée le 3 février, …"
  const Hit* of_participle() const {
    if (deed_.first == sentence_.first) {
      for (uint32_t t = deed_.last; t < std::min(sentence_.last, deed_.last + kParticiple); ++t) {
        if (!is_comma(t)) continue;
        const uint32_t end = std::min(sentence_.last, t + 1 + kBehindComma);
        if (t + 1 < end && text_.hit(t + 1, Category::pronoun, end)) return of_sentence_before();
        return first_in(t + 1, end, true);
      }
      return nullptr;
    }
    if (!is_comma(deed_.first - 1)) return nullptr;
    return nearest_before(deed_.first - 1);
  }

  // What stands before the relative word, with or without a comma.
  const Hit* of_relative() const {
    const uint32_t start = context_.clause_start(deed_.first);
    const Hit* relative = text_.hit(start, Category::clause_break, sentence_.last);
    if (!relative || !relative->is("relative") || start == sentence_.first) return nullptr;
    if (first_in(relative->last, deed_.first, false)) return nullptr;             // "dont la réouverture"
    if (concept_hit(context_, start, "whose-word", deed_.first)) return nullptr;  // "whose son was arrested"
    return nearest_before(is_comma(start - 1) ? start - 1 : start);
  }

  // The head of the nouns that end before a token: of things that only "de" parts, the first.
  const Hit* nearest_before(uint32_t end) const {
    uint32_t from = end;
    while (from > sentence_.first && !is_sign(from - 1)) --from;
    const Hit* head = nullptr;
    for (uint32_t t = from; t < end; ++t) {
      const Hit* hit = thing_at(t, end);
      if (!hit || (head && hit->first < head->last)) continue;
      if (!head || !hangs_on(head->last, hit->first)) head = hit;
    }
    return head;
  }

  bool hangs_on(uint32_t from, uint32_t to) const {
    if (from == to || !text_.hit(from, Category::noun_link, to)) return false;
    for (uint32_t t = from; t < to; ++t) {
      if (!context_.is_link(t)) return false;
    }
    return true;
  }

  // What stands between the last comma or "and" and the verb, else the head of the clause.
  const Hit* subject() const {
    uint32_t cut = sentence_.first;
    for (uint32_t t = sentence_.first; t < deed_.first; ++t) {
      if (context_.clause_of(t) != clause_) continue;
      if (is_comma(t) || text_.hit(t, Category::list_joint, deed_.first)) cut = t + 1;
    }
    if (const Hit* found = first_in(cut, deed_.first, false)) return own(found);
    if (has_pronoun(cut)) return nullptr;
    return own(first_in(sentence_.first, cut, false));
  }

  // "the mayor's brother was arrested": it befell another than the thing.
  const Hit* own(const Hit* thing) const {
    return thing && hangs_on_another(context_, thing->first, thing->last) ? nullptr : thing;
  }

  bool has_pronoun(uint32_t from) const {
    for (uint32_t t = from; t < deed_.first; ++t) {
      const Hit* hit =
          context_.clause_of(t) == clause_ ? text_.hit(t, Category::pronoun, deed_.first) : nullptr;
      if (hit && hit->is("he")) return true;
    }
    return false;
  }

  const Hit* by_pronoun() const { return has_pronoun(sentence_.first) ? of_sentence_before() : nullptr; }

  // The only such thing of the sentence before.
  const Hit* of_sentence_before() const {
    const uint32_t index = context_.sentence_of(deed_.first);
    if (index == 0) return nullptr;
    const SentenceRange& before = text_.sentences[index - 1];
    const Hit* found = nullptr;
    for (uint32_t t = before.first; t < before.last; ++t) {
      const Hit* hit = thing_at(t, before.last);
      if (!hit) continue;
      if (found && found->sense->symbol != hit->sense->symbol) return nullptr;
      found = hit;
    }
    return found;
  }

  const ClaimContext& context_;
  const Annotated& text_;
  const Hit& deed_;
  const std::vector<absl::string_view>& broad_;
  const uint32_t clause_;
  const SentenceRange& sentence_;
};

}  // namespace

const Hit* find_thing(const ClaimContext& context, const Hit& deed,
                      const std::vector<absl::string_view>& broad) {
  return ThingFinder(context, deed, broad).run();
}

ThingName name_of_thing(const ClaimContext& context, const Hit& thing) {
  const Annotated& text = context.text();
  const SentenceRange& sentence = text.sentences[context.sentence_of(thing.first)];
  const auto name_at = [&](uint32_t t) -> ThingName {
    for (const uint32_t m : context.starting_at(t)) {
      const auto* name = std::get_if<EntityName>(&context.mention(m).value);
      if (name) return {context.mention(m).entity.empty() ? name->id : context.mention(m).entity, name->name};
    }
    return {};
  };
  const uint32_t end = std::min(sentence.last, thing.last + kNameBehind);
  for (uint32_t t = thing.last; t < end; ++t) {
    if (ThingName found = name_at(t); !found.id.empty()) return found;
    const absl::string_view word = text.word(t);
    const bool sign_of_its_own = t == thing.last &&
                                 (absl::ascii_isupper(word[0]) || absl::ascii_isdigit(word[0])) &&
                                 !moment_at(context, t);
    if (sign_of_its_own) return {fold(word), std::string(word)};
    if (!text.hit(t, Category::noun_link, end) && !text.hit(t, Category::filler, end)) break;
  }
  for (const uint32_t before : {1u, 2u}) {
    if (thing.first < sentence.first + before) break;
    const uint32_t t = thing.first - before;
    const auto at = context.starting_at(t);
    const bool ends =
        std::any_of(at.begin(), at.end(), [&](uint32_t m) { return context.last(m) == thing.first; });
    if (ThingName found = name_at(t); ends && !found.id.empty()) return found;
  }
  return {};
}

}  // namespace crosscheck
