#include "claim/state_bearer.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "claim/bearer.h"
#include "claim/relation_of.h"
#include "claim/wholes.h"
#include "text/stem.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNoneReach = 2;         // tokens between "no" and its noun
constexpr uint32_t kTitleReach = 4;        // tokens between a noun and the name that it stands beside
constexpr uint32_t kNameMost = 6;          // tokens of a name, or of a figure before what it counts
constexpr uint32_t kHeadOfArticle = 4000;  // tokens in which an article tells who somebody is
constexpr uint32_t kNounsMost = 64;        // places of one noun that are looked at

class StateBearerFinder {
 public:
  StateBearerFinder(const ClaimContext& context, const PatternMatch& state,
                    std::optional<std::vector<QuotationRange>>* quotations)
      : context_(context),
        text_(context.text()),
        state_(state),
        quotations_(*quotations),
        sentence_(text_.sentences[context.sentence_of(state.first)]) {}

  StateBearer run() {
    StateBearer out;
    if (const uint32_t object = pronoun_within(); object != kNone) {
      out.named = named_before(object);
      out.found = out.person = !out.named.id.empty();
      if (out.found) return out;
    }
    const Bearer bearer = bearer_of(context_, state_);
    out.found = bearer.found;
    if (bearer.part) out.part = kSome;
    if (!bearer.found || is_aside(bearer)) {
      out.named = speaker();
      out.found = out.person = !out.named.id.empty();
      return out;
    }
    if (is_nobody(bearer.first)) return out;
    out.person = is_person(bearer);
    if (bearer.mention != kNone) {
      out.named = owner_of(context_, bearer.mention, SubjectFrom::clause);
    } else if (is_pronoun(bearer.first)) {
      out.named = named_before(bearer.first);
      out.person = !out.named.id.empty();
    } else if (const uint32_t name = named_by_relative(bearer.first); name != kNone) {
      out.named = owner_of(context_, name, SubjectFrom::sentence);
      out.person = true;
    } else {
      if (out.part.empty()) out.part = rank_before(bearer.first);
      if (out.part.empty() && is_of_a_person(bearer.first)) out.part = kOfAPerson;
      if (out.part.empty()) out.named = named_beside(bearer.first);
      if (out.named.id.empty()) out.nouns = nouns_at(bearer.first);
    }
    return out;
  }

 private:
  // "The judge refused (him) bail": whom the words themselves name by a pronoun.
  uint32_t pronoun_within() const {
    const ToldWords* words = state_words(context_.rulebook(), state_.words, state_.first, state_.last);
    for (uint32_t t = words ? words->first + 1 : 0; words && t + 1 < words->last; ++t) {
      if (is_pronoun(t)) return t;
    }
    return kNone;
  }

  // "No winner had failed a test" tells nothing of one of them.
  bool is_nobody(uint32_t noun) const {
    for (uint32_t t = noun; t > sentence_.first && noun - t < kNoneReach; --t) {
      const Hit* none = text_.hit(t - 1, Category::negation, sentence_.last);
      if (none && none->sense->symbol == "none") return true;
    }
    return false;
  }

  bool is_pronoun(uint32_t t) const { return text_.hit(t, Category::pronoun, sentence_.last) != nullptr; }

  // Of several nobody knows whether they are those of the other article.
  bool is_person(const Bearer& bearer) const {
    if (is_pronoun(bearer.first)) return true;
    if (bearer.kind != Bearer::Kind::person || bearer.part || is_bare_plural(bearer.first)) return false;
    const TextSpan noun = text_.span(bearer.first, bearer.first + 1);
    const uint32_t first = std::max(sentence_.first, bearer.first > kNameMost ? bearer.first - kNameMost : 0);
    for (uint32_t t = first; t <= bearer.first; ++t) {
      for (const uint32_t m : context_.starting_at(t)) {
        const Mention& mention = context_.mention(m);
        const bool counted = mention.noun.begin <= noun.begin && noun.end <= mention.noun.end;
        if (is_amount(mention.kind) && (counted || t == bearer.first)) return false;
      }
    }
    return true;
  }

  // "nine of them (infants) in intensive care"
  bool is_bare_plural(uint32_t noun) const {
    if (!text_.language->ends_plural(text_.word(noun)) || text_.tokens[noun].capitals != Capitals::none)
      return false;
    return noun > sentence_.first && !text_.hit(noun - 1, Category::filler, noun) &&
           text_.tokens[noun - 1].token_class == TokenClass::word;
  }

  // "Paul Rast, qui dirigeait la mine (voisine), a remis sa démission": what ends a relative clause bears
  // nothing.
  uint32_t named_by_relative(uint32_t noun) const {
    bool comma = false;
    for (uint32_t t = noun; t < state_.first; ++t) comma |= text_.word(t) == ",";
    for (uint32_t t = noun; comma && t > sentence_.first + 1; --t) {
      const Hit* hit = text_.hit(t, Category::clause_break, sentence_.last);
      if (!hit || hit->sense->symbol != "relative") continue;
      const uint32_t end = text_.word(t - 1) == "," ? t - 1 : t;
      return person_before(end);
    }
    return kNone;
  }

  // "…, voilà dix ans, a remis sa démission": what stands in an insertion bears nothing.
  bool is_aside(const Bearer& bearer) const {
    if (bearer.kind != Bearer::Kind::unknown || bearer.first >= state_.first) return false;
    for (uint32_t t = bearer.first; t < state_.first; ++t) {
      if (text_.word(t) == ",") return true;
    }
    return false;
  }

  // The person whose name ends before token `end`.
  uint32_t person_before(uint32_t end) const {
    for (uint32_t t = end; t > 0 && end - t < kNameMost;) {
      const uint32_t m = person_at(--t);
      if (m != kNone && context_.last(m) == end) return m;
    }
    return kNone;
  }

  uint32_t person_at(uint32_t t) const {
    for (const uint32_t m : context_.starting_at(t)) {
      if (context_.mention(m).kind == MentionKind::person) return m;
    }
    return kNone;
  }

  // "« Je reste », a dit Paul Rast"
  Owner speaker() const {
    if (!context_.quoted(state_.first)) return {};
    for (uint32_t t = sentence_.first; t < state_.last; ++t) {
      if (!concept_hit(context_, t, "first-person", sentence_.last)) continue;
      if (!quotations_) quotations_ = find_quotations(context_);
      for (const QuotationRange& range : *quotations_) {
        if (range.first <= t && t < range.last)
          return owner_of(context_, range.speaker, SubjectFrom::sentence);
      }
    }
    return {};
  }

  // The person of whom the sentence, else the one before, tells: where it names just one.
  Owner named_before(uint32_t pronoun) const {
    const uint32_t index = context_.sentence_of(pronoun);
    Owner out = only_person(sentence_.first, pronoun);
    if (out.id.empty() && index > 0)
      out = only_person(text_.sentences[index - 1].first, text_.sentences[index - 1].last);
    return out;
  }

  Owner only_person(uint32_t first, uint32_t last) const {
    Owner out;
    for (uint32_t t = first; t < last; ++t) {
      const uint32_t m = person_at(t);
      if (m == kNone) continue;
      const Owner one = owner_of(context_, m, SubjectFrom::sentence);
      if (!out.id.empty() && out.id != one.id) return {};
      out = one;
    }
    return out;
  }

  // "le premier suspect", "the other man": one of several, and which.
  std::string rank_before(uint32_t noun) const {
    for (uint32_t t = noun > sentence_.first ? noun - 1 : noun; t < noun; ++t) {
      if (const Hit* other = concept_hit(context_, t, "one-of-several", noun))
        return absl::StrCat("one ", text_.word(other->first));
      for (const uint32_t m : context_.starting_at(t)) {
        const Mention& mention = context_.mention(m);
        if (mention.kind == MentionKind::ordinal) return absl::StrCat("ordinal ", text_.word(t));
      }
    }
    return "";
  }

  // "la femme du président", "the suspect's lawyer": somebody else than that one.
  bool is_of_a_person(uint32_t noun) const {
    if (kind_of_noun(context_, noun, sentence_.last) != Bearer::Kind::person) return false;
    for (uint32_t t = noun; t > sentence_.first + 1 && noun - t < kTitleReach; --t) {
      if (!text_.is_clitic(t - 1)) continue;
      return kind_of_noun(context_, t - 2, t - 1) == Bearer::Kind::person;
    }
    const uint32_t end = std::min(sentence_.last, noun + kTitleReach);
    if (noun + 1 >= end || !text_.hit(noun + 1, Category::noun_link, end)) return false;
    uint32_t t = noun + 2;
    while (t < end && text_.hit(t, Category::filler, end)) ++t;
    return t < end && kind_of_noun(context_, t, end) == Bearer::Kind::person;
  }

  // "The mayor said …", of an article that has "the mayor, Paul Rast" or "mayor Paul Rast".
  Owner named_beside(uint32_t noun) const {
    for (const uint32_t m : context_.starting_at(noun)) {
      if (context_.mention(m).kind != MentionKind::role) continue;
      Owner told = owner_of(context_, m, SubjectFrom::clause);
      if (!told.id.empty()) return told;
    }
    Owner out;
    uint32_t places = 0;
    for (uint32_t t = 0; t < std::min<size_t>(text_.tokens.size(), kHeadOfArticle); ++t) {
      if (text_.tokens[t].hash != text_.tokens[noun].hash || ++places > kNounsMost) continue;
      const Owner one = beside(t);
      if (one.id.empty()) continue;
      if (!out.id.empty() && out.id != one.id) return {};
      out = one;
    }
    return out;
  }

  Owner beside(uint32_t noun) const {
    const uint32_t sentence = context_.sentence_of(noun);
    if (sentence == kNone) return {};
    const SentenceRange& range = text_.sentences[sentence];
    // "le porte-parole du (président), Paul Rast": the name is the spokesman's.
    if (noun > range.first + 1 && text_.hit(noun - 1, Category::noun_link, noun) &&
        kind_of_noun(context_, noun - 2, noun - 1) == Bearer::Kind::person)
      return {};
    if (noun + 1 < range.last) {
      if (const uint32_t m = person_at(noun + 1); m != kNone)
        return owner_of(context_, m, SubjectFrom::clause);
    }
    // "Le maire de Lyon, Paul Rast", "Paul Rast, le maire de Lyon"
    for (uint32_t t = noun + 1; t + 1 < range.last && t < noun + kTitleReach + 1; ++t) {
      if (text_.word(t) != ",") continue;
      if (const uint32_t m = person_at(t + 1); m != kNone) return owner_of(context_, m, SubjectFrom::clause);
      break;
    }
    for (uint32_t t = noun; t > range.first && noun - t < 2;) {
      if (text_.word(--t) != ",") continue;
      return owner_of(context_, person_before(t), SubjectFrom::clause);
    }
    return {};
  }

  // "le maire de (Lyon)", "the mayor of (Lyon)": a name that tells which one it is.
  std::string whole_of(uint32_t noun) const {
    const uint32_t end = std::min(sentence_.last, noun + kTitleReach);
    if (noun + 1 >= end || !text_.hit(noun + 1, Category::noun_link, end)) return "";
    for (uint32_t t = noun + 1; t < end; ++t) {
      for (const uint32_t m : context_.starting_at(t)) {
        if (const Mention& name = context_.mention(m); !name.entity.empty())
          return absl::StrCat("of ", name.entity);
      }
    }
    return "";
  }

  // Empty for a noun that anybody may be called by.
  std::vector<std::string> nouns_at(uint32_t noun) const {
    std::vector<std::string> out;
    const Rulebook& rulebook = context_.rulebook();
    for (uint32_t t = noun > sentence_.first ? noun - 1 : noun; t <= noun; ++t) {
      for (const Hit& hit : text_.hits_at(t)) {
        if (hit.last <= noun) continue;
        const std::string& symbol = hit.sense->symbol;
        if (hit.sense->category == Category::role) out.push_back(absl::StrCat("role ", symbol));
        if (hit.sense->category != Category::concept_) continue;
        if (rulebook.is_a(symbol, "anybody-word") || rulebook.is_a(symbol, "the-suspect")) return {};
        const bool actor = rulebook.is_a(symbol, "actor");
        if (!actor && (rulebook.is_a(symbol, "context") || rulebook.is_a(symbol, "state"))) continue;
        if (symbol != "person" && symbol != "actor") out.push_back(absl::StrCat("concept ", symbol));
      }
    }
    if (const std::string whole = whole_of(noun); !whole.empty()) out.push_back(whole);
    const std::string& language = text_.language->code;
    out.push_back(absl::StrCat(
        language, " ", stem_hashes(text_.language->stemmer).of(text_.tokens[noun].hash, text_.word(noun))));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  const ClaimContext& context_;
  const Annotated& text_;
  const PatternMatch& state_;
  std::optional<std::vector<QuotationRange>>& quotations_;
  const SentenceRange& sentence_;
};

}  // namespace

StateBearer StateBearers::of(const PatternMatch& state) {
  return StateBearerFinder(context_, state, &quotations_).run();
}

}  // namespace crosscheck
