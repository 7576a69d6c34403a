// Fractions of scales and units, mixed numbers, halves: "half a million", "3 1/2", "3 millions et demi".
#include "mention/number_reader.h"
#include "mention/unit_words.h"
#include "mention/word_numbers.h"
#include "text/digits.h"

namespace crosscheck {

// "half a million", "un demi-million", "half a dozen".
bool NumberReader::half_before(Number* number) const {
  uint32_t t = number->first;
  if (const Hit* one = hit(t, Category::cardinal); one && one->sense->number == Decimal(1)) t = one->last;
  const Hit* found = hit(t, Category::half);
  if (!found || !found->is("before")) return false;
  t = found->last;
  const bool joined = word(t) == "-" || word(t - 1) == "-";
  if (word(t) == "-") ++t;
  if (const Hit* link = hit(t, Category::noun_link)) t = behind_one(link->last);
  const Hit* scale = hit(t, Category::scale);
  if (!scale) scale = hit(t, Category::collective);
  if (!scale && !hit(t, Category::duration_unit) && !is_unit_word(text_, t, limit_) &&
      !(joined && hit(t, Category::unit)))  // "une demi-livre"
    return false;
  set(times(scale ? scale->sense->number : Decimal(1), Decimal(5, -1)), number);
  number->last = scale ? scale->last : t;
  number->spelled = true;
  note(number);
  return true;
}

// Behind an article: "million" of "a million".
uint32_t NumberReader::behind_one(uint32_t t) const {
  const Hit* one = hit(t, Category::cardinal);
  return one && one->sense->number == Decimal(1) ? one->last : t;
}

// "quarter million", "quarter-million"
bool NumberReader::scale_behind(uint32_t t) const {
  if (word(t) == "-" && tight(t) && tight(t + 1)) ++t;
  const Hit* scale = hit(t, Category::scale);
  return scale && scale->last == t + 1 && Decimal(1000) < scale->sense->number;
}

// "1/2 mile", "3/4 de pouce", "½ %", "quarter of a million": a fraction of a unit or of a scale.
bool NumberReader::fraction_of(Number* number) const {
  uint32_t t = number->first;
  Decimal top = 1, bottom = 1;
  const bool is_sign = text_.tokens[t].token_class == TokenClass::sign;
  if (const auto sign = is_sign ? vulgar_fraction(word(t)) : std::nullopt) {
    top = sign->first, bottom = sign->second;
    ++t;
  } else if (is_digits(t) && word(t + 1) == "/" && tight(t + 1) && is_digits(t + 2) && tight(t + 2) &&
             !digits_in_name(text_, t)) {
    top = Decimal::parse(ascii_digits(word(t))).value_or(0);
    bottom = Decimal::parse(ascii_digits(word(t + 2))).value_or(0);
    t += 3;
  } else if (const Hit* part = hit(t, Category::fraction);
             part && (hit(part->last, Category::noun_link) || scale_behind(part->last))) {
    bottom = part->sense->number;
    t = part->last;
  } else {
    return false;
  }
  if (!(top < bottom) || top.is_zero()) return false;
  number->digits = text_.tokens[number->first].token_class == TokenClass::digits;
  return take_fraction(top, bottom, t, number);
}

// The fraction of the scale or unit behind `t`.
bool NumberReader::take_fraction(const Decimal& top, const Decimal& bottom, uint32_t t,
                                 Number* number) const {
  const Hit* link = hit(t, Category::noun_link);
  if (word(t) == "-") ++t;
  uint32_t unit = link ? link->last : t;
  const Hit* scale = hit(unit, Category::scale);
  if (!scale) {
    if (link) unit = behind_one(unit);
    scale = hit(unit, Category::scale);
  }
  const bool percent = hit(unit, Category::percent_word) != nullptr;
  // "1/4 cup": a doubtful word is a unit here.
  const Hit* doubtful = hit(unit, Category::unit);
  const bool may = doubtful && doubtful->sense->symbol.find('_') == std::string::npos;
  if (!scale && !percent && !may && !hit(unit, Category::duration_unit) && !is_unit_word(text_, unit, limit_))
    return false;
  const auto value = divide(times(top, scale ? scale->sense->number : Decimal(1)), bottom, kFractionPlaces);
  if (!value) return false;
  set(*value, number);
  number->last = scale ? scale->last : unit;
  number->spelled |= link != nullptr || scale != nullptr;
  note(number);
  return true;
}

// "3 1/2", "3½", "two and a half", "one and three quarters".
void NumberReader::mixed(Number* number) const {
  if (number->scaled() || !number->value.low || !number->figure().is_integer()) return;
  uint32_t t = number->last;
  if (const auto sign = t < limit_ ? vulgar_fraction(word(t)) : std::nullopt) {
    add_part(Decimal(sign->first), Decimal(sign->second), t + 1, number);
    return;
  }
  const Hit* joint = hit(t, Category::half) ? nullptr : hit(t, Category::list_joint);
  if (number->spelled && joint) {
    const auto top = read_word_number(text_, joint->last, limit_);
    const uint32_t bottom = top && word(top->last) == "-" ? top->last + 1 : top ? top->last : t;
    const Hit* name = top ? hit(bottom, Category::fraction) : nullptr;
    if (name) add_part(Decimal(top->value), name->sense->number, name->last, number);
  }
  if (number->last == t) slashed_part(number, joint ? joint->last : t);
}

// "3 1/2", "five and 3/4"
void NumberReader::slashed_part(Number* number, uint32_t t) const {
  if (!is_digits(t) || !is_digits(t + 2) || word(t + 1) != "/" || !tight(t + 1) || !tight(t + 2)) return;
  const auto top = Decimal::parse(ascii_digits(word(t))), bottom = Decimal::parse(ascii_digits(word(t + 2)));
  const bool article = number->spelled && number->last == number->first + 1 &&
                       hit(number->first, Category::filler) && t == number->last;  // "a 1/3 cup"
  if (top && bottom && *bottom < Decimal(100) && !number->grouped && !article)
    add_part(*top, *bottom, t + 3, number);
}

// "3 1/2 million", "2½ million", "one and a quarter million"
void NumberReader::scale_of_mixed(Number* number) const {
  if (number->scaled() || number->figure().is_integer()) return;
  const Hit* scale = hit(number->last, Category::scale);
  if (!scale) return;
  number->mantissa = number->figure();
  number->scale = scale->sense->number;
  const Decimal value = times(number->mantissa, number->scale);
  number->value = {value, value, Form::exact};
  number->last = scale->last;
  note(number);
}

void NumberReader::add_part(const Decimal& top, const Decimal& bottom, uint32_t last, Number* number) const {
  if (!(top < bottom)) return;
  const auto part = divide(top, bottom, kFractionPlaces);
  if (!part) return;
  set(plus(number->figure(), *part), number);
  number->last = last;
  note(number);
}

// "3 millions et demi", "a million and a half", "two and a half", "eight and a half billion".
void NumberReader::half_after(Number* number) const {
  const bool hyphen = word(number->last) == "-" && tight(number->last);  // "two-and-a-half"
  const Hit* found = hit(number->last + (hyphen ? 1 : 0), Category::half);
  if (!found || !found->is("after") || !number->value.low) return;
  if (word(found->last) == "-" && tight(found->last)) return;  // "un et demi-tour"
  number->article = false;
  Decimal value = plus(number->figure(), times(number->scale, Decimal(5, -1)));
  number->last = found->last;
  const Hit* scale = number->scaled() ? nullptr : hit(number->last, Category::scale);
  const Hit* dozen = scale || number->scaled() ? nullptr : hit(number->last, Category::collective);
  if (dozen && dozen->sense->number == Decimal(12)) scale = dozen;
  if (scale) {
    number->mantissa = value;
    number->scale = scale->sense->number;
    number->last = scale->last;
    value = times(value, number->scale);
  }
  number->value = {value, value, Form::exact};
  note(number);
}

// "three-quarters of a minute", "trois quarts d'heure"
void NumberReader::part_of_unit(Number* number) const {
  uint32_t t = number->last;
  if (word(t) == "-") ++t;
  const Hit* part = hit(t, Category::fraction);
  if (!part || !number->value.low) return;
  // "a quarter mile", "a three-quarter inch bolt"; "a third mile" is a rank
  const bool direct = number->figure() < part->sense->number && !hit(t, Category::ordinal);
  if (!direct && !hit(part->last, Category::noun_link)) return;
  take_fraction(number->figure(), part->sense->number, part->last, number);
}

}  // namespace crosscheck
