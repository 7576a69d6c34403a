#include "claim/matcher.h"

#include <algorithm>

#include "claim/tries.h"
#include "claim/whole_figure.h"

namespace crosscheck {
namespace {

constexpr uint32_t kParted = 6;    // tokens of a verb that its object parts: "gave (it) the green light"
constexpr int kStepLimit = 20000;  // of one start token; a pattern cannot run away

class Matcher {
 public:
  Matcher(const ClaimContext& context, uint32_t limit, bool over_insertions)
      : context_(context),
        text_(context.text()),
        tree_(context.rulebook().tree()),
        limit_(limit),
        over_insertions_(over_insertions) {}

  // Matches items[i…] at token `t`, then what `rest` still wants. On success `end` is one past the last
  // token.
  bool match(const std::vector<PatternItem>& items, uint32_t t, PatternMatch* out, uint32_t* end) {
    steps_ = 0;
    start_ = t;
    const Frame frame{&items, 0, nullptr};
    return advance(frame, t, out, end);
  }

 private:
  // Where to go on when a sequence is done: a choice continues in the sequence around it.
  struct Frame {
    const std::vector<PatternItem>* items;
    size_t index;
    const Frame* outer;
  };

  bool advance(const Frame& frame, uint32_t t, PatternMatch* out, uint32_t* end) {
    if (++steps_ > kStepLimit) return false;
    if (frame.index == frame.items->size()) {
      if (frame.outer) return advance(*frame.outer, t, out, end);
      *end = t;
      return true;
    }
    const PatternItem& item = (*frame.items)[frame.index];
    const Frame next{frame.items, frame.index + 1, frame.outer};
    switch (item.kind) {
      case PatternItem::Kind::gap:
        if (gap_at(item, next, t, out, end)) return true;
        t = leads_to_words(next) && (over_insertions_ || tells_part(t)) ? context_.behind_insertion(t)
                                                                        : kNone;
        return t != kNone && gap_at(item, next, t, out, end);
      case PatternItem::Kind::word:
        if (t < limit_ && text_.tokens[t].hash == item.hash && advance(next, t + 1, out, end)) return true;
        break;
      case PatternItem::Kind::concept_word:
        if (concept_at(item, next, t, out, end)) return true;
        break;
      case PatternItem::Kind::slot:
        if (slot_at(item, next, t, out, end)) return true;
        break;
      case PatternItem::Kind::figure:
        if (figure_at(item, next, t, out, end)) return true;
        break;
      case PatternItem::Kind::choice:
        for (const auto& choice : item.choices) {
          const Frame inner{&choice, 0, &next};
          if (advance(inner, t, out, end)) return true;
        }
        break;
    }
    return item.optional && advance(next, t, out, end);
  }

  // "n'a pas encore été blessé" is no farther from its subject than "a été blessé".
  bool is_denial(uint32_t t) const {
    return over_insertions_ && text_.starting[t].has(Category::negation) &&
           text_.hit(t, Category::negation, limit_) != nullptr && !text_.hit(t, Category::list_joint, limit_);
  }

  bool is_bare_count(uint32_t index) const {
    const Mention& mention = context_.mention(index);
    const bool before = !mention.noun.empty() && mention.noun.begin < mention.span.begin;
    return std::holds_alternative<Count>(mention.value) && (mention.noun_inherited || before);
  }

  // "Nine people(, two of them children,) were hurt", "three people(, aged 12, 14 and 40,) …"
  bool tells_part(uint32_t comma) const {
    if (comma + 1 >= limit_ || text_.word(comma) != ",") return false;
    const Hit* open = text_.hit(comma + 1, Category::clause_break, limit_);
    const uint32_t amount = context_.amount_over(open ? open->last : comma + 1);
    return amount != kNone && open_of_part(open) && context_.mention(amount).kind != MentionKind::percent;
  }
  static bool open_of_part(const Hit* open) { return !open || open->is("relative") || open->is("part"); }

  // What stands behind the comma that ends a part is told of the whole; and behind one, another figure has a
  // verb of its own: "Sur les huit victimes(, trois sont mortes)".
  bool leaves_part(uint32_t t, const Frame& next) const {
    if (t == 0 || text_.word(t) != "," || !leads_to_words(next)) return false;
    const uint32_t own = context_.amount_over(start_);
    if (own != kNone && start_ > 0 && is_bare_count(own) && text_.word(start_ - 1) == ",") return true;
    const uint32_t other = t + 1 < limit_ ? context_.amount_over(t + 1) : kNone;
    return own != kNone && other != kNone && is_bare_count(other);
  }

  // "Turnout fell (from 74%) to 72%": where it began is no farther.
  uint32_t behind_beginning(uint32_t t) const {
    const Hit* from = text_.hit(t, Category::range_open, limit_);
    const uint32_t amount = from && from->last < limit_ ? context_.amount_over(from->last) : kNone;
    const bool begins = amount != kNone && context_.mention(amount).was_before;
    return begins && context_.last(amount) < limit_ ? context_.last(amount) : kNone;
  }

  // "No one was killed (but 12 people were treated)": what a verb governs stands in its clause.
  bool opens_clause(uint32_t t, const Frame& next) const {
    if (t == 0 || context_.clause_of(t) == context_.clause_of(t - 1)) return false;
    const Hit* open = text_.hit(t, Category::clause_break, limit_);
    if (!open) return text_.word(t) == ";";
    return open->is("adversative") || (open->is("subordinate") && !leads_to_words(next));
  }

  // "47 people, dont trois sont blessés": what follows is told of the three. "dont trois enfants" is a mere
  // insertion.
  bool opens_part(uint32_t t) const {
    const Hit* open = t + 1 < limit_ ? text_.hit(t, Category::clause_break, limit_) : nullptr;
    if (!open || !open->is("relative")) return false;
    const absl::Span<const uint32_t> amounts = context_.starting_at(t + 1);
    return std::any_of(amounts.begin(), amounts.end(),
                       [this](uint32_t index) { return is_bare_count(index); });
  }

  // No object stands behind an insertion: "nobody was arrested, the mayor, Paul Rast, said".
  static bool leads_to_words(const Frame& next) {
    if (next.index >= next.items->size()) return false;
    const PatternItem::Kind kind = (*next.items)[next.index].kind;
    return kind != PatternItem::Kind::slot && kind != PatternItem::Kind::figure;
  }

  bool gap_at(const PatternItem& item, const Frame& next, uint32_t t, PatternMatch* out, uint32_t* end) {
    for (int left = item.gap; t <= limit_; ++t) {
      if (advance(next, t, out, end)) return true;
      if (const uint32_t behind = behind_beginning(t); behind != kNone) t = behind;
      if (t == limit_ || opens_part(t) || leaves_part(t, next) || opens_clause(t, next) ||
          (!is_denial(t) && left-- == 0))
        return false;
    }
    return false;
  }

  bool concept_at(const PatternItem& item, const Frame& next, uint32_t t, PatternMatch* out, uint32_t* end) {
    if (t >= limit_) return false;
    for (const Hit& hit : text_.hits_at(t)) {
      if (hit.last > limit_ || !tree_.is_a(hit.concept_number, item.concept_number)) continue;
      if (!advance(next, hit.last, out, end)) continue;
      out->anchor = hit.first;
      out->anchor_last = hit.last;
      out->anchor_concept = hit.sense->symbol;
      out->told += hit.last - hit.first;
      out->words.push_back({hit.first, hit.last, hit.sense->symbol});
      return true;
    }
    return by_pronoun(item, next, t, out, end);
  }

  // "(It) was put off", "called (it) off": a thing that the sentence before tells, if that tells just one
  // such.
  bool by_pronoun(const PatternItem& item, const Frame& next, uint32_t t, PatternMatch* out, uint32_t* end) {
    const auto [pronoun, meant] = pronoun_for(item, t);
    if (!meant) return false;
    const Hit* word = text_.hit(pronoun, Category::pronoun, limit_);
    if (!word || !advance(next, std::max(t, word->last), out, end)) return false;
    out->anchor = pronoun;
    out->anchor_last = word->last;
    out->anchor_concept = meant->sense->symbol;
    out->words.push_back({pronoun, word->last, meant->sense->symbol});
    return true;
  }

  // The pronoun at `t`, else one inside the verb before it, and what it stands for.
  std::pair<uint32_t, const Hit*> pronoun_for(const PatternItem& item, uint32_t t) const {
    if (const Hit* meant = antecedent(item, t)) return {t, meant};
    for (uint32_t p = t; p > start_ && t - p < kParted;) {
      if (const Hit* meant = antecedent(item, --p)) return {p, meant};
    }
    return {t, nullptr};
  }

  const Hit* antecedent(const PatternItem& item, uint32_t t) const {
    const Hit* meant = nullptr;
    for (const Hit& one : context_.antecedents(t)) {
      if (!tree_.is_a(one.concept_number, item.concept_number)) continue;
      if (meant && meant->last != one.last) return nullptr;
      if (!meant) meant = &one;
    }
    return meant;
  }

  bool slot_at(const PatternItem& item, const Frame& next, uint32_t t, PatternMatch* out, uint32_t* end) {
    if (t >= limit_) return false;
    for (const uint32_t index : context_.starting_at(t)) {
      if (context_.last(index) > limit_ || !fits(item, context_.mention(index))) continue;
      if (t > start_ && opens_own_clause(index)) continue;
      if (!advance(next, after_noun(item, index), out, end)) continue;
      out->slots[item.text] = index;
      return true;
    }
    return false;
  }

  bool figure_at(const PatternItem& item, const Frame& next, uint32_t t, PatternMatch* out, uint32_t* end) {
    const std::optional<WholeFigure> told = figure_told(context_, t, limit_);
    if (!told || !advance(next, told->last, out, end)) return false;
    out->figures[item.text] = told->value;
    return true;
  }

  // "47 were evacuated, 12 of whom …", "trois sont morts, cinq …": what stands before tells nothing of these.
  bool opens_own_clause(uint32_t index) const {
    const Hit* part = text_.hit(context_.last(index), Category::clause_break, limit_);
    const uint32_t first = context_.first(index);
    const bool count = std::holds_alternative<Count>(context_.mention(index).value);
    const bool opens =
        start_ == text_.sentences[context_.sentence_of(first)].first;  // "À la clé, 300 emplois"
    const bool behind_comma = count && !opens && text_.word(first - 1) == ",";
    return behind_comma || (part && part->is("part"));
  }

  bool fits(const PatternItem& item, const Mention& mention) const {
    if (std::find(item.mentions.begin(), item.mentions.end(), mention.kind) == item.mentions.end())
      return false;
    if (!item.units.empty() && !measured_in(item.units, mention)) return false;
    return item.counted.empty() || tree_.is_a(tree_.number(mention.noun_concept), item.concept_number);
  }

  static bool measured_in(const std::vector<absl::string_view>& units, const Mention& mention) {
    const auto* measure = std::get_if<Measure>(&mention.value);
    return measure && std::find(units.begin(), units.end(), measure->base_unit) != units.end();
  }

  // A slot that names what is counted takes the noun with it when the noun follows; the pattern goes on
  // behind the noun.
  uint32_t after_noun(const PatternItem& item, uint32_t index) const {
    const Mention& mention = context_.mention(index);
    const uint32_t last = context_.last(index);
    if (item.counted.empty() || mention.noun_inherited || mention.noun.begin < mention.span.end) return last;
    const uint32_t noun_end = text_.token_at(mention.noun.end);
    for (uint32_t t = last; t < noun_end; ++t) {
      if (context_.amount_over(t) != kNone && context_.amount_over(t) != index)
        return last;  // "500 des 750 employés"
    }
    return std::min(noun_end, limit_);
  }

  const ClaimContext& context_;
  const Annotated& text_;
  const ConceptTree& tree_;
  uint32_t limit_;
  bool over_insertions_;
  uint32_t start_ = 0;
  int steps_ = 0;
};

// Whether the items can match at `t` at all: one look at what stands or starts there.
bool may_start(const ClaimContext& context, const std::vector<PatternItem>& items, uint32_t t) {
  if (items.empty() || items[0].optional) return true;
  switch (items[0].kind) {
    case PatternItem::Kind::word:
      return context.text().tokens[t].hash == items[0].hash;
    case PatternItem::Kind::concept_word:
      return context.text().starting[t].has(Category::concept_) || !context.antecedents(t).empty();
    case PatternItem::Kind::slot:
      return !context.starting_at(t).empty();
    case PatternItem::Kind::figure:
      return (context.text().marks[t] & (kDigitsMark | mark(Category::cardinal))) != 0;
    default:
      return true;
  }
}

uint32_t distance(uint32_t a, uint32_t b) { return a > b ? a - b : b - a; }

// The match of a later part that stands nearest to the first one and does not overlap it.
bool match_part(Matcher* matcher, const ClaimContext& context, const SentenceRange& sentence,
                const PatternPart& part, PatternMatch* out) {
  bool found = false;
  PatternMatch best;
  uint32_t best_distance = 0;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (part.scope == PatternPart::Scope::clause && context.clause_of(t) != context.clause_of(out->first))
      continue;
    if (!may_start(context, part.items, t)) continue;
    PatternMatch candidate = *out;
    uint32_t end = t;
    if (!matcher->match(part.items, t, &candidate, &end)) continue;
    if (t < out->last && out->first < end) continue;
    const uint32_t gap = std::min(distance(t, out->last), distance(end, out->first));
    if (found && gap >= best_distance) continue;
    if (out->anchor != kNone) {
      candidate.anchor = out->anchor;
      candidate.anchor_last = out->anchor_last;
      candidate.anchor_concept = out->anchor_concept;
    }
    best = std::move(candidate);
    best_distance = gap;
    found = true;
  }
  if (found) *out = std::move(best);
  return found;
}

}  // namespace

std::vector<PatternMatch> match_pattern(const ClaimContext& context, uint32_t sentence_index,
                                        const Pattern& pattern, bool over_insertions) {
  std::vector<PatternMatch> out;
  if (!pattern.language.empty() && pattern.language != context.text().language->code) return out;
  ++tries.patterns;
  const SentenceRange& sentence = context.text().sentences[sentence_index];
  Matcher matcher(context, sentence.last, over_insertions);
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (!may_start(context, pattern.parts[0].items, t)) continue;
    PatternMatch match;
    match.first = t;
    if (!matcher.match(pattern.parts[0].items, t, &match, &match.last)) continue;
    bool all = true;
    for (size_t p = 1; p < pattern.parts.size() && all; ++p) {
      all = match_part(&matcher, context, sentence, pattern.parts[p], &match);
    }
    if (all) out.push_back(std::move(match));
  }
  return out;
}

const ToldWords* state_words(const Rulebook& rulebook, absl::Span<const ToldWords> words, uint32_t first,
                             uint32_t last) {
  const ToldWords* out = nullptr;
  for (const ToldWords& one : words) {
    if (one.first < first || one.first >= last || !rulebook.is_a(one.concept_id, "state")) continue;
    if (!out || one.first < out->first) out = &one;
  }
  return out;
}

bool occurs(const ClaimContext& context, const Pattern& pattern, uint32_t first, uint32_t last,
            uint32_t token, bool same_clause) {
  if (!pattern.language.empty() && pattern.language != context.text().language->code) return false;
  ++tries.guards;
  Matcher matcher(context, last, false);
  for (uint32_t t = first; t < last; ++t) {
    if (same_clause && context.clause_of(t) != context.clause_of(token)) continue;
    if (!may_start(context, pattern.parts[0].items, t)) continue;
    PatternMatch match;
    uint32_t end;
    if (matcher.match(pattern.parts[0].items, t, &match, &end)) return true;
  }
  return false;
}

}  // namespace crosscheck
