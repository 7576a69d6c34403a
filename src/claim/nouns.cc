#include "claim/nouns.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "claim/main_currency.h"

namespace crosscheck {
namespace {

constexpr uint32_t kWindow = 7;         // tokens looked at behind a figure
constexpr uint32_t kPronounWithin = 4;  // tokens behind a figure
constexpr uint32_t kFateWithin = 6;     // tokens behind a figure: auxiliaries and the verb
constexpr size_t kInheritLook = 6;      // figures before that may lend their noun
constexpr int kLikeSize = 100;          // times that a figure may exceed the one it takes its noun from
constexpr int64_t kMillion = 1'000'000, kThousandMillions = 1'000'000'000;
constexpr uint32_t kTallyBefore = 12;  // tokens between "the number of …" and the figure that it comes to
constexpr uint32_t kAnswerWithin = 4;  // tokens from the start of a sentence that answers a question
constexpr uint32_t kNameWords = 4;     // of a name between a figure and its noun
constexpr int kOldest = 120;           // years of age
constexpr uint32_t kBracketMax = 8;    // tokens of a bracket that may stand between a figure and its noun

class NounFinder {
 public:
  explicit NounFinder(ClaimContext* context) : context_(*context), text_(context->text()) {}

  void run() {
    for (uint32_t i = 0; i < context_.mentions().size(); ++i) {
      Mention& mention = context_.mentions()[i];
      if (mention.kind != MentionKind::count && mention.kind != MentionKind::number &&
          mention.kind != MentionKind::percent && mention.kind != MentionKind::ratio) {
        continue;
      }
      if (context_.first(i) >= text_.tokens.size() || context_.sentence_of(context_.first(i)) == kNone)
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
  // The concept hit at a token that can be counted, the longest first.
  const Hit* countable(uint32_t token, uint32_t limit) const {
    for (const Hit& hit : text_.hits_at(token)) {
      if (hit.sense->category == Category::concept_ && hit.last <= limit &&
          context_.rulebook().is_a(hit.sense->symbol, "countable")) {
        return &hit;
      }
    }
    return nullptr;
  }

  // The word that heads a compound: "injuries" of "minor injuries", "crew members", where the language says
  // so.
  Hit head_of(Hit hit, uint32_t limit) const {
    if (!text_.language->head_last) return hit;
    while (hit.last < limit && context_.amount_over(hit.last) == kNone && !is_plural(hit)) {
      const Hit* next = countable(hit.last, limit);
      if (!next) break;
      hit = *next;
    }
    return hit;
  }

  // A plural heads its phrase: "firefighters injured" are firefighters.
  bool is_plural(const Hit& hit) const { return ends_plural(hit.last - 1); }

  bool ends_plural(uint32_t token) const {
    const absl::string_view word = text_.word(token);
    return std::any_of(text_.language->plurals.begin(), text_.language->plurals.end(),
                       [&](const std::string& ending) { return absl::EndsWith(word, ending); });
  }

  bool is(uint32_t token, Category category, uint32_t limit) const {
    return text_.hit(token, category, limit) != nullptr;
  }

  // Behind a bracket that starts at `token`, or `token` itself when there is none or it is long.
  uint32_t skip_bracket(uint32_t token, uint32_t limit) const {
    if (text_.word(token) != "(") return token;
    for (uint32_t t = token + 1; t < std::min(limit, token + kBracketMax); ++t) {
      if (text_.word(t) == ")") return t + 1;
    }
    return token;
  }

  void find(uint32_t index, Mention* mention) {
    if (mention->kind == MentionKind::ratio && find_inside(index, mention)) return;
    const SentenceRange& sentence = text_.sentences[context_.sentence_of(context_.first(index))];
    const uint32_t begin = context_.last(index);
    const uint32_t limit = std::min(sentence.last, begin + kWindow + kBracketMax);
    uint32_t t = begin < limit ? skip_bracket(begin, limit) : begin;
    bool linked = false;
    for (uint32_t seen = 0; t < limit && seen < kWindow; ++seen) {
      if (names_person(t)) return inherit(mention);  // "Mother of four Ann Harrow": no name is counted
      if (const Hit* hit = countable(t, sentence.last)) {
        if (context_.amount_over(t) == kNone) return set_of_whole(head_of(*hit, sentence.last), mention);
      }
      const uint32_t other = context_.amount_over(t);
      if (other != kNone && other != index) {
        // "500 des 750 employés": the part counts what the whole counts.
        if (linked) return borrow_ahead(other, mention);
        return inherit(mention);
      }
      if (text_.tokens[t].token_class != TokenClass::word) return inherit(mention);
      const Hit* link = text_.hit(t, Category::noun_link, limit);
      const Hit* filler = link ? nullptr : text_.hit(t, Category::filler, limit);
      if (const uint32_t whole = whole_behind(t, sentence.last); whole != kNone)
        return borrow_ahead(whole, mention);  // "452 sur 640"
      linked |= link != nullptr;
      if (const Hit* tally = link || filler ? nullptr : tally_word(t, limit)) {
        t = tally->last;  // "porte à douze le nombre de blessés"
        continue;
      }
      if (link || filler) {
        t = (link ? link : filler)->last;
        continue;
      }
      // "US" is no pronoun where a name goes on.
      if (is_stop(t, sentence.last) && behind_name(t, sentence.last) == kNone) return inherit(mention);
      return plain_noun(t, sentence.last, linked, mention);
    }
    inherit(mention);
  }

  bool names_person(uint32_t t) const {
    const auto starting = context_.starting_at(t);
    return std::any_of(starting.begin(), starting.end(),
                       [&](uint32_t m) { return context_.mention(m).kind == MentionKind::person; });
  }

  // "un train sur trois", "two trains in five": the noun stands inside.
  bool find_inside(uint32_t index, Mention* mention) {
    const uint32_t limit = context_.last(index);
    for (uint32_t t = context_.first(index); t < limit; ++t) {
      if (const Hit* hit = countable(t, limit)) return set(mention, *hit), true;
      if (text_.tokens[t].token_class != TokenClass::word || is_of_figure(t, limit)) continue;
      return set_plain(t, mention), true;
    }
    return false;
  }

  // Words of numbers, articles and links, and all others of grammar.
  bool is_of_figure(uint32_t t, uint32_t limit) const {
    for (const Hit& hit : text_.hits_at(t)) {
      if (hit.last > limit) continue;
      const Category category = hit.sense->category;
      if (is_grammar(category) || category == Category::out_of || category == Category::fraction ||
          category == Category::half || category == Category::ordinal || category == Category::collective)
        return true;
    }
    return false;
  }

  // A word at which the noun phrase is over: a verb of saying, a clause break, an attribution, a pronoun …
  bool is_stop(uint32_t t, uint32_t limit) const {
    for (const Category category :
         {Category::noun_stop, Category::according, Category::speech, Category::clause_break,
          Category::pronoun, Category::negation, Category::planned, Category::conditional,
          Category::comparison, Category::list_joint, Category::weekday, Category::month, Category::day_part,
          Category::day_offset, Category::date_unit, Category::date_direction}) {
      if (is(t, category, limit)) return true;
    }
    return false;
  }

  // A word that no concept knows. An adjective may stand before the noun: a concept within the next two words
  // wins.
  void plain_noun(uint32_t t, uint32_t limit, bool linked, Mention* mention) {
    if (const Hit* part = text_.hit(t, Category::subset, limit); part && ends_phrase(part->last, limit))
      return inherit(mention);  // "dont trois grièvement"
    for (uint32_t ahead = t; ahead < std::min(limit, t + 3); ++ahead) {
      if (text_.tokens[ahead].token_class != TokenClass::word || context_.amount_over(ahead) != kNone) break;
      if (ahead > t && (is(ahead, Category::noun_link, limit) || is_stop(ahead, limit))) break;
      if (const Hit* hit = countable(ahead, limit)) return set(mention, *hit);
    }
    if (const uint32_t noun = behind_name(t, limit); noun != kNone) {
      const Hit* hit = countable(noun, limit);
      return hit ? set(mention, head_of(*hit, limit)) : set_plain(noun, mention);
    }
    const bool share = mention->kind == MentionKind::percent || mention->kind == MentionKind::ratio;
    if (share && !linked) return;  // "40 % voted": a share is of something, "40 % of voters"
    if (is_of_figure(t, limit)) return inherit(mention);
    set_plain(heads_compound(t, limit) ? t + 1 : t, mention);
  }

  // "12 US East Coast ports": the plural behind a name, where the last word of a phrase heads it. kNone when
  // there is none.
  uint32_t behind_name(uint32_t t, uint32_t limit) const {
    uint32_t noun = t;
    const uint32_t end = std::min(limit, t + kNameWords);
    while (noun < end && text_.tokens[noun].capitals != Capitals::none) ++noun;
    const bool plural = text_.language->head_last && noun > t && noun < limit &&
                        text_.tokens[noun].token_class == TokenClass::word && ends_plural(noun) &&
                        !is_of_figure(noun, limit) && !is_stop(noun, limit);
    return plural ? noun : kNone;
  }

  // "outstanding bookings": the plural behind it, where the last word of a phrase heads it.
  bool heads_compound(uint32_t t, uint32_t limit) const {
    const uint32_t next = t + 1;
    if (!text_.language->head_last || next >= limit || text_.tokens[next].token_class != TokenClass::word)
      return false;
    return !ends_plural(t) && ends_plural(next) && !is_of_figure(next, limit) && !is_stop(next, limit);
  }

  bool ends_phrase(uint32_t t, uint32_t limit) const {
    return t >= limit || text_.tokens[t].token_class != TokenClass::word || is_stop(t, limit);
  }

  void set_plain(uint32_t t, Mention* mention) {
    mention->noun = text_.tokens[t].span();
    mention->steps.push_back(absl::StrCat("counts '", text_.word(t), "', which no concept knows"));
  }

  void set(Mention* mention, const Hit& hit) {
    mention->noun = text_.span(hit.first, hit.last);
    mention->noun_concept = hit.sense->symbol;
    mention->steps.push_back(absl::StrCat("counts '", text_.text(mention->noun), "' → ", hit.sense->symbol));
  }

  // The amount behind "sur", "out of" that stand at `t`.
  uint32_t whole_behind(uint32_t t, uint32_t limit) const {
    const Hit* out_of = text_.hit(t, Category::out_of, limit);
    const uint32_t other = out_of && out_of->last < limit ? context_.amount_over(out_of->last) : kNone;
    return other != kNone && context_.mention(other).kind != MentionKind::ratio ? other : kNone;
  }

  // "452 postes sur 612": both count it, where the whole is the larger and counts nothing of its own ("1,200
  // patients in 26 countries").
  void set_of_whole(const Hit& noun, Mention* mention) {
    set(mention, noun);
    const auto limit = static_cast<uint32_t>(text_.tokens.size());
    const uint32_t whole = noun.last < limit ? whole_behind(noun.last, limit) : kNone;
    const Interval* part = amount_of(mention->value);
    const Interval* all = whole == kNone ? nullptr : amount_of(context_.mention(whole).value);
    if (!part || !all || !part->low || !all->low || !(*part->low < *all->low)) return;
    const uint32_t behind = context_.last(whole);
    if (behind < limit && countable(behind, limit)) return;
    set(&context_.mentions()[whole], noun);
    mention->whole = *all;
  }

  void borrow_ahead(uint32_t whole, Mention* mention) {
    Mention& total = context_.mentions()[whole];
    if (total.noun.empty()) find(whole, &total);
    if (total.noun.empty()) return;
    mention->noun = total.noun;
    mention->noun_concept = total.noun_concept;
    mention->whole = *amount_of(total.value);
    mention->steps.push_back(
        absl::StrCat("a part of '", text_.text(total.span), "', counts '", text_.text(total.noun), "' too"));
  }

  // "three of them", "trois d'entre eux": whom the words behind the figure stand for is a matter of people.
  bool stands_for_people(const Mention& mention) const {
    const uint32_t from = text_.token_at(mention.span.end);
    const SentenceRange& sentence = text_.sentences[context_.sentence_of(text_.token_at(mention.span.begin))];
    for (uint32_t t = from; t < std::min(sentence.last, from + kPronounWithin); ++t) {
      const Hit* hit = text_.hit(t, Category::noun_stop, sentence.last);
      if (hit && hit->sense->symbol == "pronoun") return true;
    }
    return false;
  }

  // "Ils étaient 8 000": the pronoun right before the figure stands for people.
  bool follows_people(Mention* mention) const {
    const uint32_t first = text_.token_at(mention->span.begin);
    const uint32_t from = text_.sentences[context_.sentence_of(first)].first;
    for (uint32_t t = first; t > from && first - t < kPronounWithin;) {
      --t;
      const Hit* hit = text_.hit(t, Category::noun_stop, first);
      if (!hit || hit->sense->symbol != "people" || hit->last != first) continue;
      mention->noun = text_.tokens[t].span();
      mention->noun_concept = "person";
      mention->steps.push_back(absl::StrCat("'", text_.text(text_.span(t, first)), "' tells of people"));
      return true;
    }
    return false;
  }

  // "a workforce of about 31,000": a noun in the singular right before the figure.
  bool is_size_of(Mention* mention) {
    const uint32_t first = text_.token_at(mention->span.begin);
    const uint32_t from = text_.sentences[context_.sentence_of(first)].first;
    if (first < from + 2 || !text_.hit(first - 1, Category::noun_link, first)) return false;
    const Hit* noun = countable(first - 2, first - 1);
    if (!noun || noun->last != first - 1 || is_plural(*noun)) return false;
    set(mention, *noun);
    return true;
  }

  // "ses partisans étaient une soixantaine": people in the plural, and what they were is the figure alone.
  // "The boys were 14" tells an age.
  bool numbers_subject(Mention* mention) {
    const uint32_t first = text_.token_at(mention->span.begin);
    const uint32_t from = text_.sentences[context_.sentence_of(first)].first;
    const Interval& amount = *amount_of(mention->value);
    const bool may_be_age = amount.form == Form::exact && amount.low && *amount.low <= Decimal(kOldest);
    if (first < from + 2 || may_be_age || !ends_clause(mention->span.end)) return false;
    const Hit* verb = text_.hit(first - 1, Category::noun_stop, first);
    const Hit* noun = verb && verb->sense->symbol == "auxiliary" ? countable(first - 2, first - 1) : nullptr;
    const bool plural = noun && (text_.language->plurals.empty() || is_plural(*noun));
    if (!plural || noun->last != first - 1 || !context_.rulebook().is_a(noun->sense->symbol, "person"))
      return false;
    set(mention, *noun);
    return true;
  }

  // "$3.1 billion, from 2.8 billion", "2,3 milliards d'euros, 450 millions de plus", "deux milliards d'euros,
  // en coûtera 2,7": money, where the figure before it in the sentence is.
  bool takes_currency(Mention* mention) {
    const Interval amount = *amount_of(mention->value);
    const std::optional<Decimal> figure = amount.low ? amount.low : amount.high;
    if (!figure || figure->negative() || amount.form == Form::vague) return false;
    const Mention* before = amount_before(*mention);
    const Money* money = before ? std::get_if<Money>(&before->value) : nullptr;
    const std::optional<Decimal> known = !money              ? std::nullopt
                                         : money->amount.low ? money->amount.low
                                                             : money->amount.high;
    if (!known || *known < Decimal(kMillion)) return false;
    Decimal factor = 1;
    if (*figure < Decimal(kMillion)) {
      if (figure->is_integer() || !ends_clause(mention->span.end)) return false;
      factor = Decimal(*known < Decimal(kThousandMillions) ? kMillion : kThousandMillions);
    }
    const auto scaled = [&](const std::optional<Decimal>& side) {
      return side ? multiply(*side, factor) : side;
    };
    Money told = {{scaled(amount.low), scaled(amount.high), amount.form}, money->currency, money->per};
    if (!of_like_size(before->value, told)) return false;
    mention->kind = MentionKind::money;
    mention->value = std::move(told);
    mention->steps.push_back(absl::StrCat("money, as '", text_.text(before->span), "' before it"));
    return true;
  }

  // "Acheté six millions à Velmar, il a été revendu 20 millions": nothing else is counted in millions without
  // a word of it.
  bool takes_main_currency(Mention* mention) {
    if (!told_in_millions(context_, *mention)) return false;
    if (!currency_) currency_ = main_currency(context_);
    if (currency_->empty()) return false;
    const Interval amount = *amount_of(mention->value);
    mention->kind = MentionKind::money;
    mention->value = Money{amount, *currency_, ""};
    mention->steps.push_back(absl::StrCat("money in ", *currency_, ", in which the article counts"));
    return true;
  }

  bool ends_clause(uint32_t at) const {
    const uint32_t t = text_.token_at(at);
    return t >= text_.tokens.size() || text_.tokens[t].token_class == TokenClass::sign;
  }

  // The amount before it in its sentence.
  const Mention* amount_before(const Mention& mention) const {
    const uint32_t sentence = context_.sentence_of(text_.token_at(mention.span.begin));
    const std::vector<Mention>& mentions = context_.mentions();
    for (auto i = static_cast<size_t>(&mention - mentions.data()); i-- > 0;) {
      if (context_.sentence_of(context_.first(static_cast<uint32_t>(i))) != sentence) return nullptr;
      if (is_amount(mentions[i].kind) && mentions[i].span.end <= mention.span.begin) return &mentions[i];
    }
    return nullptr;
  }

  const Hit* tally_word(uint32_t token, uint32_t limit) const {
    for (const Hit& hit : text_.hits_at(token)) {
      if (hit.sense->category == Category::concept_ && hit.last <= limit &&
          context_.rulebook().is_a(hit.sense->symbol, "tally-word"))
        return &hit;
    }
    return nullptr;
  }

  // "bringing the number of arrests to six", "the number of people whose data was stolen, to 3.1 million",
  // "the death toll rose to nine": what the tally before it is of.
  bool is_tally(Mention* mention) {
    const uint32_t first = text_.token_at(mention->span.begin);
    const uint32_t from = text_.sentences[context_.sentence_of(first)].first;
    for (uint32_t t = first; t > std::max(from, first > kTallyBefore ? first - kTallyBefore : 0);) {
      --t;
      if (context_.amount_over(t) != kNone) return false;
      const Hit* tally = tally_word(t, first);
      if (tally && tally->sense->symbol != "tally-word") return set(mention, *tally), true;
      const Hit* link = tally ? text_.hit(tally->last, Category::noun_link, first) : nullptr;
      if (!link) continue;
      for (uint32_t noun = link->last; noun < std::min(first, link->last + 2); ++noun) {
        if (const Hit* hit = countable(noun, first)) return set(mention, head_of(*hit, first)), true;
      }
      return false;
    }
    return false;
  }

  // The noun of a figure before, in this sentence or the one before it: the nearest that is of a like size,
  // for "312,000 cars in 28 countries, of which 84,000 in France" counts cars.
  void inherit(Mention* mention) {
    if (mention->kind == MentionKind::percent || mention->kind == MentionKind::ratio) return;
    // Nobody counts people, cars or houses in tenths.
    if (const Interval* amount = amount_of(mention->value);
        amount && amount->low && !amount->low->is_integer())
      return;
    if (takes_currency(mention)) return;
    if (follows_people(mention) || is_size_of(mention) || numbers_subject(mention) || is_tally(mention))
      return;
    const uint32_t here = context_.sentence_of(text_.token_at(mention->span.begin));
    const bool people = stands_for_people(*mention);
    const bool fate = tells_fate(*mention) || befalls(*mention);
    const size_t most = with_noun_.size() > kInheritLook ? with_noun_.size() - kInheritLook : 0;
    for (size_t back = with_noun_.size(); back-- > most;) {
      const Mention& before = context_.mention(with_noun_[back]);
      const uint32_t there = context_.sentence_of(context_.first(with_noun_[back]));
      if (there == kNone || here - there > 1) break;
      if (before.noun_concept.empty()) continue;
      // "Two dead. Seventeen were treated": who has a fate of his own is not counted among the dead.
      if (fate && (!context_.rulebook().is_a(before.noun_concept, "person") ||
                   context_.rulebook().is_a(before.noun_concept, "casualty")))
        continue;
      if (people ? !context_.rulebook().is_a(before.noun_concept, "person")
                 : !of_like_size(before.value, mention->value))
        continue;
      mention->noun = before.noun;
      mention->noun_concept = before.noun_concept;
      mention->noun_inherited = true;
      mention->steps.push_back(
          absl::StrCat("no noun behind it: takes '", text_.text(before.noun), "' from before"));
      return;
    }
    if (answers_question(mention) || takes_main_currency(mention)) return;
    if (!fate) return;
    mention->noun = mention->span;
    mention->noun_concept = "person";
    mention->noun_inherited = true;
    mention->steps.push_back("what befell them befalls people");
  }

  // "Combien de salariés gardent leur poste ? 452 sur 640.": what the question right before it asks for.
  bool answers_question(Mention* mention) {
    const uint32_t first = text_.token_at(mention->span.begin);
    const uint32_t here = context_.sentence_of(first);
    if (here == 0 || first > text_.sentences[here].first + kAnswerWithin) return false;
    const SentenceRange& question = text_.sentences[here - 1];
    if (question.last == question.first || text_.word(question.last - 1) != "?") return false;
    for (uint32_t t = question.first; t < question.last; ++t) {
      const Hit* hit = countable(t, question.last);
      if (!hit) continue;
      set(mention, head_of(*hit, question.last));
      mention->noun_inherited = true;
      return true;
    }
    return false;
  }

  // "police arrest five": right behind the verb of what befalls people, and nothing counted.
  bool befalls(const Mention& mention) const {
    const uint32_t first = text_.token_at(mention.span.begin);
    const uint32_t from = text_.sentences[context_.sentence_of(first)].first;
    if (first == from || !ends_clause(mention.span.end)) return false;
    const auto hits = text_.hits_at(first - 1);
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return hit.sense->category == Category::concept_ && hit.last == first &&
             context_.rulebook().is_a(hit.sense->symbol, "fate");
    });
  }

  // "Nine were hurt", "Trois ont été arrêtés", "Cinq jeunes y ont péri": the figure is the subject of what
  // befalls people.
  bool tells_fate(const Mention& mention) const {
    const SentenceRange& sentence = text_.sentences[context_.sentence_of(text_.token_at(mention.span.begin))];
    const uint32_t from = text_.token_at(mention.span.end);
    const uint32_t limit = std::min(sentence.last, from + kFateWithin);
    for (uint32_t t = from; t < limit; ++t) {
      for (const Hit& hit : text_.hits_at(t)) {
        if (hit.sense->category == Category::concept_ && hit.last <= sentence.last &&
            context_.rulebook().is_a(hit.sense->symbol, "fate"))
          return true;
      }
      if (text_.hit(t, Category::filler, sentence.last)) continue;  // "Vingt autres ont été blessés"
      const Hit* stop = text_.hit(t, Category::noun_stop, sentence.last);
      if (!stop || (stop->sense->symbol != "auxiliary" && stop->sense->symbol != "there")) return false;
    }
    return false;
  }

  static bool of_like_size(const Value& a, const Value& b) {
    const Interval* x = amount_of(a);
    const Interval* y = amount_of(b);
    if (!x || !y) return false;
    const auto left = x->low ? x->low : x->high, right = y->low ? y->low : y->high;
    if (!left || !right) return true;
    const auto reach = multiply(std::min(*left, *right), Decimal(kLikeSize));
    return !reach || std::max(*left, *right) <= *reach;
  }

  ClaimContext& context_;
  const Annotated& text_;
  std::optional<std::string> currency_;  // in which the article counts, once it was asked for
  std::vector<uint32_t> with_noun_;      // the mentions that have one, in the order of the text
};

}  // namespace

void attach_nouns(ClaimContext* context) { NounFinder(context).run(); }

}  // namespace crosscheck
