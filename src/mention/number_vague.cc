// Vague amounts and dozens: "plusieurs", "des milliers", "deux douzaines", "une cinquantaine".
#include "mention/number_reader.h"

namespace crosscheck {

// "plusieurs", "des milliers", "hundreds of".
bool NumberReader::vague(Number* number) const {
  const Hit* found = hit(number->first, Category::vague);
  if (!found) return false;
  const Hit* larger = hit(found->last, Category::collective);
  const Hit* scale = larger ? nullptr : hit(found->last, Category::scale);
  if (!larger && !scale && hit(found->last, Category::cardinal)) {
    const Hit* hundred = hit(found->last, Category::cardinal);
    if (hundred->sense->number == Decimal(100)) scale = hundred;  // "several hundred"
  }
  const Decimal least = found->sense->number;
  if (least.is_zero() && !larger && !scale) return false;
  Decimal value = least.is_zero() ? Decimal(2) : least;
  number->last = found->last;
  if (larger || scale) {
    const Hit* unit = larger ? larger : scale;
    value = times(value, unit->sense->number);
    number->last = unit->last;
    // "several hundred million"
    if (const Hit* more = unit->sense->number == Decimal(100) ? hit(unit->last, Category::scale) : nullptr) {
      value = times(value, more->sense->number);
      number->last = more->last;
    }
    of_larger(number, &value);
  }
  set(value, number);
  // "several" says less than ten of what it counts; "des milliers" has no upper end.
  // "many" has no end either: its least is 3.
  const bool open = least.is_zero() || Decimal(2) < least;
  number->value.high = open ? std::nullopt : divide(times(value, 9), least, 0);
  number->value.form = Form::vague;
  number->spelled = true;
  return true;
}

// "plusieurs dizaines de milliers", "une dizaine de millions"
void NumberReader::of_larger(Number* number, Decimal* value) const {
  const Hit* link = hit(number->last, Category::noun_link);
  if (!link) return;
  const Hit* larger = hit(link->last, Category::collective);
  if (!larger) larger = hit(link->last, Category::scale);
  if (!larger) return;
  *value = times(*value, larger->sense->number);
  number->last = larger->last;
}

// "dozen", "a dozen": one of what follows.
bool NumberReader::one_of(Number* number) const {
  const Hit* dozen = hit(number->first, Category::collective);
  if (!dozen || ordinals_) return false;
  set(1, number);
  number->last = number->first;
  number->spelled = true;
  return true;
}

// "Deux douzaines" are exact, "une douzaine de stations" is not.
bool NumberReader::exact_dozen(const Decimal& factor, const Number& number) const {
  if (factor != Decimal(12)) return false;
  const Hit* link = hit(number.last, Category::noun_link);
  const bool one = number.value.low == factor;
  return !one || !hit(link ? link->last : number.last, Category::concept_);
}

// "deux douzaines", "une cinquantaine", "un millier": about, but for several dozens.
void NumberReader::collective(Number* number) const {
  if (number->scaled() || number->value.form == Form::vague) return;
  const Hit* found = hit(number->last, Category::collective);
  if (!found) return;
  const Decimal factor = found->sense->number;
  Decimal value = times(number->figure(), factor);
  number->last = found->last;
  of_larger(number, &value);
  set(value, number);
  if (factor == Decimal(12)) number->scale = factor;  // "a dozen and a half"
  number->value.form = exact_dozen(factor, *number) ? Form::exact : Form::about;
  number->article = false;
  note(number);
}

}  // namespace crosscheck
