// Counts, bare numbers, percentages, money and measures out of amounts.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "mention/compounds.h"
#include "mention/recognizers.h"
#include "mention/unit_words.h"

namespace crosscheck {
namespace {

Interval scaled(const Interval& value, const Decimal& factor, const Decimal& offset) {
  const auto convert = [&](const std::optional<Decimal>& side) -> std::optional<Decimal> {
    if (!side) return std::nullopt;
    const auto product = multiply(*side, factor);
    return product ? add(*product, offset) : std::nullopt;
  };
  return {convert(value.low), convert(value.high), value.form};
}

Interval hundredths(Interval value) { return scaled(value, Decimal(1, -2), Decimal(0)); }

// XXX is what ISO 4217 has for no currency: "pesos" alone may be any of eight.
std::string currency(const Amount& amount) { return amount.unit == "XXX" ? "" : amount.unit; }

Measure measure_of(const Amount& amount, const Rulebook& rulebook) {
  Measure out;
  out.amount = amount.value;
  out.unit = amount.unit;
  if (const UnitEntry* unit = rulebook.unit(amount.unit)) {
    out.base = scaled(amount.value, unit->factor, unit->offset);
    out.base_unit = unit->base;
  }
  return out;
}

// Whether a word that may be counted stands behind: neither a preposition nor a verb of saying, nor the end.
bool counts(const Annotated& text, uint32_t at) {
  if (at >= text.tokens.size() || text.tokens[at].token_class != TokenClass::word) return false;
  return !text.hit(at, Category::noun_stop, at + 1) && !text.hit(at, Category::according, at + 3) &&
         !text.hit(at, Category::month, at + 1);
}

void add(const Annotated& text, const Amount& amount, MentionKind kind, Value value,
         std::vector<Mention>* out) {
  Mention mention;
  mention.kind = kind;
  mention.span = text.span(amount.first, amount.last);
  mention.value = std::move(value);
  mention.steps = amount.steps;
  out->push_back(std::move(mention));
}

// The concept that the word at `at`, a noun or an adjective before it, can be counted as; empty when there is
// none.
absl::string_view counted(const Annotated& text, const Rulebook& rulebook, uint32_t at) {
  for (uint32_t t = at; t < at + 2 && t < text.tokens.size(); ++t) {
    for (const Hit& hit : text.hits_at(t, Category::concept_)) {
      if (hit.category == Category::concept_ && rulebook.is_a(hit.sense->symbol, "countable"))
        return hit.sense->symbol;
    }
  }
  return "";
}

// "One", "un, deux, trois": no noun and no verb stands beside it.
bool alone(const Annotated& text, const Amount& amount) {
  if (amount.first > 0) {
    const absl::string_view before = text.word(amount.first - 1);
    if (before != "." && before != "!" && before != "?" && before != ":") return false;
  }
  const size_t end = text.tokens.size();
  if (amount.last >= end ||
      (amount.last + 1 == end && text.tokens[amount.last].token_class == TokenClass::sign))
    return true;
  return text.word(amount.last) == "," &&
         text.hit(amount.last + 1, Category::cardinal, static_cast<uint32_t>(end));
}

// A lone "un", "a", "one" counts only where one of the kind is news: "un mort"; "one", no article, also
// before other things that are counted.
bool is_article(const Annotated& text, const Rulebook& rulebook, const Amount& amount) {
  const bool one = amount.spelled && amount.number_last == amount.number_first + 1 &&
                   amount.value.low == Decimal(1) && amount.value.form == Form::exact;
  if (!one) return false;
  if (alone(text, amount)) return false;
  const absl::string_view concept_id = counted(text, rulebook, amount.last);
  if (concept_id.empty()) return true;
  const bool article = text.hit(amount.number_first, Category::filler, amount.last) != nullptr;
  // "la famille d'une victime", "the brother of a victim": one among others.
  const bool linked = amount.first > 0 && text.hit(amount.first - 1, Category::noun_link, amount.first);
  return article && (linked || !rulebook.is_a(concept_id, "casualty"));
}

// Nothing but signs stands beside it.
bool whole_text(const Annotated& text, const Amount& amount) {
  const bool opens = amount.first == 0 || text.tokens[amount.first - 1].token_class == TokenClass::sign;
  const auto end = static_cast<uint32_t>(text.tokens.size());
  return opens && (amount.last >= end || text.tokens[amount.last].token_class == TokenClass::sign);
}

// "half a mile", "a pound of butter", "a mile wide", but not "a metre away": behind an article a unit is an
// amount where it is alone, bounded, of something, or a size.
bool is_told(const Annotated& text, const Amount& amount) {
  if (!amount.article || amount.bounded || amount.value.low != Decimal(1)) return true;
  if (!text.hit(amount.first, Category::filler, amount.last)) return true;  // "one mile"
  // "montée d'un mètre", "rose by a metre"
  if (amount.first > 0 && (text.hit(amount.first - 1, Category::noun_link, amount.first) ||
                           text.hit(amount.first - 1, Category::multiple_sign, amount.first)))
    return true;
  if (whole_text(text, amount)) return true;
  const auto end = static_cast<uint32_t>(text.tokens.size());
  const UnitPlace place{text, 0, end};
  return text.hit(amount.last, Category::noun_link, end) || near_word_at(place, amount.last, amount.unit) ||
         near_word_at(place, amount.last, "foot");
}

// Where "killed" of "nobody was killed" begins: what befell nobody is read as what befell some.
uint32_t before_fate(const Annotated& text, const Rulebook& rulebook, const Hit& none) {
  for (uint32_t t = none.first + 1; t < none.last; ++t) {
    for (const Hit& hit : text.hits_at(t, Category::concept_)) {
      if (hit.category == Category::concept_ &&
          (rulebook.is_a(hit.sense->symbol, "fate") || rulebook.is_a(hit.sense->symbol, "casualty")))
        return t;
    }
  }
  return none.last;
}

std::vector<Hit> none_words(const Annotated& text) {
  std::vector<Hit> out;
  const auto end = static_cast<uint32_t>(text.tokens.size());
  for (uint32_t t = 0; (t = text.next_marked(t, end, kNoneMark)) < end; ++t) {
    const auto here = text.hits_at(t);
    std::copy_if(here.begin(), here.end(), std::back_inserter(out),
                 [](const Hit& hit) { return hit.category == Category::none_of; });
  }
  return out;
}

// "aucun (des 40) passagers": so many are what none is a part of.
bool is_none_of_figure(const Annotated& text, uint32_t behind) {
  const auto end = static_cast<uint32_t>(text.tokens.size());
  const Hit* of = text.hit(behind, Category::noun_link, end);
  return of && of->last < end &&
         (text.tokens[of->last].token_class == TokenClass::digits ||
          text.hit(of->last, Category::cardinal, end));
}

// "aucun blessé", "no injuries", "personne n'est mort": none of what is counted.
void find_none(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* out) {
  for (const Hit& hit : none_words(text)) {
    const bool whole = hit.sense->number.is_zero() && hit.last > hit.first + 1;
    if (!whole && counted(text, rulebook, hit.last).empty() && !is_none_of_figure(text, hit.last)) continue;
    Count value;
    value.amount = {Decimal(0), Decimal(0), Form::exact};
    Mention mention;
    mention.kind = MentionKind::count;
    mention.span = text.span(hit.first, whole ? before_fate(text, rulebook, hit) : hit.last);
    mention.value = value;
    if (text.with_steps) mention.steps.push_back(absl::StrCat("'", text.text(mention.span), "' = 0"));
    out->push_back(std::move(mention));
  }
}

// The "Uhr" of "von 9 bis 17 Uhr".
bool is_clock_sign(const Annotated& text, uint32_t at) {
  if (at >= text.tokens.size()) return false;
  for (const Hit& hit : text.hits_at(at, Category::hour_sign)) {
    if (hit.category == Category::hour_sign && hit.is("clock")) return true;
  }
  return false;
}

}  // namespace

void find_quantities(const Annotated& text, const Rulebook& rulebook, absl::Span<const Amount> amounts,
                     std::vector<Mention>* out) {
  find_none(text, rulebook, out);
  for (size_t i = 0; i < amounts.size(); ++i) {
    const auto both =
        i + 1 < amounts.size() ? join_amounts(text, rulebook, amounts[i], amounts[i + 1]) : std::nullopt;
    i += both.has_value();
    const Amount& amount = both ? *both : amounts[i];
    switch (amount.unit_kind) {
      case UnitKind::percent: {
        Percent value;
        value.amount = amount.unit == "basis_points" ? hundredths(amount.value)
                       : amount.unit == "per_mille"  ? scaled(amount.value, Decimal(1, -1), Decimal(0))
                                                     : amount.value;
        value.points = amount.unit != "percent" && amount.unit != "per_mille";
        // "point" alone is a point of a game or of a list unless it is told with decimals: it is counted.
        if (value.points && amount.value.low && amount.value.low->is_integer() && amount.unit == "points") {
          Amount points = amount;
          points.last = amount.number_last;
          if (!amount.article) add(text, points, MentionKind::count, Count{amount.value, "", false}, out);
          break;
        }
        add(text, amount, MentionKind::percent, std::move(value), out);
        break;
      }
      case UnitKind::currency:
        add(text, amount, MentionKind::money, Money{amount.value, currency(amount), amount.per}, out);
        break;
      case UnitKind::cent:
        if (amount.article && !amount.bounded && !whole_text(text, amount)) break;  // "not a cent"
        add(text, amount, MentionKind::money, Money{hundredths(amount.value), currency(amount), amount.per},
            out);
        break;
      case UnitKind::measure:
        if (!both && !is_told(text, amount)) break;
        add(text, amount, MentionKind::measure, measure_of(amount, rulebook), out);
        break;
      case UnitKind::duration:
        break;
      case UnitKind::none: {
        if (!amount.bounded && is_article(text, rulebook, amount)) break;
        // "under a tree", "over a bridge"
        if (amount.bounded && amount.article && text.hit(amount.number_first, Category::filler, amount.last))
          break;
        // "from 4 to 6 p.m."
        if (amount.bounded &&
            (text.hit(amount.last, Category::half_day, amount.last + 3) || is_clock_sign(text, amount.last)))
          break;
        Count value;
        value.amount = amount.value;
        value.number = !counts(text, amount.last);
        const Hit* link =
            text.hit(amount.last, Category::noun_link, static_cast<uint32_t>(text.tokens.size()));
        value.unit = std::string(counted(text, rulebook, link && amount.spelled ? link->last : amount.last));
        add(text, amount, value.number ? MentionKind::number : MentionKind::count, value, out);
      }
    }
  }
}

}  // namespace crosscheck
