#include "mention/numbers.h"

#include "absl/strings/str_cat.h"
#include "mention/number_reader.h"
#include "mention/word_numbers.h"
#include "text/digits.h"

namespace crosscheck {
namespace {

constexpr int kDecimalsMost = 12;  // told in words
constexpr int kPowerMost = 60;     // exponents that are read

}  // namespace

std::optional<Number> NumberReader::run(uint32_t at) {
  if (at >= limit_) return std::nullopt;
  Number number;
  number.first = number.last = at;
  if (!vague(&number) && !half_before(&number) && !fraction_of(&number) && !point_first(&number) &&
      !(may_be_part(at) && parts(&number)) && !one_of(&number))
    return std::nullopt;
  if (number.ordinal) return number;
  if (power(&number)) return number;
  collective(&number);
  if (number.value.form == Form::exact) {
    mixed(&number);
    scale_of_mixed(&number);
    half_after(&number);
    part_of_unit(&number);
  }
  number.article &= number.last == number.first + 1;
  return number;
}

// "point five", with nothing before it.
bool NumberReader::point_first(Number* number) const {
  const uint32_t t = number->first;
  const bool free =
      t == 0 || text_.tokens[t - 1].token_class == TokenClass::sign || text_.hit(t - 1, Category::minus, t);
  if (!free || !hit(t, Category::number_point)) return false;
  uint32_t after = t;
  Decimal value;
  decimals_in_words(&after, &value);
  if (after == t) return false;
  set(value, number);
  number->last = after;
  number->spelled = true;
  note(number);
  return true;
}

// "deux virgule cinq", "three point one four".
void NumberReader::decimals_in_words(uint32_t* after, Decimal* value) const {
  const Hit* point = hit(*after, Category::number_point);
  if (!point || !value->is_integer()) return;
  std::string figures;
  uint32_t t = point->last;
  for (int i = 0; i < kDecimalsMost; ++i) {
    const auto digit = read_word_number(text_, t, limit_);
    if (!digit || (i > 0 && digit->value > 9)) break;
    absl::StrAppend(&figures, digit->value);
    t = digit->last;
    *after = t;
  }
  if (const auto read = Decimal::parse(absl::StrCat(value->to_string(), ".", figures));
      read && !figures.empty())
    *value = *read;
}

// "10^5", "1.1^-3", "3.2 x 10^4"
bool NumberReader::power(Number* number) const {
  if (!number->digits || number->spelled || !number->value.low) return false;
  uint32_t t = number->last;
  Decimal base = number->figure(), factor = 1;
  if ((word(t) == "x" || word(t) == "×" || word(t) == "*") && word(t + 1) == "10" && word(t + 2) == "^") {
    factor = base;
    base = 10;
    t += 2;
  }
  if (word(t) != "^" || !tight(t + 1)) return false;
  const bool negative = word(t + 1) == "-" || word(t + 1) == "−";
  const uint32_t digits = negative || word(t + 1) == "+" ? t + 2 : t + 1;
  const auto exponent = is_digits(digits) ? Decimal::parse(ascii_digits(word(digits))) : std::nullopt;
  if (!exponent || !exponent->is_integer() || Decimal(kPowerMost) < *exponent) return false;
  std::optional<Decimal> value = Decimal(1);
  for (Decimal i = 0; value && i < *exponent; i = plus(i, 1)) value = multiply(*value, base);
  if (value && negative) {
    const auto exact = divide(1, *value, 2 * kFractionPlaces);
    value = exact ? exact : divide(1, *value, kFractionPlaces);
  }
  if (value) value = multiply(*value, factor);
  if (!value) return false;
  set(*value, number);
  number->last = digits + 1;
  note(number);
  return true;
}

std::optional<Number> read_number(const Annotated& text, const NumberHabit& habit, uint32_t token,
                                  uint32_t limit, bool money) {
  NumberReader reader(text, habit, limit, false);
  reader.set_currency_before(money || (token > 0 && text.hit(token - 1, Category::currency, token)));
  return reader.run(token);
}

std::optional<Number> read_ordinal_words(const Annotated& text, uint32_t token, uint32_t limit) {
  const NumberHabit habit;
  auto number = NumberReader(text, habit, limit, true).run(token);
  return number && number->ordinal && !number->digits ? number : std::nullopt;
}

}  // namespace crosscheck
