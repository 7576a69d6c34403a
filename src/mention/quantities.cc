// Counts, bare numbers, percentages, money and measures out of amounts.
#include "absl/strings/str_cat.h"
#include "mention/recognizers.h"

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

}  // namespace

void find_quantities(const Annotated& text, const Rulebook& rulebook, absl::Span<const Amount> amounts,
                     std::vector<Mention>* out) {
  for (const Amount& amount : amounts) {
    switch (amount.unit_kind) {
      case UnitKind::percent: {
        Percent value;
        value.amount = amount.unit == "basis_points" ? hundredths(amount.value) : amount.value;
        value.points = amount.unit != "percent";
        // "point" alone is a point of a game or of a list unless it is told with decimals.
        if (value.points && amount.value.low && amount.value.low->is_integer() && amount.unit == "points")
          break;
        add(text, amount, MentionKind::percent, std::move(value), out);
        break;
      }
      case UnitKind::currency:
        add(text, amount, MentionKind::money, Money{amount.value, amount.unit, amount.per}, out);
        break;
      case UnitKind::cent:
        add(text, amount, MentionKind::money, Money{hundredths(amount.value), amount.unit, amount.per}, out);
        break;
      case UnitKind::measure:
        add(text, amount, MentionKind::measure, measure_of(amount, rulebook), out);
        break;
      case UnitKind::duration:
        break;
      case UnitKind::none: {
        // A lone "un", "one" is an article, unless a bound makes it a figure.
        if (amount.article && !amount.bounded) break;
        Count value;
        value.amount = amount.value;
        value.number = !counts(text, amount.last);
        add(text, amount, value.number ? MentionKind::number : MentionKind::count, value, out);
      }
    }
  }
}

}  // namespace crosscheck
