#include "claim/nouns.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "claim/fates.h"
#include "claim/left_out_currency.h"
#include "claim/like_size.h"
#include "claim/noun_words.h"
#include "claim/nouns_before.h"
#include "claim/tallies.h"
#include "claim/wholes.h"

namespace crosscheck {
namespace {

constexpr uint32_t kWindow = 7;         // tokens looked at behind a figure
constexpr uint32_t kPronounWithin = 4;  // tokens behind a figure
constexpr size_t kInheritLook = 6;      // figures before that may lend their noun
constexpr uint32_t kBracketMax = 8;     // tokens of a bracket that may stand between a figure and its noun
constexpr uint32_t kAdjectives = 2;     // words that may stand before a noun that a concept knows

bool is_share(MentionKind kind) { return kind == MentionKind::percent || kind == MentionKind::ratio; }

bool may_count(MentionKind kind) {
  return kind == MentionKind::count || kind == MentionKind::number || is_share(kind);
}

class NounFinder {
 public:
  explicit NounFinder(const ClaimContext& context)
      : context_(context), text_(context.text()), currency_(context) {}

  void run() {
    for (uint32_t i = 0; i < context_.mentions().size(); ++i) {
      Mention& mention = context_.mentions()[i];
      if (!may_count(mention.kind) || context_.first(i) >= text_.tokens.size() ||
          context_.sentence_of(context_.first(i)) == kNone)
        continue;
      if (mention.noun.empty()) find(i, &mention);
      if (auto* count = std::get_if<Count>(&mention.value)) {
        count->unit = mention.noun_concept;
        if (!mention.noun.empty() && !mention.noun_inherited) count->number = false;
      }
      if (!mention.noun.empty()) with_noun_.push_back(i);
    }
  }

 private:
  bool is_word(uint32_t t) const { return text_.tokens[t].token_class == TokenClass::word; }

  void find(uint32_t index, Mention* mention) {
    if (mention->kind == MentionKind::ratio && find_inside(index, mention)) return;
    const uint32_t sentence_end = text_.sentences[context_.sentence_of(context_.first(index))].last;
    const uint32_t begin = behind_hyphen(context_.last(index), sentence_end);
    const uint32_t limit = std::min(sentence_end, begin + kWindow + kBracketMax);
    uint32_t t = begin < limit ? skip_bracket(begin, limit) : begin;
    // "None of the 40 passengers": the link stands within the words for none.
    bool linked = counts_none(*mention);
    for (uint32_t seen = 0; t < limit && seen < kWindow; ++seen) {
      if (names_person(t)) return take_left_out(mention);  // "Mother of four Ann Harrow": no name is counted
      const uint32_t other = context_.amount_over(t);
      const Hit* noun = other == kNone ? countable(context_, t, sentence_end) : nullptr;
      // "Seven of the train's eight carriages": whose they are stands between.
      if (noun && linked && owns(*noun, sentence_end)) {
        t = noun->last + 1;
        continue;
      }
      if (noun) return set_noun_of_both(context_, head_of(context_, *noun, sentence_end), mention);
      // "500 des 750 employés": the part counts what the whole counts.
      if (other != kNone && other != index)
        return linked ? count_with(other, mention) : take_left_out(mention);
      if (!is_word(t)) return take_left_out(mention);
      if (const uint32_t whole = whole_behind(context_, t, sentence_end); whole != kNone)
        return count_with(whole, mention);  // "452 sur 640"
      const Hit* link = text_.hit(t, Category::noun_link, limit);
      linked |= link != nullptr;
      const Hit* passed = link ? link : passed_over(t, limit);
      if (!passed) return find_plain(t, sentence_end, linked, mention);
      t = passed->last;
    }
    take_left_out(mention);
  }

  bool owns(const Hit& noun, uint32_t limit) const {
    return noun.last + 1 < limit && text_.is_clitic(noun.last) &&
           context_.amount_over(noun.last + 1) != kNone;
  }

  // The noun of "a 24,500-seat stadium"; `token` itself where none is joined to the figure.
  uint32_t behind_hyphen(uint32_t token, uint32_t limit) const {
    const bool joined =
        hyphen_joins_word(context_, token, limit) && text_.tokens[token + 1].capitals == Capitals::none;
    return joined ? token + 1 : token;
  }

  // Behind a bracket that starts at `token`, or `token` itself when there is none or it is long.
  uint32_t skip_bracket(uint32_t token, uint32_t limit) const {
    if (text_.word(token) != "(") return token;
    for (uint32_t t = token + 1; t < std::min(limit, token + kBracketMax); ++t) {
      if (text_.word(t) == ")") return t + 1;
    }
    return token;
  }

  bool names_person(uint32_t t) const {
    const auto starting = context_.starting_at(t);
    return std::any_of(starting.begin(), starting.end(),
                       [&](uint32_t m) { return context_.mention(m).kind == MentionKind::person; });
  }

  // Words that may stand between a figure and its noun: "porte à douze le nombre de blessés".
  const Hit* passed_over(uint32_t t, uint32_t limit) const {
    const Hit* filler = text_.hit(t, Category::filler, limit);
    return filler ? filler : tally_at(context_, t, limit);
  }

  // "un train sur trois", "two trains in five": the noun stands inside.
  bool find_inside(uint32_t index, Mention* mention) const {
    const uint32_t limit = context_.last(index);
    for (uint32_t t = context_.first(index); t < limit; ++t) {
      if (const Hit* hit = countable(context_, t, limit)) return set_noun(context_, *hit, mention), true;
      if (!is_word(t) || is_of_figure(context_, t, limit)) continue;
      return set_plain_noun(context_, t, mention), true;
    }
    return false;
  }

  // At a word that no concept knows.
  void find_plain(uint32_t t, uint32_t limit, bool linked, Mention* mention) {
    const uint32_t behind_name = plural_behind_name(context_, t, limit);
    // "US" is no pronoun where a name goes on.
    if (stops_phrase(context_, t, limit) && behind_name == kNone) return take_left_out(mention);
    if (const Hit* part = text_.hit(t, Category::subset, limit);
        part && ends_phrase(context_, part->last, limit))
      return take_left_out(mention);  // "dont trois grièvement"
    // "21 (remain unaccounted for)", "21 (manquent à l'appel)": a verb counts nothing.
    const Hit* fate = linked ? nullptr : concept_hit(context_, t, "fate", limit);
    if (fate && !hyphen_joins_word(context_, fate->last, limit)) return take_left_out(mention);
    if (const Hit* noun = behind_adjectives(t, limit)) return set_noun(context_, *noun, mention);
    if (behind_name != kNone) {
      const Hit* hit = countable(context_, behind_name, limit);
      return hit ? set_noun(context_, head_of(context_, *hit, limit), mention)
                 : set_plain_noun(context_, behind_name, mention);
    }
    if (is_share(mention->kind) && !linked)
      return;  // "40 % voted": a share is of something, "40 % of voters"
    if (is_of_figure(context_, t, limit)) return take_left_out(mention);
    set_plain_noun(context_, stands_before_head(context_, t, limit) ? t + 1 : t, mention);
  }

  // The noun that a concept knows at the word or behind it.
  const Hit* behind_adjectives(uint32_t t, uint32_t limit) const {
    for (uint32_t ahead = t; ahead < std::min(limit, t + kAdjectives + 1); ++ahead) {
      if (!is_word(ahead) || context_.amount_over(ahead) != kNone) break;
      if (ahead > t && (text_.hit(ahead, Category::noun_link, limit) || stops_phrase(context_, ahead, limit)))
        break;
      if (const Hit* hit = countable(context_, ahead, limit)) return hit;
    }
    return nullptr;
  }

  void count_with(uint32_t whole, Mention* part) {
    Mention& total = context_.mentions()[whole];
    if (total.noun.empty()) find(whole, &total);
    take_noun_of_whole(context_, total, part);
  }

  // No noun stands behind the figure: one is before it, or it goes without saying.
  void take_left_out(Mention* mention) {
    if (is_share(mention->kind)) return;
    // Nobody counts people, cars or houses in tenths.
    const Interval* amount = amount_of(mention->value);
    if (amount && amount->low && !amount->low->is_integer()) return;
    if (currency_.take_from_before(mention) || find_noun_before(context_, mention)) return;
    const bool fate = counts_befallen(context_, *mention);
    if (const Mention* lender = find_lender(*mention, fate)) return inherit(*lender, mention);
    if (const std::optional<Hit> noun = noun_asked_for(context_, *mention)) {
      set_noun(context_, *noun, mention);
      mention->noun_inherited = true;
      return;
    }
    if (currency_.take_from_article(mention) || !fate) return;
    mention->noun = mention->span;
    mention->noun_concept = "person";
    mention->noun_inherited = true;
    mention->steps.push_back("what befell them befalls people");
  }

  // The figure before, in this sentence or the one before it, that lends its noun: the nearest that is of a
  // like size, for "312,000 cars in 28 countries, of which 84,000 in France" counts cars.
  const Mention* find_lender(const Mention& mention, bool fate) const {
    const Rulebook& rulebook = context_.rulebook();
    const uint32_t here = context_.sentence_of(text_.token_at(mention.span.begin));
    const bool people = stands_for_people(mention);
    const size_t most = with_noun_.size() > kInheritLook ? with_noun_.size() - kInheritLook : 0;
    for (size_t back = with_noun_.size(); back-- > most;) {
      const Mention& before = context_.mention(with_noun_[back]);
      const uint32_t there = context_.sentence_of(context_.first(with_noun_[back]));
      if (there == kNone || here - there > 1) break;
      if (before.noun_concept.empty()) continue;
      const bool person = rulebook.is_a(before.noun_concept, "person");
      // "Two dead. Seventeen were treated": who has a fate of his own is not counted among the dead.
      if (fate && (!person || rulebook.is_a(before.noun_concept, "casualty"))) continue;
      // "a perdu un quart de ses membres et n'en compte plus que 8 400": a share has no size.
      const bool fits = is_share(before.kind) || of_like_size(before.value, mention.value);
      if (people ? person : fits) return &before;
    }
    return nullptr;
  }

  // "three of them", "trois d'entre eux": whom the words behind the figure stand for is a matter of people.
  bool stands_for_people(const Mention& mention) const {
    const uint32_t from = text_.token_at(mention.span.end);
    const SentenceRange& sentence = text_.sentences[context_.sentence_of(text_.token_at(mention.span.begin))];
    for (uint32_t t = from; t < std::min(sentence.last, from + kPronounWithin); ++t) {
      const Hit* hit = text_.hit(t, Category::noun_stop, sentence.last);
      if (hit && hit->is("pronoun")) return true;
    }
    return false;
  }

  void inherit(const Mention& before, Mention* mention) const {
    if (opens_as_whole(context_, before, *mention)) return take_noun_of_whole(context_, before, mention);
    mention->noun = before.noun;
    mention->noun_concept = before.noun_concept;
    mention->noun_inherited = true;
    mention->steps.push_back(
        absl::StrCat("no noun behind it: takes '", text_.text(before.noun), "' from before"));
  }

  const ClaimContext& context_;
  const Annotated& text_;
  LeftOutCurrency currency_;
  std::vector<uint32_t> with_noun_;  // the mentions that have one, in the order of the text
};

}  // namespace

void attach_nouns(ClaimContext* context) { NounFinder(*context).run(); }

}  // namespace crosscheck
