#include "mention/amounts.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "mention/number_guards.h"
#include "mention/unit_words.h"

namespace crosscheck {
namespace {

Form form_of(absl::string_view symbol) {
  for (const Form form : {Form::about, Form::at_least, Form::more_than, Form::at_most, Form::less_than}) {
    if (symbol == to_string(form)) return form;
  }
  return Form::exact;
}

constexpr size_t kBoundWord = 7;    // bytes of a bound of one word behind a noun: "environ"
constexpr uint32_t kBareMost = 10;  // tokens of a sentence that is an amount

class AmountReader {
 public:
  explicit AmountReader(const Annotated& text) : text_(text), habit_(number_habit(text)) {}

  std::vector<Amount> run() {
    for (const SentenceRange& sentence : text_.sentences) {
      limit_ = sentence.last;
      first_ = sentence.first;
      shared_.reset();
      for (uint32_t t = sentence.first; t < sentence.last;) {
        if (is_plain_word(t)) {
          ++t;
          continue;
        }
        const uint32_t false_end = end_of_false_number(text_, t, sentence);
        if (false_end > t) {
          t = false_end;
          continue;
        }
        std::optional<Amount> amount = read(t);
        if (!amount) {
          ++t;
          continue;
        }
        t = amount->last;
        if (!is_of_name(*amount, sentence)) out_.push_back(*std::move(amount));
      }
    }
    return std::move(out_);
  }

 private:
  // A word in which neither an amount nor a false number can start; nothing stands close behind it, as in
  // "www.…" or "AB-2023".
  bool is_plain_word(uint32_t t) const {
    if (text_.tokens[t].token_class != TokenClass::word || tight(t + 1)) return false;
    const CategorySet& starting = text_.starting[t];
    for (const Category category : {Category::cardinal, Category::scale, Category::fraction, Category::half,
                                    Category::collective, Category::vague, Category::number_point,
                                    Category::minus, Category::currency, Category::false_number}) {
      if (starting.has(category)) return false;
    }
    return true;
  }

  const Hit* hit(uint32_t t, Category category) const {
    return t < limit_ ? text_.hit(t, category, limit_) : nullptr;
  }
  absl::string_view word(uint32_t t) const { return t < limit_ ? text_.word(t) : ""; }
  bool tight(uint32_t t) const { return t < limit_ && !text_.tokens[t].space_before; }

  bool is_of_name(const Amount& amount, const SentenceRange& sentence) const {
    if (amount.unit_kind != UnitKind::none || amount.bounded) return false;
    const bool counts = amount.last < limit_ && text_.tokens[amount.last].token_class == TokenClass::word &&
                        !hit(amount.last, Category::noun_stop);
    return is_number_of_name(text_, amount.number_first, amount.last, counts, sentence);
  }

  // The bound that ends right before `t`.
  const Hit* bound_before(uint32_t t) const {
    const Hit* best = nullptr;
    const uint32_t from = std::max(first_, t > 6 ? t - 6 : 0);
    for (uint32_t at = from; at < t && !best; ++at) {
      for (const Hit& found : text_.hits_at(at)) {
        if (found.sense->category == Category::bound_before && found.last == t) best = &found;
      }
    }
    return best;
  }

  std::optional<Amount> read(uint32_t t) {
    // A currency sign or a sign of plus or minus may stand before the figure.
    uint32_t start = t;
    const Hit* sign_before = nullptr;
    bool negative = false, plus = false;
    if (is_plus_or_minus(t)) {
      negative = word(t) == "-" || word(t) == "−" || word(t) == "–";
      plus = !negative;
      ++t;
    } else if (const Hit* minus = hit(t, Category::minus);
               minus && minus->sense->symbol != "after" && !is_no_sign(*minus)) {
      negative = true;
      t = minus->last;
    }
    if (const Hit* currency = hit(t, Category::currency);
        currency && is_currency_sign(text_, *currency) && currency->last < limit_) {
      sign_before = currency;
      t = currency->last;
      if (!negative && (word(t) == "-" || word(t) == "−") && tight(t) && tight(t + 1)) negative = true, ++t;
    } else if (word(t) == "%" && (t == first_ || text_.tokens[t].space_before)) {
      return percent_first(t);
    }
    auto number = read_number(text_, habit_, t, limit_);
    if (!number || (negative && number->value.form == Form::vague)) return std::nullopt;
    Amount amount;
    amount.first = start;
    amount.number_first = t;
    amount.last = amount.number_last = number->last;
    amount.value = number->value;
    amount.article = number->article;
    amount.digits = number->digits;
    amount.spelled = number->spelled;
    amount.grouped = number->grouped;
    amount.steps = number->steps;
    if (sign_before) amount.unit_kind = UnitKind::currency, amount.unit = unit_symbol(*sign_before);
    if (negative || plus) amount.signed_ = true;
    range(*number, negative, &amount);
    if (sign_before && is_false_sign(*sign_before, amount)) {
      amount.unit_kind = UnitKind::none, amount.unit.clear();
      amount.first = amount.number_first;
    }
    unit(&amount);
    bounds(&amount);
    before(&amount);
    const bool below = below_zero(&amount);
    if ((negative || below) && amount.number_last == number->last) negate(&amount.value);
    return amount;
  }

  // "-5", "- 5" with nothing else in its sentence, "(- 5 %)"
  bool is_plus_or_minus(uint32_t t) const {
    const absl::string_view sign = word(t);
    const bool minus = sign == "-" || sign == "−";
    if (!minus && sign != "+" && sign != "±" && sign != "–") return false;
    const bool free = t == first_ || text_.tokens[t].space_before || (minus && word(t - 1) == "(");
    if (!free) return false;
    if (tight(t + 1)) return sign != "–" || t == first_;
    const bool bracket = t > first_ && word(t - 1) == "(" && tight(t);
    return bracket || (t == first_ && limit_ - first_ < kBareMost && only_figures(t + 1));
  }

  // No word but of a unit: "- 5", "- 1 500 km", "- 5 %".
  bool only_figures(uint32_t from) const {
    for (uint32_t t = from; t < limit_; ++t) {
      if (text_.tokens[t].token_class == TokenClass::word && !hit(t, Category::unit) &&
          !hit(t, Category::currency) && !hit(t, Category::scale) && !hit(t, Category::percent_word))
        return false;
    }
    return true;
  }

  // "% 50"
  std::optional<Amount> percent_first(uint32_t t) {
    const Hit* percent = hit(t, Category::percent_word);
    if (!percent || t + 1 >= limit_ || text_.tokens[t + 1].token_class != TokenClass::digits ||
        (t > first_ && text_.tokens[t - 1].token_class == TokenClass::digits))
      return std::nullopt;
    std::optional<Amount> amount = read(t + 1);
    if (!amount || amount->unit_kind != UnitKind::none || amount->first != t + 1) return std::nullopt;
    amount->first = t;
    amount->unit_kind = UnitKind::percent;
    amount->unit = unit_symbol(*percent);
    return amount;
  }

  // "20 degrees below zero"
  bool below_zero(Amount* amount) const {
    const bool free = amount->unit_kind == UnitKind::measure || amount->unit_kind == UnitKind::none;
    const Hit* after = free && !amount->bounded ? hit(amount->last, Category::minus) : nullptr;
    if (!after || after->sense->symbol != "after") return false;
    amount->last = after->last;
    return true;
  }

  // "dix moins deux" is a difference, "au moins dix" a bound.
  bool is_no_sign(const Hit& minus) const {
    const uint32_t t = minus.first;
    if (bound_before(minus.last)) return true;
    return t > first_ &&
           (text_.hit(t - 1, Category::cardinal, t) || text_.hit(t - 1, Category::hour_sign, t) ||
            text_.tokens[t - 1].token_class == TokenClass::digits);
  }

  // "magnitude 6,0", "d'une magnitude d'environ 6"
  void before(Amount* amount) const {
    if (amount->unit_kind != UnitKind::none) return;
    const Hit* found = unit_before({text_, first_, limit_}, *amount);
    if (!found) return;
    amount->unit_kind = UnitKind::measure;
    amount->unit = unit_symbol(*found);
    amount->first = found->first;
  }

  static void negate(Interval* value) {
    if (value->low) value->low = -*value->low;
    if (value->high) value->high = -*value->high;
    std::swap(value->low, value->high);
  }

  // "40 à 50", "40 ou 50", "10–15", "entre 40 et 50", with a scale or unit shared by both ends.
  void range(const Number& low, bool negative, Amount* amount) {
    if (low.value.form == Form::vague) return;
    uint32_t t = amount->last;
    const Hit* open = range_open(amount->first);
    // The unit may stand on both ends: "22 mois à 3 ans", "2,2 % à 2,5 %".
    const uint32_t unit_end = end_of_unit(t, *amount);
    const Hit* hour = hit(t, Category::duration_unit);
    if (hour && hour->sense->symbol == "hour") return;  // "de 9h à 18h" are two times
    const bool behind_unit =
        unit_end > t && (hit(unit_end, Category::range_joint) || (low.digits && is_range_dash(unit_end)));
    const uint32_t joint_at = behind_unit ? unit_end : t;
    const bool dash = low.digits && is_range_dash(joint_at);
    const Hit* joint = dash ? nullptr : hit(joint_at, Category::range_joint);
    if (!dash && !joint) return;
    const std::string how = joint ? joint->sense->symbol : "to";
    const bool between = open && open->sense->symbol == "between";
    if (how == "and" && !between) return;
    uint32_t next = dash ? joint_at + 1 : joint->last;
    const bool both_negative = negative && (word(next) == "-" || word(next) == "−") && tight(next + 1);
    if (both_negative) ++next;
    if (const Hit* sign = hit(next, Category::currency); sign && is_currency_sign(text_, *sign))
      next = sign->last;
    const bool money = amount->unit_kind == UnitKind::currency;
    const auto high = read_number(text_, habit_, next, limit_, money);
    if (!high || !high->value.low || high->value.form == Form::vague || high->article) return;
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
    amount->steps.push_back(absl::StrCat("a range from ", first.to_string(), " to ", second.to_string()));
  }

  // "deux à trois cents"
  static bool shares_hundred(const Decimal& low, const Decimal& high) {
    const auto hundreds = divide(high, 100, 2);
    return hundreds && hundreds->is_integer() && *hundreds < Decimal(10) && low < *hundreds;
  }

  // "10–15", "$5m-$10m"
  bool is_range_dash(uint32_t t) const {
    if (t + 1 >= limit_ || (word(t) != "-" && word(t) != "–" && word(t) != "—" && word(t) != "~"))
      return false;
    if (tight(t + 1) != tight(t)) return false;
    const Hit* sign = hit(t + 1, Category::currency);
    const uint32_t next = sign && is_currency_sign(text_, *sign) ? sign->last : t + 1;
    return next < limit_ && text_.tokens[next].token_class == TokenClass::digits;
  }

  // "22 mois à 3 ans": the figures alone tell no order.
  bool other_duration(uint32_t left, uint32_t right) const {
    const Hit* low = hit(left, Category::duration_unit);
    const Hit* high = hit(right, Category::duration_unit);
    return low && high && low->sense->symbol != high->sense->symbol;
  }

  // "40 ou 50" is one amount, "un ou 50" is not.
  static bool plausible_or(const Decimal& low, const Decimal& high) {
    return high <= multiply(low, Decimal(2)).value_or(low);
  }

  const Hit* range_open(uint32_t t) const {
    for (uint32_t at = t > 2 ? t - 2 : 0; at < t; ++at) {
      if (at < first_) continue;
      for (const Hit& found : text_.hits_at(at)) {
        if (found.sense->category == Category::range_open && found.last == t) return &found;
      }
    }
    return nullptr;
  }

  uint32_t end_of_unit(uint32_t t, const Amount& amount) const {
    for (const Category category : {Category::percent_word, Category::duration_unit}) {
      if (const Hit* found = hit(t, category)) return found->last;
    }
    const UnitPlace place{text_, first_, limit_};
    const Hit* found = currency_at(place, t, amount);
    if (!found) found = measure_at(place, t, amount);
    return found ? found->last : t;
  }

  void unit(Amount* amount) {
    uint32_t t = amount->last;
    if (word(t) == "-" && tight(t) && tight(t + 1)) ++t;  // "16-year-old", "90-minute"
    if (const Hit* percent = hit(t, Category::percent_word)) {
      return take(UnitKind::percent, *percent, amount);
    }
    // "10 milliards de dollars", "25 M€", "4,000 euro", "8,8 millions d'euros"
    uint32_t at = t;
    if (const Hit* link = hit(at, Category::noun_link); link && link->last - link->first == 1)
      at = link->last;
    const UnitPlace place{text_, first_, limit_};
    const bool linked = at == t || scaled_or_spelled(*amount);
    const bool free = amount->unit_kind == UnitKind::none;
    const Hit* measure = free && linked ? measure_at(place, at, *amount) : nullptr;
    const Hit* duration = free ? duration_at(t, at, *amount) : nullptr;
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
    per(amount);
  }

  // "deux heures", "une dizaine de jours"
  const Hit* duration_at(uint32_t t, uint32_t behind_link, const Amount& amount) const {
    const Hit* found = hit(t, Category::duration_unit);
    if (found) return unit_fits(*found, t) ? found : nullptr;
    const bool rounded =
        amount.spelled && (amount.value.form == Form::about || amount.value.form == Form::vague);
    return behind_link > t && rounded ? hit(behind_link, Category::duration_unit) : nullptr;
  }

  // A one-letter unit ("s", "h", "m") must stand close to a figure.
  bool unit_fits(const Hit& found, uint32_t t) const {
    const bool letter = text_.span(found.first, found.last).size() == 1;
    return !letter || (t > 0 && text_.tokens[t - 1].token_class == TokenClass::digits);
  }

  static bool scaled_or_spelled(const Amount& amount) {
    const bool large = amount.value.low && Decimal(999) < *amount.value.low;
    return amount.spelled || large || amount.value.form == Form::vague;
  }

  void take(UnitKind kind, const Hit& found, Amount* amount) {
    amount->unit_kind = kind;
    amount->unit = unit_symbol(found);
    amount->last = found.last;
    if (!pending_low_unit_.empty() && pending_low_unit_ != amount->unit) {
      amount->unit_high = amount->unit;
      amount->unit = pending_low_unit_;
    }
    pending_low_unit_.clear();
    // "deux heures et demie", "a mile and a half"
    if (kind == UnitKind::cent || !amount->value.low) return;
    const Hit* half = hit(amount->last, Category::half);
    if (!half || half->sense->symbol != "after") return;
    amount->value.low = add(*amount->value.low, Decimal(5, -1));
    if (amount->value.high) amount->value.high = add(*amount->value.high, Decimal(5, -1));
    amount->last = half->last;
  }

  void per(Amount* amount) {
    if (amount->unit_kind != UnitKind::currency && amount->unit_kind != UnitKind::cent) return;
    const Hit* found = hit(amount->last, Category::per);
    if (!found) return;
    amount->per = found->sense->symbol;
    amount->last = found->last;
  }

  void bounds(Amount* amount) {
    const Hit* before = bound_before(amount->first);
    Form form = before ? form_of(before->sense->symbol) : Form::exact;
    uint32_t first = before ? before->first : amount->first;
    if (!before && shared_ && shares(*amount)) {
      form = *shared_;
      first = amount->first;
    }
    uint32_t last = amount->last;
    if (form == Form::exact) {
      // "40-odd"
      const bool hyphen = word(amount->last) == "-" && tight(amount->last) && tight(amount->last + 1);
      const Hit* after = hit(amount->last + (hyphen ? 1 : 0), Category::bound_after);
      if (word(amount->last) == "+" && tight(amount->last)) {
        form = Form::at_least;
        last = amount->last + 1;
      } else if (after) {
        form = form_of(after->sense->symbol);
        last = after->last;
      } else if (const Hit* behind = bound_behind_noun(*amount)) {
        form = form_of(behind->sense->symbol);
      }
    }
    if (form == Form::exact || amount->value.form == Form::vague) return;
    amount->first = first;
    amount->last = last;
    amount->bounded = true;
    amount->steps.push_back(
        absl::StrCat("'", text_.text(text_.span(amount->first, amount->last)), "' → ", to_string(form)));
    apply(form, &amount->value);
    shared_ = before ? std::optional<Form>(form) : std::nullopt;
    shared_at_ = last;
  }

  // "300 personnes au maximum", "200 people or more": the noun is not the amount's, the bound is.
  const Hit* bound_behind_noun(const Amount& amount) const {
    const uint32_t noun = amount.last;
    if (amount.unit_kind != UnitKind::none || noun >= limit_ ||
        text_.tokens[noun].token_class != TokenClass::word || hit(noun, Category::noun_stop) ||
        hit(noun, Category::filler))
      return nullptr;
    const Hit* behind = hit(noun + 1, Category::bound_after);
    if (!behind || (behind->last == noun + 2 && word(noun + 1).size() < kBoundWord)) return nullptr;
    // "300 people approximately 3 hours ago", "3 personnes au moins dix fois"
    const bool next_figure = behind->last < limit_ &&
                             (text_.tokens[behind->last].token_class == TokenClass::digits ||
                              hit(behind->last, Category::cardinal) || hit(behind->last, Category::currency));
    return next_figure ? nullptr : behind;
  }

  // "plus de 2 900 morts, de 5 600 blessés": a bound goes on over a list that repeats its link.
  bool shares(const Amount& amount) const {
    if (amount.first < 2 || amount.first - 1 <= shared_at_ || amount.first - shared_at_ > 8) return false;
    const Hit* link = text_.hit(amount.first - 1, Category::noun_link, amount.first);
    return link && link->last == amount.first && text_.word(amount.first - 2) == ",";
  }

  static void apply(Form form, Interval* value) {
    value->form = form;
    switch (form) {
      case Form::more_than:
      case Form::at_least:
        value->high.reset();
        break;
      case Form::less_than:
      case Form::at_most:
        if (!value->high) value->high = value->low;
        value->low.reset();
        break;
      case Form::about:
        if (value->low != value->high) value->form = Form::between;  // "environ 40 à 50"
        break;
      default:
        break;
    }
  }

  const Annotated& text_;
  const NumberHabit habit_;
  uint32_t first_ = 0, limit_ = 0;
  std::optional<Form> shared_;
  uint32_t shared_at_ = 0;
  std::string pending_low_unit_;
  std::vector<Amount> out_;
};

}  // namespace

std::vector<Amount> read_amounts(const Annotated& text) { return AmountReader(text).run(); }

}  // namespace crosscheck
