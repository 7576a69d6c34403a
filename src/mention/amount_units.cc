// Units behind a figure: percent, currency, cents, measures and lengths of time, and what a rate is of.
#include "absl/strings/str_split.h"
#include "mention/amount_reader.h"

namespace crosscheck {

void AmountReader::unit(Amount* amount) {
  uint32_t t = amount->last;
  if (const Hit* code = scaled_currency(t)) return take(UnitKind::currency, *code, amount);
  if (word(t) == "-" && tight(t) && tight(t + 1)) ++t;  // "16-year-old", "90-minute"
  if (const Hit* percent = percent_at(t)) {
    return take(UnitKind::percent, *percent, amount);
  }
  // "10 milliards de dollars", "25 M€", "4,000 euro", "8,8 millions d'euros"
  uint32_t at = t;
  if (const Hit* link = hit(at, Category::noun_link); link && link->last - link->first == 1) at = link->last;
  const UnitPlace place{text_, first_, limit_};
  const bool linked = at == t || scaled_or_spelled(*amount);
  const bool free = amount->unit_kind == UnitKind::none;
  const Hit* measure = free && linked ? measure_at(place, at, *amount) : nullptr;
  const Hit* duration = free && !is_rank(t, *amount) ? duration_at(t, at, *amount) : nullptr;
  const Hit* cent = cent_at(place, t, *amount);
  if (const Hit* currency = currency_at(place, at, *amount);
      currency && !(cent && cent->last > currency->last) &&
      (linked || amount->unit_kind == UnitKind::currency)) {
    if (amount->unit_kind != UnitKind::currency || amount->unit == unit_symbol(*currency)) {
      take(UnitKind::currency, *currency, amount);
    }
  } else if (cent) {
    take(UnitKind::cent, *cent, amount);
  } else if (duration && (!measure || measure->last <= duration->last)) {  // "4 années-lumière" is longer
    take(UnitKind::duration, *duration, amount);
  } else if (measure) {
    take(UnitKind::measure, *measure, amount);
  }
  no_cents(amount);
  per(amount);
}

// The ".-" of "20.- CHF", "CHF 20.–": no cents.
void AmountReader::no_cents(Amount* amount) {
  const auto sign = [&](uint32_t t) {
    return (word(t) == "." || word(t) == ",") && tight(t) && tight(t + 1) &&
           (word(t + 1) == "-" || word(t + 1) == "–" || word(t + 1) == "—");
  };
  if (!sign(amount->last) ||
      (tight(amount->last + 2) && text_.tokens[amount->last + 2].token_class != TokenClass::sign))
    return;
  const uint32_t behind = amount->last + 2;
  if (amount->unit_kind == UnitKind::currency) {
    amount->last = behind;
  } else if (const Hit* currency =
                 amount->unit_kind == UnitKind::none ? hit(behind, Category::currency) : nullptr) {
    take(UnitKind::currency, *currency, amount);
  }
}

// The "MEUR" of "5 MEUR", which tells the scale and the currency in one word.
const Hit* AmountReader::scaled_currency(uint32_t t) const {
  if (t <= first_ || text_.tokens[t - 1].token_class != TokenClass::word) return nullptr;
  const Hit* scale = hit(t - 1, Category::scale_sign);
  const Hit* currency = scale ? hit(t - 1, Category::currency) : nullptr;
  return currency && currency->last == t && scale->last == t ? currency : nullptr;
}

// "deux heures", "une dizaine de jours"
const Hit* AmountReader::duration_at(uint32_t t, uint32_t behind_link, const Amount& amount) const {
  const Hit* found = hit(t, Category::duration_unit);
  if (found) return unit_fits(*found, t) ? found : nullptr;
  const bool rounded =
      amount.spelled && (amount.value.form == Form::about || amount.value.form == Form::vague);
  return behind_link > t && rounded ? hit(behind_link, Category::duration_unit) : nullptr;
}

// "the fifty-second attempt", but "a fifty-second film"
bool AmountReader::is_rank(uint32_t unit, const Amount& amount) const {
  const Hit* rank = hit(unit, Category::ordinal);
  const Hit* article = rank && amount.spelled && word(unit - 1) == "-" && amount.number_first > first_
                           ? text_.hit(amount.number_first - 1, Category::filler, amount.number_first)
                           : nullptr;
  const Decimal ten(10);
  return article && article->is("definite") && amount.value.low && ten < *amount.value.low &&
         *amount.value.low < Decimal(100) && divide(*amount.value.low, ten, 0).has_value();
}

// A one-letter unit ("s", "h", "m") must stand close to a figure.
bool AmountReader::unit_fits(const Hit& found, uint32_t t) const {
  const bool letter = text_.span(found.first, found.last).size() == 1;
  return !letter || (t > 0 && text_.tokens[t - 1].token_class == TokenClass::digits);
}

void AmountReader::take(UnitKind kind, const Hit& found, Amount* amount) {
  amount->unit_kind = kind;
  amount->unit = unit_symbol(found);
  amount->last = found.last;
  if (kind == UnitKind::cent) take_note(amount);
  if (!pending_low_unit_.empty() && pending_low_unit_ != amount->unit) {
    amount->unit_high = amount->unit;
    amount->unit = pending_low_unit_;
  }
  pending_low_unit_.clear();
  // "deux heures et demie", "a mile and a half"
  if (kind == UnitKind::cent || !amount->value.low) return;
  const Hit* half = hit(amount->last, Category::half);
  if (!half || !half->is("after")) return;
  amount->value.low = add(*amount->value.low, Decimal(5, -1));
  if (amount->value.high) amount->value.high = add(*amount->value.high, Decimal(5, -1));
  amount->last = half->last;
}

// "a tenner": the value `GBP*1000` of the data is a note of 1000 hundredths.
void AmountReader::take_note(Amount* amount) {
  const std::pair<std::string, std::string> sides = absl::StrSplit(amount->unit, '*');
  const auto hundredths = Decimal::parse(sides.second);
  if (!hundredths) return;
  const auto worth = [&](const std::optional<Decimal>& side) {
    return side ? multiply(*side, Decimal(hundredths->coefficient(), hundredths->exponent() - 2)) : side;
  };
  amount->value = {worth(amount->value.low), worth(amount->value.high), amount->value.form};
  amount->unit_kind = UnitKind::currency;
  amount->unit = sides.first;
}

// "by", "x" between the sides of what is measured.
bool AmountReader::joined_by(uint32_t from, uint32_t to) const {
  if (from >= to) return false;
  for (const Hit& found : text_.hits_at(from, Category::multiple_sign)) {
    const bool by = found.category == Category::multiple_sign && found.is("by");
    if (by && found.last == to) return true;
  }
  return false;
}

// "12 by 15 feet", "12 mètres sur 15": a unit that is told once is that of all sides.
void AmountReader::share_unit(Amount* amount) {
  const auto bare = [](const Amount& side) { return side.unit_kind == UnitKind::none && !side.article; };
  if (out_.empty() || !joined_by(out_.back().last, amount->first)) return;
  if (amount->unit_kind == UnitKind::measure) {
    uint32_t next = amount->first;
    for (auto side = out_.rbegin(); side != out_.rend(); ++side) {
      if (!bare(*side) || !joined_by(side->last, next)) return;
      side->unit_kind = UnitKind::measure, side->unit = amount->unit;
      next = side->first;
    }
  } else if (bare(*amount) && out_.back().unit_kind == UnitKind::measure) {
    amount->unit_kind = UnitKind::measure, amount->unit = out_.back().unit;
  }
}

void AmountReader::per(Amount* amount) {
  if (amount->unit_kind != UnitKind::currency && amount->unit_kind != UnitKind::cent) return;
  const Hit* found = hit(amount->last, Category::per);
  if (!found || tells_when(text_, found->last, limit_)) return;
  if (hit(found->last, Category::date_direction)) return;  // "5 millions d'euros l'an dernier"
  amount->per = found->sense->symbol;
  amount->last = found->last;
}

}  // namespace crosscheck
