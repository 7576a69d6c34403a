#include "mention/numbers.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

constexpr int kWordsMost = 24;  // tokens of one spelled-out number

Decimal times(const Decimal& a, const Decimal& b) { return multiply(a, b).value_or(a); }
Decimal plus(const Decimal& a, const Decimal& b) { return add(a, b).value_or(a); }

class NumberReader {
 public:
  NumberReader(const Annotated& text, const NumberHabit& habit, uint32_t limit, NumberOptions options)
      : text_(text),
        habit_(habit),
        limit_(std::min<uint32_t>(limit, static_cast<uint32_t>(text.tokens.size()))),
        options_(options) {}

  std::optional<Number> run(uint32_t at) {
    if (at >= limit_) return std::nullopt;
    Number number;
    number.first = number.last = at;
    const bool found =
        digits(&number) || vague(&number) || half_before(&number) || words(&number) || one_of(&number);
    if (!found) return std::nullopt;
    scales(&number);
    collective(&number);
    half_after(&number);
    part_of_unit(&number);
    number.article &= number.last == number.first + 1;
    return number;
  }

 private:
  bool is_digits(uint32_t t) const { return t < limit_ && text_.tokens[t].token_class == TokenClass::digits; }
  absl::string_view word(uint32_t t) const { return t < limit_ ? text_.word(t) : ""; }
  bool tight(uint32_t t) const { return t < limit_ && !text_.tokens[t].space_before; }
  const Hit* hit(uint32_t t, Category category) const {
    return t < limit_ ? text_.hit(t, category, limit_) : nullptr;
  }

  void set(Decimal value, Number* number) const {
    number->value.low = number->value.high = value;
    number->value.form = Form::exact;
    number->mantissa = value;
  }

  // A name or code holds the figure: "TF1", "GPT-4", "A380", "F-16", "4.0.1".
  bool in_name(uint32_t t) const {
    if (t == 0 || !tight(t)) return false;
    const Token& before = text_.tokens[t - 1];
    if (before.token_class == TokenClass::word) {
      const Hit* known = text_.hit(t - 1, Category::currency, t);
      return !known;
    }
    const absl::string_view sign = text_.word(t - 1);
    if (sign == "-" && t >= 2 && tight(t - 1)) {
      const Token& name = text_.tokens[t - 2];
      return name.token_class == TokenClass::word && name.capitals != Capitals::none &&
             !text_.hit(t - 2, Category::month, t - 1);
    }
    return sign == "#" || sign == "@" || sign == "_" || sign == "/" ? t >= 2 && sign != "/" : false;
  }

  bool is_group_sign(absl::string_view sign) const {
    const auto& groups = text_.language->groups;
    return std::any_of(groups.begin(), groups.end(), [&](const std::string& known) { return known == sign; });
  }

  bool three(uint32_t t) const { return is_digits(t) && word(t).size() == 3; }

  bool digits(Number* number) const {
    uint32_t t = number->first;
    if (!is_digits(t) || in_name(t)) return false;
    std::string figures(word(t));
    if (figures.size() > 18) return false;
    number->digits = true;
    ++t;
    if (figures.size() <= 3 && figures[0] != '0') groups(&t, &figures, number);
    std::string decimals;
    if (decimal_at(t, number->grouped)) {
      decimals = std::string(word(t + 1));
      t += 2;
    } else if (!number->grouped && t + 1 < limit_ && tight(t) && tight(t + 1) && is_digits(t + 1) &&
               (word(t) == "." || word(t) == ":") && t + 3 < limit_ && word(t + 2) == word(t) &&
               is_digits(t + 3)) {
      return false;  // 4.0.1, 12:42:17
    }
    const auto value = Decimal::parse(decimals.empty() ? figures : absl::StrCat(figures, ".", decimals));
    if (!value) return false;
    set(*value, number);
    number->last = t;
    return true;
  }

  // "7 500", "7.500", "700'000": groups of three with one sign throughout.
  void groups(uint32_t* t, std::string* figures, Number* number) const {
    std::string sign;
    while (*t < limit_) {
      if (is_digits(*t) && text_.tokens[*t].space_before && three(*t) && !text_.tokens[*t].line_before &&
          (sign.empty() || sign == " ")) {
        sign = " ";
        absl::StrAppend(figures, word(*t));
        ++*t;
      } else if (group_sign_at(*t, sign)) {
        sign = std::string(word(*t));
        absl::StrAppend(figures, word(*t + 1));
        *t += 2;
      } else {
        break;
      }
      number->grouped = true;
    }
  }

  bool group_sign_at(uint32_t t, const std::string& sign) const {
    if (!tight(t) || !three(t + 1) || !tight(t + 1)) return false;
    const absl::string_view here = word(t);
    if (!sign.empty() && here != sign) return false;
    const bool other = here == text_.language->decimal;
    if (!is_group_sign(here) && !(other && (here == "," || here == "."))) return false;
    // "1,271 million": a scale behind makes it a decimal; so does the sign of decimals unless more groups
    // follow.
    const bool more = tight(t + 2) && word(t + 2) == here && three(t + 3);
    if (!more && sign.empty() && (hit(t + 2, Category::scale) || hit(t + 2, Category::percent_word)))
      return false;
    if (!other) return true;
    return more || (here == "," ? habit_.comma_groups : habit_.point_groups) || word(t + 1) == "000";
  }

  bool decimal_at(uint32_t t, bool grouped) const {
    if (!tight(t) || !is_digits(t + 1) || !tight(t + 1)) return false;
    const absl::string_view sign = word(t);
    if (sign != "." && sign != ",") return false;
    // A second sign of the same kind makes it a date or version.
    if (tight(t + 2) && (word(t + 2) == "." || word(t + 2) == ":") && is_digits(t + 3) && tight(t + 3))
      return false;
    if (sign == text_.language->decimal) return true;
    // The other sign: a decimal when what follows is no group, "3.5" in a French text; in English a comma
    // never is.
    if (sign == "." && !grouped) return word(t + 1).size() != 3 || hit(t + 2, Category::scale);
    return grouped && sign == ".";
  }

  // "plusieurs", "des milliers", "hundreds of".
  bool vague(Number* number) const {
    const Hit* found = hit(number->first, Category::vague);
    if (!found) return false;
    const Hit* larger = hit(found->last, Category::collective);
    const Hit* scale = larger ? nullptr : hit(found->last, Category::scale);
    if (found->sense->number.is_zero() && !larger && !scale) return false;
    Decimal least = found->sense->number.is_zero() ? Decimal(2) : found->sense->number;
    number->last = found->last;
    if (larger || scale) {
      const Hit* unit = larger ? larger : scale;
      least = times(least, unit->sense->number);
      number->last = unit->last;
      // "plusieurs dizaines de milliers"
      const Hit* link = hit(number->last, Category::noun_link);
      const Hit* on = link ? hit(link->last, Category::collective) : nullptr;
      const Hit* on_scale = link && !on ? hit(link->last, Category::scale) : nullptr;
      if (on || on_scale) {
        least = times(least, (on ? on : on_scale)->sense->number);
        number->last = (on ? on : on_scale)->last;
      }
    }
    set(least, number);
    // "several" says less than ten of what it counts; "des milliers" has no upper end.
    const bool open = found->sense->number.is_zero() || Decimal(9) < found->sense->number;
    number->value.high = open ? std::nullopt : divide(times(least, 9), found->sense->number, 0);
    number->value.form = Form::vague;
    number->spelled = true;
    return true;
  }

  // "half a million", "un demi-million".
  bool half_before(Number* number) const {
    uint32_t t = number->first;
    if (const Hit* one = hit(t, Category::cardinal); one && one->sense->number == Decimal(1)) t = one->last;
    const Hit* found = hit(t, Category::half);
    if (!found || found->sense->symbol != "before") return false;
    t = found->last;
    if (word(t) == "-") ++t;
    const Hit* scale = hit(t, Category::scale);
    if (!scale) scale = hit(t, Category::collective);
    if (!scale && !hit(t, Category::duration_unit)) return false;
    set(times(scale ? scale->sense->number : Decimal(1), Decimal(5, -1)), number);
    number->last = scale ? scale->last : t;
    number->spelled = true;
    return true;
  }

  // Spelled out: units added under tens, tens under hundreds, hundreds under scales.
  bool words(Number* number) const {
    Decimal total, part;
    int64_t room = 1000;  // what is added next must be smaller
    uint32_t t = number->first;
    bool any = false;
    int used = 0;
    while (t < limit_ && used++ < kWordsMost) {
      const Hit* unit = hit(t, Category::cardinal);
      const Hit* scale = unit ? nullptr : hit(t, Category::scale);
      if (scale && scale->sense->number == Decimal(1000) && room > 0 &&
          (total.is_zero() || Decimal(1000) < total)) {
        total = plus(total, part.is_zero() ? Decimal(1000) : times(part, 1000));
        part = 0, room = 1000;
        t = scale->last;
      } else if (unit && fits(unit->sense->number, part, &room)) {
        const bool hundred = unit->sense->number == Decimal(100);
        part = hundred && !part.is_zero() ? times(part, 100) : plus(part, unit->sense->number);
        t = unit->last;
      } else {
        break;
      }
      number->last = t;
      any = true;
      if (word(t) == "-" && tight(t) && tight(t + 1)) {
        ++t;
      } else if (const Hit* joint = options_.joints ? hit(t, Category::number_joint) : nullptr;
                 joint && joins(joint->last, part, total)) {
        t = joint->last;
        if (word(t) == "-") ++t;
      }
    }
    if (!any) return false;
    set(plus(total, part), number);
    number->spelled = true;
    const Hit* one = hit(number->first, Category::cardinal);
    number->article = one && one->last == number->last && one->sense->number == Decimal(1);
    return true;
  }

  // "a dozen", "a million": one of what follows.
  bool one_of(Number* number) const {
    const Hit* dozen = hit(number->first, Category::collective);
    const Hit* scale = hit(number->first, Category::scale);
    if (!dozen && !(scale && scale->last > scale->first + 1)) return false;
    set(1, number);
    number->last = number->first;
    number->spelled = true;
    return true;
  }

  // Whether a unit may follow what was read; `room` then shrinks to what may follow the unit.
  static bool fits(const Decimal& unit, const Decimal& part, int64_t* room) {
    if (unit.is_zero()) return part.is_zero() && *room == 1000 ? (*room = 0, true) : false;
    if (unit == Decimal(100)) {
      if (*room < 1000 && !(part < Decimal(100) && !part.is_zero() && *room > 0)) return false;
      if (!part.is_zero() && !(part < Decimal(100))) return false;
      *room = 100;
      return true;
    }
    if (!(unit < Decimal(*room))) return false;
    // After 60 and 80 French goes on to 19; after other tens to 9; after 10 only 7 to 9 ("dix-sept").
    const int64_t value =
        static_cast<int64_t>(absl::int128(unit.coefficient())) * (unit.exponent() == 1 ? 10 : 1);
    if (value == 60 || value == 80) {
      *room = 20;
    } else if (value >= 20) {
      *room = 10;
    } else if (value == 10) {
      *room = part.is_zero() ? 0 : 10;
    } else {
      *room = value < 10 && part.is_zero() ? 1 : 0;  // "deux" may still meet "cent" or "mille"
    }
    return true;
  }

  // "vingt et un", "two hundred and one": the joint goes on only into a smaller unit.
  bool joins(uint32_t after, const Decimal& part, const Decimal& total) const {
    const Hit* next = hit(after, Category::cardinal);
    if (!next) return false;
    const Decimal& unit = next->sense->number;
    const bool english_like = text_.language->decimal == ".";
    const Hit* more = hit(next->last, Category::cardinal);
    if (more && more->sense->number == Decimal(100)) return false;  // "two hundred and three hundred"
    if (english_like)
      return (!(part < Decimal(100)) || (part.is_zero() && !total.is_zero())) && unit < Decimal(100);
    return !(part < Decimal(20)) && (unit == Decimal(1) || unit == Decimal(11));
  }

  // "million", "milliards", "bn": multiply, also one after another ("70 000 millions").
  void scales(Number* number) const {
    if (number->value.form == Form::vague && number->last > number->first + 1) return;
    for (int rounds = 0; rounds < 3; ++rounds) {
      uint32_t t = number->last;
      if (word(t) == "-" && tight(t)) ++t;
      const Hit* scale = hit(t, Category::scale);
      if (!scale) scale = scale_sign(t);
      if (!scale) return;
      const Decimal factor = scale->sense->number;
      if (number->value.low) number->value.low = times(*number->value.low, factor);
      if (number->value.high) number->value.high = times(*number->value.high, factor);
      number->scale = times(number->scale, factor);
      number->last = scale->last;
      number->steps.push_back(absl::StrCat("'", text_.text(text_.span(number->first, number->last)), "' = ",
                                           number->mantissa.to_string(), " × ", number->scale.to_string()));
    }
  }

  // "13bn", "2.5m", "1,3 Md€": letters close to the figure, or before a currency.
  const Hit* scale_sign(uint32_t t) const {
    const Hit* sign = hit(t, Category::scale_sign);
    if (!sign) return nullptr;
    const bool currency = hit(sign->last, Category::currency) != nullptr;
    const bool dollar = currency_before_ || currency;
    const absl::string_view letters = word(t);
    // Cases tell apart "M" and "m", "Md" and "md": a capital letter of the data asks for one in the text.
    if (letters.size() == 1 && !dollar && !(letters == "k" && tight(t))) return nullptr;
    return tight(t) || dollar || letters.size() > 1 ? sign : nullptr;
  }

  // "deux douzaines", "une cinquantaine", "un millier": about, but for the dozen, which is exact.
  void collective(Number* number) const {
    const Hit* found = hit(number->last, Category::collective);
    if (!found || number->scaled() || number->value.form == Form::vague) return;
    const Decimal factor = found->sense->number;
    if (number->value.low) number->value.low = number->value.high = times(*number->value.low, factor);
    number->mantissa = *number->value.low;
    number->value.form = factor == Decimal(12) ? Form::exact : Form::about;
    number->last = found->last;
    number->article = false;
    number->steps.push_back(absl::StrCat("'", text_.text(text_.span(number->first, number->last)), "' is ",
                                         to_string(number->value.form), " ", number->value.low->to_string()));
    const Hit* link = hit(number->last, Category::noun_link);
    const Hit* scale = link ? hit(link->last, Category::scale) : nullptr;
    if (!scale) return;
    number->value.low = number->value.high = times(*number->value.low, scale->sense->number);
    number->scale = scale->sense->number;
    number->last = scale->last;
  }

  // "3 millions et demi", "a million and a half".
  void half_after(Number* number) const {
    const Hit* found = hit(number->last, Category::half);
    if (!found || found->sense->symbol != "after" || !number->scaled() || !number->value.low) return;
    const Decimal half = times(number->scale, Decimal(5, -1));
    number->value.low = plus(*number->value.low, half);
    if (number->value.high) number->value.high = plus(*number->value.high, half);
    number->last = found->last;
  }

  // "three-quarters of a minute", "trois quarts d'heure"
  void part_of_unit(Number* number) const {
    uint32_t t = number->last;
    if (word(t) == "-") ++t;
    const Hit* part = hit(t, Category::fraction);
    const Hit* link = part ? hit(part->last, Category::noun_link) : nullptr;
    if (!link || !number->value.low) return;
    const Hit* one = hit(link->last, Category::cardinal);
    const uint32_t unit = one && one->sense->number == Decimal(1) ? one->last : link->last;
    const auto value = hit(unit, Category::duration_unit) ? divide(*number->value.low, part->sense->number, 4)
                                                          : std::nullopt;
    if (!value) return;
    set(*value, number);
    number->last = unit;
  }

 public:
  void set_currency_before(bool before) { currency_before_ = before; }

 private:
  const Annotated& text_;
  const NumberHabit& habit_;
  uint32_t limit_;
  NumberOptions options_;
  bool currency_before_ = false;
};

}  // namespace

NumberHabit number_habit(const Annotated& text) {
  NumberHabit habit;
  const auto digits = [&](uint32_t t, size_t size) {
    return t < text.tokens.size() && text.tokens[t].token_class == TokenClass::digits &&
           (size == 0 || text.word(t).size() == size);
  };
  for (uint32_t t = 0; t + 2 < text.tokens.size(); ++t) {
    if (!digits(t, 0)) continue;
    const absl::string_view sign = text.word(t + 1);
    const bool joined =
        !text.tokens[t + 1].space_before && !text.tokens[t + 2].space_before && digits(t + 2, 0);
    if (t > 0 && text.hit(t - 1, Category::currency, t) && (t < 2 || !digits(t - 2, 0)))
      habit.currency_before = true;
    if (!joined || (sign != "," && sign != ".")) continue;
    const bool twice =
        t + 4 < text.tokens.size() && text.word(t + 3) == sign && digits(t + 4, 3) && digits(t + 2, 3);
    if (sign == "," && twice) habit.comma_groups = true;
    if (sign == "." && twice) habit.point_groups = true;
  }
  return habit;
}

std::optional<Number> read_number(const Annotated& text, const NumberHabit& habit, uint32_t token,
                                  uint32_t limit, NumberOptions options) {
  NumberReader reader(text, habit, limit, options);
  reader.set_currency_before(token > 0 && text.hit(token - 1, Category::currency, token) != nullptr);
  return reader.run(token);
}

}  // namespace crosscheck
