#include "mention/compounds.h"

#include "absl/strings/str_cat.h"
#include "mention/unit_words.h"

namespace crosscheck {
namespace {

constexpr int kPlaces = 12;  // of a conversion that is not exact

uint32_t end_of(const Annotated& text) { return static_cast<uint32_t>(text.tokens.size()); }

// One figure, of which a bound may leave one side open.
const Decimal* figure(const Amount& amount) {
  const Interval& value = amount.value;
  if (value.form == Form::between || value.form == Form::vague || !amount.unit_high.empty()) return nullptr;
  if (value.low) return &*value.low;
  return value.high ? &*value.high : nullptr;
}

bool adjacent(const Annotated& text, const Amount& whole, const Amount& part) {
  if (part.first == whole.last) return true;
  const Hit* joint = text.hit(whole.last, Category::number_joint, part.first);
  const bool dash = text.word(whole.last) == "-" && !text.tokens[whole.last].space_before;
  return (joint && joint->last == part.first) || (dash && part.first == whole.last + 1);
}

// A bare figure of that many digits, or the like in words, which counts nothing: "50" of "5 dollars 50".
bool bare(const Annotated& text, const Amount& whole, const Amount& part, size_t digits) {
  if (part.unit_kind != UnitKind::none || part.bounded || part.article) return false;
  const uint32_t next = part.last;
  const bool joined = !text.tokens[part.first].space_before;
  if (part.first != whole.last && !joined) return false;
  const bool noun = next < end_of(text) && text.tokens[next].token_class == TokenClass::word &&
                    !text.hit(next, Category::noun_stop, next + 1) &&
                    !text.hit(next, Category::per, end_of(text)) &&
                    !text.hit(next, Category::list_joint, end_of(text)) &&
                    !text.hit(next, Category::noun_link, end_of(text));  // "un mètre quatre-vingt de haut"
  if (noun && !joined) return false;
  if (part.digits) {
    return part.last == part.first + 1 &&
           text.tokens[part.first].begin + digits == text.tokens[part.first].end;
  }
  // Words of any size for "six foot two"; "cinq euros trente" has two digits.
  return part.value.low && (digits == 0 || (digits == 2 && Decimal(9) < *part.value.low));
}

void raise(Interval* value, const Decimal& by) {
  for (std::optional<Decimal>* side : {&value->low, &value->high}) {
    if (*side) *side = add(**side, (*side)->negative() ? -by : by);
  }
}

Amount joined(const Annotated& text, const Amount& whole, const Amount& part) {
  Amount out = whole;
  out.last = part.last;
  out.number_last = part.number_last;
  out.article = false;
  if (text.with_steps)
    out.steps.push_back(absl::StrCat("'", text.text(text.span(out.first, out.last)), "' is one amount"));
  return out;
}

std::optional<Amount> with_cents(const Annotated& text, const Amount& whole, const Amount& part) {
  const Decimal* cents = figure(part);
  // "de 2 à 3€50": the cents are those of the upper end.
  const bool range = whole.value.form == Form::between && whole.value.high;
  const Decimal* units = range ? &*whole.value.high : figure(whole);
  if (!cents || !units || !cents->is_integer() || !(*cents < Decimal(100)) || !(Decimal(0) < *cents) ||
      !units->is_integer() || !whole.per.empty())
    return std::nullopt;
  // "$5, 20 cents" are two prices: a sign before its figure has said all.
  const bool closed = whole.last == whole.number_last && part.first == whole.last;
  const bool hundredths =
      part.unit_kind == UnitKind::cent && !part.bounded && !closed && adjacent(text, whole, part);
  if (!hundredths && !bare(text, whole, part, 2)) return std::nullopt;
  Amount out = joined(text, whole, part);
  const std::optional<Decimal> low = out.value.low;
  raise(&out.value, Decimal(cents->coefficient(), cents->exponent() - 2));
  if (range) out.value.low = low;
  out.per = part.per;
  if (const Hit* per = hundredths ? nullptr : text.hit(out.last, Category::per, end_of(text))) {
    out.per = per->sense->symbol;
    out.last = per->last;
  }
  return out;
}

// "1 m 80", "2 kg 500": hundredths of a base unit, thousandths of a kilo; "6 ft 2": twelfths.
std::optional<Amount> with_rest(const Annotated& text, const UnitEntry& unit, const Amount& whole,
                                const Amount& part) {
  const Decimal* rest = figure(part);
  if (!rest || !rest->is_integer() || rest->negative()) return std::nullopt;
  if (unit.id == "foot" && *rest < Decimal(12) &&
      (bare(text, whole, part, 0) || bare(text, whole, part, 1) || bare(text, whole, part, 2))) {
    Amount out = joined(text, whole, part);
    for (std::optional<Decimal>* side : {&out.value.low, &out.value.high}) {
      if (*side) *side = multiply(**side, Decimal(12));
    }
    raise(&out.value, *rest);
    out.unit = "inch";
    if (const Hit* inches = rest_at({text, 0, end_of(text)}, out.last, out.unit)) out.last = inches->last;
    return out;
  }
  const int places = unit.id == "meter" ? 2 : unit.id == "kilogram" || unit.id == "kilometer" ? 3 : 0;
  if (places == 0 || !bare(text, whole, part, static_cast<size_t>(places))) return std::nullopt;
  Amount out = joined(text, whole, part);
  raise(&out.value, Decimal(rest->coefficient(), rest->exponent() - places));
  return out;
}

// 6'2": a mark of feet between the figures, a mark of inches behind them or a word such as "tall".
std::optional<Amount> with_marks(const Annotated& text, const Amount& whole, const Amount& part) {
  const UnitPlace place{text, 0, end_of(text)};
  const Hit* feet = mark_at(place, whole.last, "foot");
  const Decimal *large = figure(whole), *small = figure(part);
  if (!feet || text.tokens[feet->first].space_before || part.first != feet->last || !whole.digits ||
      !part.digits || part.unit_kind != UnitKind::none || !large || !small || !large->is_integer() ||
      !(*small < Decimal(12)))
    return std::nullopt;
  const Hit* inches = mark_at(place, part.last, "inch");
  if (inches && text.tokens[inches->first].space_before) inches = nullptr;
  if (!inches && !near_word_at(place, part.last, "foot")) return std::nullopt;
  Amount out = joined(text, whole, part);
  for (std::optional<Decimal>* side : {&out.value.low, &out.value.high}) {
    if (*side) *side = multiply(**side, Decimal(12));
  }
  raise(&out.value, *small);
  out.unit_kind = UnitKind::measure;
  out.unit = "inch";
  if (inches) out.last = inches->last;
  return out;
}

std::optional<Amount> with_smaller(const Annotated& text, const Rulebook& rulebook, const Amount& whole,
                                   const Amount& part) {
  const UnitEntry* large = rulebook.unit(whole.unit);
  const Decimal* units = figure(whole);
  if (!large || !units || !units->is_integer()) return std::nullopt;
  if (part.unit_kind == UnitKind::none) return with_rest(text, *large, whole, part);
  const UnitEntry* small = rulebook.unit(part.unit);
  const Decimal* rest = figure(part);
  if (part.unit_kind != UnitKind::measure || !small || !rest || part.bounded || rest->negative() ||
      small->base != large->base || !(small->factor < large->factor) || !large->offset.is_zero() ||
      !adjacent(text, whole, part))
    return std::nullopt;
  const auto ratio = divide(large->factor, small->factor, kPlaces);
  if (!ratio || !(*rest < *ratio)) return std::nullopt;
  Amount out = joined(text, whole, part);
  for (std::optional<Decimal>* side : {&out.value.low, &out.value.high}) {
    if (*side) *side = multiply(**side, *ratio);
  }
  raise(&out.value, *rest);
  out.unit = part.unit;
  return out;
}

// "five pounds 20": a word for a weight that is money, too.
std::optional<Amount> as_money(const Annotated& text, const Amount& whole, const Amount& part) {
  if (!whole.unit_high.empty() || !bare(text, whole, part, 2)) return std::nullopt;
  for (const Hit& hit : text.hits_at(whole.last - 1)) {
    if (hit.sense->category != Category::currency || hit.last != whole.last) continue;
    Amount money = whole;
    money.unit_kind = UnitKind::currency;
    money.unit = unit_symbol(hit);
    return with_cents(text, money, part);
  }
  return std::nullopt;
}

// "10 st 4 lb": a mark that is a unit where a smaller one follows.
std::optional<Amount> with_marked(const Annotated& text, const Rulebook& rulebook, const Amount& whole,
                                  const Amount& part) {
  if (part.unit_kind != UnitKind::measure || part.first != whole.last + 1) return std::nullopt;
  for (const char* unit : {"stone"}) {
    const Hit* mark = mark_at({text, 0, end_of(text)}, whole.last, unit);
    if (!mark || mark->last != part.first) continue;
    Amount marked = whole;
    marked.unit_kind = UnitKind::measure;
    marked.unit = unit;
    marked.last = mark->last;
    return with_smaller(text, rulebook, marked, part);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Amount> join_amounts(const Annotated& text, const Rulebook& rulebook, const Amount& whole,
                                   const Amount& part) {
  constexpr uint32_t kApart = 2;  // tokens at most: "and", or a dash
  if (part.first < whole.last || part.first > whole.last + kApart) return std::nullopt;
  if (whole.unit_kind == UnitKind::currency) return with_cents(text, whole, part);
  if (whole.unit_kind == UnitKind::none) {
    const auto marked = with_marks(text, whole, part);
    return marked ? marked : with_marked(text, rulebook, whole, part);
  }
  if (whole.unit_kind == UnitKind::measure) {
    const auto money = as_money(text, whole, part);
    return money ? money : with_smaller(text, rulebook, whole, part);
  }
  return std::nullopt;
}

}  // namespace crosscheck
