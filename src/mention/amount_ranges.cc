// Ranges: "40 à 50", "10–15 %", "22 mois à 3 ans", with a scale or unit shared by both ends.
#include "absl/strings/str_cat.h"
#include "mention/amount_reader.h"

namespace crosscheck {

// "40 à 50", "40 ou 50", "10–15", "entre 40 et 50", with a scale or unit shared by both ends.
void AmountReader::range(const Number& low, bool negative, Amount* amount) {
  if (low.value.form == Form::vague) return;
  uint32_t t = amount->last;
  const Hit* open = range_open(amount->first);
  // The unit may stand on both ends: "22 mois à 3 ans", "2,2 % à 2,5 %".
  const uint32_t unit_end = end_of_unit(t, *amount);
  const Hit* hour = hit(t, Category::duration_unit);
  if (hour && hour->is("hour")) return;  // "de 9h à 18h" are two times
  const bool behind_unit =
      unit_end > t && (hit(unit_end, Category::range_joint) || (low.digits && is_range_dash(unit_end)));
  const uint32_t joint_at = behind_unit ? unit_end : t;
  const bool dash = low.digits && is_range_dash(joint_at);
  const Hit* joint = dash ? nullptr : hit(joint_at, Category::range_joint);
  if (!dash && !joint) return;
  const std::string how = joint ? joint->sense->symbol : "to";
  const bool between = open && open->is("between");
  if ((how == "and" && !between) || (!open && tells_step(amount->first))) return;
  uint32_t next = dash ? joint_at + 1 : joint->last;
  const bool both_negative = negative && (word(next) == "-" || word(next) == "−") && tight(next + 1);
  if (both_negative) ++next;
  if (const Hit* sign = hit(next, Category::currency); sign && is_currency_sign(text_, *sign))
    next = sign->last;
  const bool money = amount->unit_kind == UnitKind::currency;
  const auto high = read_number(text_, habit_, next, limit_, money);
  if (!high || !high->value.low || high->value.form == Form::vague || high->article) return;
  if (behind_unit && has_other_unit(t, high->last)) return;
  Decimal first = *low.value.low, second = *high->value.low;
  // "10 à 15 millions": the scale is for both when the first would be out of proportion.
  if (high->scaled() && !low.scaled()) first = multiply(first, high->scale).value_or(first);
  if (low.spelled && high->spelled && shares_hundred(first, second))
    first = multiply(first, 100).value_or(first);
  // "de -10 à -5", "-2 à 5": the first sign is not for both.
  if (negative) first = -first;
  if (both_negative) second = -second;
  const bool two_units = unit_end > t && joint_at == unit_end && other_duration(t, high->last);
  if (!(first < second) && !two_units) return;
  if (how == "or" && !plausible_or(first, second)) return;
  amount->value = {first, second, Form::between};
  amount->last = amount->number_last = high->last;
  amount->bounded = true;
  amount->article = false;
  amount->digits |= high->digits;
  if (open) amount->first = open->first;
  if (unit_end > t && joint_at == unit_end) {
    Amount left;
    left.last = left.number_last = t;
    unit(&left);
    pending_low_unit_ = left.unit;
  }
  if (text_.with_steps)
    amount->steps.push_back(absl::StrCat("a range from ", first.to_string(), " to ", second.to_string()));
}

// "10–15", "$5m-$10m"
bool AmountReader::is_range_dash(uint32_t t) const {
  if (t + 1 >= limit_ || (word(t) != "-" && word(t) != "–" && word(t) != "—" && word(t) != "~")) return false;
  if (tight(t + 1) != tight(t)) return false;
  const Hit* sign = hit(t + 1, Category::currency);
  const uint32_t next = sign && is_currency_sign(text_, *sign) ? sign->last : t + 1;
  return next < limit_ && text_.tokens[next].token_class == TokenClass::digits;
}

// "rose by three to 34"
bool AmountReader::tells_step(uint32_t first) const {
  const Hit* by = first > first_ ? hit(first - 1, Category::difference) : nullptr;
  return by && by->is("before");
}

// What stands behind the figures that end before `low` and `high` is no unit of both: "rose 11% to $23.40",
// "fell 1.2 % to 6,358 points", "de quatre minutes à cinq hommes" (it took them so long).
bool AmountReader::has_other_unit(uint32_t low, uint32_t high) const {
  if (const Hit* share = hit(low, Category::percent_word)) {
    const Hit* other = hit(high, Category::percent_word);
    return !other || other->sense->symbol != share->sense->symbol;
  }
  const bool counts = high < limit_ && text_.tokens[high].token_class == TokenClass::word &&
                      !hit(high, Category::duration_unit);
  return counts && hit(low, Category::duration_unit);
}

// "22 mois à 3 ans": the figures alone tell no order.
bool AmountReader::other_duration(uint32_t left, uint32_t right) const {
  const Hit* low = hit(left, Category::duration_unit);
  const Hit* high = hit(right, Category::duration_unit);
  return low && high && low->sense->symbol != high->sense->symbol;
}

const Hit* AmountReader::range_open(uint32_t t) const {
  for (uint32_t at = t > 2 ? t - 2 : 0; at < t; ++at) {
    if (at < first_) continue;
    for (const Hit& found : text_.hits_at(at, Category::range_open)) {
      if (found.category == Category::range_open && found.last == t) return &found;
    }
  }
  return nullptr;
}

uint32_t AmountReader::end_of_unit(uint32_t t, const Amount& amount) const {
  for (const Category category : {Category::percent_word, Category::duration_unit}) {
    if (const Hit* found = hit(t, category)) return found->last;
  }
  const UnitPlace place{text_, first_, limit_};
  const Hit* found = currency_at(place, t, amount);
  if (!found) found = measure_at(place, t, amount);
  return found ? found->last : t;
}

}  // namespace crosscheck
