#include "claim/governing_deed.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "rules/rule.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr uint32_t kBefore = 12;     // tokens between a deed and its moment
constexpr uint32_t kAhead = 16;      // tokens between a moment at the head and the verb of its clause
constexpr uint32_t kHelper = 4;      // tokens between an auxiliary and its verb
constexpr uint32_t kOpening = 4;     // tokens of "c'est …" before the moment
constexpr uint32_t kLongest = 4;     // tokens of a phrase that ends in a word that is a deed by itself
constexpr size_t kShortestVerb = 5;  // bytes of a word whose ending tells a verb

class GovernorOfMoment {
 public:
  GovernorOfMoment(const ClaimContext& context, uint32_t mention)
      : context_(context),
        text_(context.text()),
        first_(context.first(mention)),
        last_(context.last(mention)),
        sentence_(text_.sentences[context.sentence_of(first_)]) {}

  std::optional<GoverningDeed> run() const {
    for (const auto search :
         {&GovernorOfMoment::of_day_on_which, &GovernorOfMoment::of_cleft, &GovernorOfMoment::before,
          &GovernorOfMoment::right_behind, &GovernorOfMoment::ahead}) {
      if (const auto found = (this->*search)()) return found;
      if (is_cleft() && search == &GovernorOfMoment::of_cleft) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  bool is(uint32_t t, absl::string_view broad) const {
    return concept_hit(context_, t, broad, sentence_.last) != nullptr;
  }

  // The longest deed that starts at the token.
  const Hit* deed_at(uint32_t t, uint32_t limit) const {
    for (const Hit& hit : text_.hits_at(t)) {
      if (hit.last <= limit && is_deed(hit)) return &hit;
    }
    return nullptr;
  }

  bool is_deed(const Hit& hit) const {
    const std::vector<const Rule*>& rules = context_.rulebook().deed_rules();
    return hit.category == Category::concept_ &&
           std::any_of(rules.begin(), rules.end(), [&](const Rule* rule) {
             return context_.rulebook().tree().is_a(hit.concept_number, rule->deed_number);
           });
  }

  // The deed at the token, or the longer one that it is the end of.
  const Hit* deed_over(uint32_t t) const {
    const Hit* found = deed_at(t, first_);
    for (uint32_t back = 1; back < kLongest && t >= sentence_.first + back; ++back) {
      const Hit* longer = deed_at(t - back, first_);
      if (longer && longer->last > t) found = longer;
    }
    return found;
  }

  // Verbs that are no deed of any rule: a date beside one is told of it.
  bool is_other_verb(uint32_t t) const {
    if (text_.tokens[t].token_class != TokenClass::word) return false;
    if (text_.hit(t, Category::speech, sentence_.last)) return true;
    const bool noun = t > sentence_.first &&
                      (text_.hit(t - 1, Category::filler, t) || text_.hit(t - 1, Category::noun_link, t));
    if (noun) return false;
    if (is(t, "plain-verb") ||
        (is(t, "event") && !is(t, "context") && !is(t, "state") && !behind_preposition(t)))
      return true;
    const absl::string_view word = text_.word(t);
    if (word.size() < kShortestVerb || !context_.starting_at(t).empty()) return false;
    const auto& endings = text_.language->past_endings;
    return std::any_of(endings.begin(), endings.end(),
                       [&](const std::string& ending) { return absl::EndsWith(word, ending); });
  }

  bool behind_preposition(uint32_t t) const {
    const Hit* hit = t > sentence_.first ? text_.hit(t - 1, Category::noun_stop, t) : nullptr;
    return hit && hit->is("preposition");
  }

  bool is_helper(uint32_t t) const {
    const Hit* hit = text_.hit(t, Category::noun_stop, sentence_.last);
    if (hit && hit->is("auxiliary")) return true;
    for (const Category category : {Category::planned, Category::conditional, Category::possible}) {
      if (text_.hit(t, category, sentence_.last)) return true;
    }
    return false;
  }

  // "qu'en juin 2027", "que lundi": the moment of the clause before.
  uint32_t restricted() const {
    const uint32_t t = context_.clause_start(first_);
    if (t == sentence_.first || t + 3 < first_ || !is(t, "only-word")) return kNone;
    for (uint32_t b = t; b > sentence_.first && t - b < kBefore;) {
      if (const Hit* no = text_.hit(--b, Category::negation, t); no && no->is("not")) return t;
    }
    return kNone;
  }

  // The nearest deed before the moment, with no other verb between.
  std::optional<GoverningDeed> before() const {
    for (uint32_t t = first_; t > sentence_.first && first_ - t < 2;) {
      if (is(--t, "for-time-word")) return std::nullopt;
    }
    const uint32_t from = restricted();
    const uint32_t start = from != kNone ? from : first_;
    const uint32_t clause = context_.clause_of(from != kNone ? from - 1 : first_);
    for (uint32_t t = start, steps = 0; t > sentence_.first && steps < kBefore;) {
      --t;
      if (context_.clause_of(t) != clause) continue;
      ++steps;
      if (const Hit* setting = concept_hit(context_, t, "sets-date", start))
        return subject_of(*setting, clause);
      if (const Hit* deed = deed_over(t)) return GoverningDeed{*deed, from == kNone, was_to(*deed)};
      if (text_.tokens[t].token_class == TokenClass::sign && text_.word(t) != "-") return std::nullopt;
      if (const auto end = moment_at(context_, t); end && *end <= first_ && *end + 2 < first_)
        return std::nullopt;
      if (is_helper(t) || is_other_verb(t)) return std::nullopt;
    }
    return std::nullopt;
  }

  // "devait ouvrir", "was to have opened"
  bool was_to(const Hit& deed) const {
    for (uint32_t t = deed.first; t > sentence_.first && deed.first - t < kHelper;) {
      if (context_.clause_of(--t) != context_.clause_of(deed.first)) return false;
      if (is(t, "was-to-word")) return true;
    }
    return false;
  }

  // "La réouverture, d'abord annoncée pour …, est reportée au …": what the clause begins with.
  std::optional<GoverningDeed> subject_of(const Hit& setting, uint32_t clause) const {
    for (uint32_t t = sentence_.first; t < setting.first; ++t) {
      if (context_.clause_of(t) != clause) continue;
      const Hit* deed = deed_at(t, setting.first);
      if (!deed) continue;
      GoverningDeed out{*deed, false};
      for (uint32_t b = setting.first; b > sentence_.first && setting.first - b < 3;)
        out.given_up |= is(--b, "at-first-word");
      out.given_up |= context_.rulebook().is_a(setting.sense->symbol, "sets-date-given-up");
      return out;
    }
    return std::nullopt;
  }

  // "The company on Monday recalled …"
  std::optional<GoverningDeed> right_behind() const {
    if (last_ >= sentence_.last || context_.clause_of(last_) != context_.clause_of(first_))
      return std::nullopt;
    const Hit* deed = deed_at(last_, sentence_.last);
    if (!deed) return std::nullopt;
    return GoverningDeed{*deed, true};
  }

  // "Lundi matin, les pilotes ont entamé …": the first verb of the clause.
  std::optional<GoverningDeed> ahead() const {
    for (uint32_t t = first_; t > sentence_.first; --t) {
      if (context_.clause_of(t - 1) != context_.clause_of(first_)) break;
      if (!context_.is_link(t - 1) || is_helper(t - 1)) return std::nullopt;
    }
    return first_verb(last_, context_.clause_of(first_), true);
  }

  std::optional<GoverningDeed> first_verb(uint32_t from, uint32_t clause, bool beside) const {
    uint32_t helper = kNone;
    for (uint32_t t = from, steps = 0; t < sentence_.last && steps < kAhead; ++t) {
      if (context_.clause_of(t) != clause) continue;
      ++steps;
      if (helper != kNone && t > helper + kHelper) return std::nullopt;
      const Hit* deed = deed_at(t, sentence_.last);
      const bool noun = deed && (concept_hit(context_, t, "deed-noun", sentence_.last) || follows_article(t));
      const bool bare = deed && helper == kNone && is_participle(*deed);  // "le train parti à midi"
      if (deed && !noun && !bare) return GoverningDeed{*deed, beside};
      if (is_helper(t)) {
        helper = t;
      } else if (moment_at(context_, t) || is_other_verb(t) || (t > from && closes(t))) {
        return std::nullopt;
      }
      if (deed) t = deed->last - 1;
    }
    return std::nullopt;
  }

  bool follows_article(uint32_t t) const {
    return t > sentence_.first &&
           (text_.hit(t - 1, Category::filler, t) || text_.hit(t - 1, Category::noun_link, t));
  }

  bool is_participle(const Hit& hit) const {
    const std::string word = fold(text_.word(hit.first));
    const auto& endings = text_.language->participle_endings;
    return hit.last == hit.first + 1 && std::any_of(endings.begin(), endings.end(), [&](const auto& ending) {
             return absl::EndsWith(word, fold(ending));
           });
  }

  bool closes(uint32_t t) const {
    const absl::string_view sign = text_.word(t);
    return text_.tokens[t].token_class == TokenClass::sign && sign != "-" && sign != ",";
  }

  // "le 1er mars, date à laquelle la reprise devient effective"
  std::optional<GoverningDeed> of_day_on_which() const {
    for (uint32_t t = last_; t < std::min(sentence_.last, last_ + 2); ++t) {
      const Hit* which = concept_hit(context_, t, "day-on-which", sentence_.last);
      if (which && which->last < sentence_.last)
        return first_verb(which->last, context_.clause_of(which->last), false);
    }
    return std::nullopt;
  }

  bool is_cleft() const {
    for (uint32_t t = first_; t > sentence_.first && first_ - t < kOpening;) {
      if (is(--t, "cleft-opening")) return true;
    }
    return false;
  }

  // "C'est le 28 août que l'eau a été repérée", "il a fallu attendre 6 heures pour que …"
  std::optional<GoverningDeed> of_cleft() const {
    if (!is_cleft()) return std::nullopt;
    uint32_t t = last_;
    while (t < std::min(sentence_.last, last_ + kOpening) &&
           context_.clause_of(t) == context_.clause_of(first_))
      ++t;
    if (t >= sentence_.last || !text_.hit(t, Category::clause_break, sentence_.last)) t = last_;
    if (t >= sentence_.last) return std::nullopt;
    return first_verb(t, context_.clause_of(t), false);
  }

  const ClaimContext& context_;
  const Annotated& text_;
  const uint32_t first_, last_;
  const SentenceRange& sentence_;
};

}  // namespace

std::optional<uint32_t> moment_at(const ClaimContext& context, uint32_t token) {
  for (const uint32_t m : context.starting_at(token)) {
    const MentionKind kind = context.mention(m).kind;
    if (kind == MentionKind::date || kind == MentionKind::time) return context.last(m);
  }
  return std::nullopt;
}

std::optional<GoverningDeed> find_governing_deed(const ClaimContext& context, uint32_t mention) {
  return GovernorOfMoment(context, mention).run();
}

}  // namespace crosscheck
