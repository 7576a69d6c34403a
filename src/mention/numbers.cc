#include "mention/numbers.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "mention/digit_numbers.h"
#include "mention/unit_words.h"
#include "mention/word_numbers.h"
#include "text/digits.h"

namespace crosscheck {
namespace {

constexpr int kPartsMost = 8;        // of one number: "two billion three hundred million …"
constexpr int kDecimalsMost = 12;    // told in words
constexpr int kFractionPlaces = 12;  // of a fraction that is not exact
constexpr int kPowerMost = 60;       // exponents that are read

Decimal times(const Decimal& a, const Decimal& b) { return multiply(a, b).value_or(a); }
Decimal plus(const Decimal& a, const Decimal& b) { return add(a, b).value_or(a); }

class NumberReader {
 public:
  NumberReader(const Annotated& text, const NumberHabit& habit, uint32_t limit, bool ordinals)
      : text_(text),
        habit_(habit),
        limit_(std::min<uint32_t>(limit, static_cast<uint32_t>(text.tokens.size()))),
        ordinals_(ordinals) {}

  std::optional<Number> run(uint32_t at) {
    if (at >= limit_) return std::nullopt;
    Number number;
    number.first = number.last = at;
    if (!vague(&number) && !half_before(&number) && !fraction_of(&number) && !point_first(&number) &&
        !parts(&number) && !one_of(&number))
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

 private:
  absl::string_view word(uint32_t t) const { return t < limit_ ? text_.word(t) : ""; }
  bool tight(uint32_t t) const { return t < limit_ && !text_.tokens[t].space_before; }
  bool is_digits(uint32_t t) const { return t < limit_ && text_.tokens[t].token_class == TokenClass::digits; }
  const Hit* hit(uint32_t t, Category category) const {
    return t < limit_ ? text_.hit(t, category, limit_) : nullptr;
  }

  static void set(Decimal value, Number* number) {
    number->value = {value, value, Form::exact};
    number->mantissa = value;
  }

  void note(Number* number) const {
    number->steps.push_back(absl::StrCat("'", text_.text(text_.span(number->first, number->last)),
                                         "' = ", number->figure().to_string()));
  }

  // A value below the scale that follows it, in digits or in words.
  struct Part {
    uint32_t last = 0;
    Decimal value;
    bool ordinal = false, single = false, digits = false;
  };

  std::optional<Part> part(uint32_t at, Number* number) const {
    if (const auto figure = read_digits(text_, habit_, at, limit_)) {
      number->digits = true;
      number->grouped |= figure->grouped;
      const uint32_t hundred = digits_hundred(*figure);
      if (hundred > figure->last) return Part{hundred, times(figure->value, 100), false, false, false};
      return Part{figure->last, figure->value, false, false, true};
    }
    const auto words = read_word_number(text_, at, limit_, ordinals_);
    if (!words) return std::nullopt;
    number->spelled = true;
    return Part{words->last, Decimal(words->value), words->ordinal, words->single, false};
  }

  // "12 hundred"; "3 cents" are coins.
  uint32_t digits_hundred(const DigitNumber& figure) const {
    const Hit* hundred = hit(figure.last, Category::cardinal);
    const bool fits = hundred && hundred->sense->number == Decimal(100) && figure.value < Decimal(100) &&
                      text_.tokens[figure.last].space_before && !hit(figure.last, Category::currency_cent);
    return fits ? hundred->last : figure.last;
  }

  // What was read so far, scale by scale: "deux millions" (2 000 000, of 1 000 000), "trois cents" (300, of
  // 1).
  struct Sum {
    struct Term {
      Decimal value, scale;
    };
    std::vector<Term> terms;

    // "deux cent mille millions": a scale multiplies all that stands before it and is smaller.
    void scale_up(std::optional<Decimal> value, const Decimal& scale) {
      Decimal all = value.value_or(Decimal(0));
      // "a million million"
      const auto below = [&] {
        return terms.back().scale < scale || (!value && terms.back().scale == scale);
      };
      while (!terms.empty() && below()) {
        all = plus(all, terms.back().value);
        terms.pop_back();
      }
      if (all.is_zero() && !value) all = Decimal(1);
      terms.push_back({times(all, scale), scale});
    }
    Decimal total() const {
      Decimal all;
      for (const Term& term : terms) all = plus(all, term.value);
      return all;
    }
  };

  bool parts(Number* number) const {
    Sum sum;
    uint32_t t = number->first;
    Decimal mantissa;
    bool single = false, last_scaled = false;
    for (int round = 0; round < kPartsMost; ++round) {
      auto next = part(t, number);
      if (next && !fits(*next, t > number->last, sum)) break;
      uint32_t after = next ? next->last : t;
      if (next && !next->digits) decimals_in_words(&after, &next->value);
      const Hit* scale = next && next->ordinal ? nullptr : scale_at(after, next.has_value(), sum);
      if (!next && !scale) break;
      if (round == 0) mantissa = next ? next->value : Decimal(1), single = next && next->single;
      number->ordinal = next && next->ordinal;
      std::optional<Decimal> value;
      if (next) value = next->value;
      if (!scale) sum.terms.push_back({*value, Decimal(1)});
      for (int scales = 0; scale && scales < 3; ++scales) {
        sum.scale_up(value, scale->sense->number);
        number->ordinal |= scale->sense->category == Category::ordinal;
        value.reset();
        after = scale->last;
        number->spelled |= text_.tokens[scale->first].token_class == TokenClass::word && !tight(scale->first);
        scale = number->ordinal ? nullptr : scale_at(after, false, sum);
      }
      number->last = t = after;
      last_scaled = sum.terms.back().scale != Decimal(1);
      if (!last_scaled || number->ordinal) break;
      t = next_part(t);
    }
    if (number->last == number->first) return false;
    set(sum.total(), number);
    if (last_scaled && !number->ordinal) scale_of_scale(number, &sum);
    if (last_scaled && sum.terms.size() == 1 && !number->ordinal) {
      number->mantissa = mantissa;
      number->scale = divide(number->figure(), mantissa, 0).value_or(Decimal(1));
    }
    const Hit* one = hit(number->first, Category::cardinal);
    number->article = single && one && one->last == number->last && one->sense->number == Decimal(1);
    if (number->last > number->first + 1) note(number);
    return true;
  }

  // "un million de milliards"
  void scale_of_scale(Number* number, Sum* sum) const {
    const Hit* link = hit(number->last, Category::noun_link);
    const Hit* scale = link ? hit(link->last, Category::scale) : nullptr;
    if (!scale || scale->sense->number < Decimal(1000000) ||
        text_.tokens[scale->first].token_class != TokenClass::word)
      return;
    const Decimal all = times(sum->total(), scale->sense->number);
    sum->terms.assign(1, {all, scale->sense->number});
    set(all, number);
    number->last = scale->last;
  }

  // "2 milliards 300 millions", "two thousand and one", "1 million 200 000".
  bool fits(const Part& next, bool joined, const Sum& sum) const {
    if (sum.terms.empty()) return true;
    const Decimal& room = sum.terms.back().scale;
    if (!(next.value < room)) return false;
    if (!next.digits) {
      // "£40mn a year", "a million a head"; but "mille et un", "mille un"
      const bool article =
          next.single && next.value == Decimal(1) && hit(next.last - 1, Category::filler) != nullptr;
      return !article || (room == Decimal(1000) && (joined || ends(next.last)));
    }
    if (const Hit* scale = hit(next.last, Category::scale)) return scale->sense->number < room;
    return Decimal(99999) < next.value && room == Decimal(1000000);
  }

  // Where the part behind a scale may start.
  uint32_t next_part(uint32_t t) const {
    if (word(t) == "-" && tight(t) && tight(t + 1)) return t + 1;
    if (word(t) == "," && smaller_scale_behind(t)) return t + 1;
    const Hit* joint = hit(t, Category::half) ? nullptr : hit(t, Category::number_joint);
    if (!joint) return t;
    const auto behind = read_word_number(text_, joint->last, limit_, ordinals_);
    if (!behind || behind->value <= 0 || behind->value >= 100 || hit(behind->last, Category::scale)) return t;
    const std::string& use = joint->sense->symbol;
    // "a thousand and a …" is no number; "mille et un" is, "mille et deux" is not.
    if (use == "one" || use == "ten") return behind->value == 1 && !hit(t, Category::half) ? joint->last : t;
    const bool article = behind->single && behind->value == 1 && hit(joint->last, Category::filler);
    return article ? t : joint->last;
  }

  // "one million, two hundred thousand"; "one million, two million" are two.
  bool smaller_scale_behind(uint32_t comma) const {
    const Hit* before = comma > 0 ? text_.hit(comma - 1, Category::scale, comma) : nullptr;
    const auto next = before ? read_word_number(text_, comma + 1, limit_) : std::nullopt;
    if (!next) return false;
    const Hit* scale = hit(next->last, Category::scale);
    const bool last = !scale && before->sense->number == Decimal(1000) && next->value > 99;
    return last || (scale && scale->sense->number < before->sense->number);
  }

  // Whether nothing follows that could be counted.
  bool ends(uint32_t t) const {
    return t >= limit_ || text_.tokens[t].token_class != TokenClass::word || hit(t, Category::noun_stop);
  }

  // "million", "bn": multiplies what stands before; alone only "mille" and what is told with an article.
  const Hit* scale_at(uint32_t t, bool behind_part, const Sum& sum) const {
    if (word(t) == "-" && tight(t) && behind_part) ++t;
    const Hit* scale = hit(t, Category::scale);
    if (ordinals_) {
      const Hit* rank = hit(t, Category::ordinal);
      if (rank && Decimal(99) < rank->sense->number && (!scale || scale->last < rank->last)) scale = rank;
    }
    if (scale) {
      const bool alone = !behind_part && sum.terms.empty();
      const Hit* link = hit(scale->last, Category::noun_link);
      const bool money = hit(link ? link->last : scale->last, Category::currency);  // "son million d'euros"
      const bool may = scale->sense->number == Decimal(1000) || scale->last > scale->first + 1 || money ||
                       scale->sense->category == Category::ordinal;
      if (alone && !may) return nullptr;
      const bool twice = !behind_part && !sum.terms.empty() && scale->sense->number < sum.terms.back().scale;
      return twice && scale->sense->number != Decimal(1000) ? nullptr : scale;
    }
    return behind_part ? scale_sign(t) : nullptr;
  }

  // "13bn", "2.5m", "100K", "1,3 Md€": letters close to the figure, or before a currency.
  const Hit* scale_sign(uint32_t t) const {
    const Hit* sign = t > 0 ? hit(t, Category::scale_sign) : nullptr;
    if (!sign) return nullptr;
    const absl::string_view letters = word(t);
    // "ten grand", but no "two grand slams"
    constexpr size_t kAbbreviation = 4;
    if (letters.size() > kAbbreviation) return !tight(t) && ends(sign->last) ? sign : nullptr;
    if (!is_digits(t - 1)) return nullptr;
    const uint32_t link = hit(sign->last, Category::noun_link) ? sign->last + 1 : sign->last;
    if (currency_before_ || hit(sign->last, Category::currency) || hit(link, Category::currency)) return sign;
    if (letters.size() > 1) return sign;
    // "10 k", "5 M d'habitants"
    if (!tight(t) && (letters == "k" || letters == "K" || letters == "M") && letter_ends(sign->last))
      return sign;
    if (!tight(t)) return nullptr;
    // "100K", "5M": a capital; "2.5m people": small letters are units unless what is counted follows.
    if (text_.tokens[t].capitals != Capitals::none || letters == "k") return sign;
    return hit(sign->last, Category::concept_) ? sign : nullptr;
  }

  // No "5 M. Dupont", "5 M 4".
  bool letter_ends(uint32_t t) const {
    if (t >= limit_ || (word(t) == "." && t + 1 >= limit_)) return true;
    return word(t) != "." && word(t) != "-" && word(t) != "\'" && !is_digits(t) &&
           (ends(t) || hit(t, Category::noun_link));
  }

  // "point five", with nothing before it.
  bool point_first(Number* number) const {
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
  void decimals_in_words(uint32_t* after, Decimal* value) const {
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

  // "plusieurs", "des milliers", "hundreds of".
  bool vague(Number* number) const {
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
      if (const Hit* more =
              unit->sense->number == Decimal(100) ? hit(unit->last, Category::scale) : nullptr) {
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
  void of_larger(Number* number, Decimal* value) const {
    const Hit* link = hit(number->last, Category::noun_link);
    if (!link) return;
    const Hit* larger = hit(link->last, Category::collective);
    if (!larger) larger = hit(link->last, Category::scale);
    if (!larger) return;
    *value = times(*value, larger->sense->number);
    number->last = larger->last;
  }

  // "half a million", "un demi-million", "half a dozen".
  bool half_before(Number* number) const {
    uint32_t t = number->first;
    if (const Hit* one = hit(t, Category::cardinal); one && one->sense->number == Decimal(1)) t = one->last;
    const Hit* found = hit(t, Category::half);
    if (!found || found->sense->symbol != "before") return false;
    t = found->last;
    if (word(t) == "-") ++t;
    if (const Hit* link = hit(t, Category::noun_link)) t = behind_one(link->last);
    const Hit* scale = hit(t, Category::scale);
    if (!scale) scale = hit(t, Category::collective);
    if (!scale && !hit(t, Category::duration_unit) && !is_unit_word(text_, t, limit_)) return false;
    set(times(scale ? scale->sense->number : Decimal(1), Decimal(5, -1)), number);
    number->last = scale ? scale->last : t;
    number->spelled = true;
    note(number);
    return true;
  }

  // Behind an article: "million" of "a million".
  uint32_t behind_one(uint32_t t) const {
    const Hit* one = hit(t, Category::cardinal);
    return one && one->sense->number == Decimal(1) ? one->last : t;
  }

  // "1/2 mile", "3/4 de pouce", "½ %", "quarter of a million": a fraction of a unit or of a scale.
  bool fraction_of(Number* number) const {
    uint32_t t = number->first;
    Decimal top = 1, bottom = 1;
    if (const auto sign = vulgar_fraction(word(t))) {
      top = sign->first, bottom = sign->second;
      ++t;
    } else if (is_digits(t) && word(t + 1) == "/" && tight(t + 1) && is_digits(t + 2) && tight(t + 2) &&
               !digits_in_name(text_, t)) {
      top = Decimal::parse(ascii_digits(word(t))).value_or(0);
      bottom = Decimal::parse(ascii_digits(word(t + 2))).value_or(0);
      t += 3;
    } else if (const Hit* part = hit(t, Category::fraction); part && hit(part->last, Category::noun_link)) {
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
  bool take_fraction(const Decimal& top, const Decimal& bottom, uint32_t t, Number* number) const {
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
    if (!scale && !percent && !may && !hit(unit, Category::duration_unit) &&
        !is_unit_word(text_, unit, limit_))
      return false;
    const auto value = divide(times(top, scale ? scale->sense->number : Decimal(1)), bottom, kFractionPlaces);
    if (!value) return false;
    set(*value, number);
    number->last = scale ? scale->last : unit;
    number->spelled |= link != nullptr || scale != nullptr;
    note(number);
    return true;
  }

  // "10^5", "1.1^-3", "3.2 x 10^4"
  bool power(Number* number) const {
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

  // "dozen", "a dozen": one of what follows.
  bool one_of(Number* number) const {
    const Hit* dozen = hit(number->first, Category::collective);
    if (!dozen || ordinals_) return false;
    set(1, number);
    number->last = number->first;
    number->spelled = true;
    return true;
  }

  // "deux douzaines", "une cinquantaine", "un millier": about, but for the dozen, which is exact.
  void collective(Number* number) const {
    if (number->scaled() || number->value.form == Form::vague) return;
    const Hit* found = hit(number->last, Category::collective);
    if (!found) return;
    const Decimal factor = found->sense->number;
    Decimal value = times(number->figure(), factor);
    number->last = found->last;
    of_larger(number, &value);
    set(value, number);
    if (factor == Decimal(12)) number->scale = factor;  // "a dozen and a half"
    number->value.form = factor == Decimal(12) ? Form::exact : Form::about;
    number->article = false;
    note(number);
  }

  // "3 1/2", "3½", "two and a half", "one and three quarters".
  void mixed(Number* number) const {
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
  void slashed_part(Number* number, uint32_t t) const {
    if (!is_digits(t) || !is_digits(t + 2) || word(t + 1) != "/" || !tight(t + 1) || !tight(t + 2)) return;
    const auto top = Decimal::parse(ascii_digits(word(t))),
               bottom = Decimal::parse(ascii_digits(word(t + 2)));
    if (top && bottom && *bottom < Decimal(100) && !number->grouped) add_part(*top, *bottom, t + 3, number);
  }

  // "3 1/2 million", "2½ million", "one and a quarter million"
  void scale_of_mixed(Number* number) const {
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

  void add_part(const Decimal& top, const Decimal& bottom, uint32_t last, Number* number) const {
    if (!(top < bottom)) return;
    const auto part = divide(top, bottom, kFractionPlaces);
    if (!part) return;
    set(plus(number->figure(), *part), number);
    number->last = last;
    note(number);
  }

  // "3 millions et demi", "a million and a half", "two and a half", "eight and a half billion".
  void half_after(Number* number) const {
    const bool hyphen = word(number->last) == "-" && tight(number->last);  // "two-and-a-half"
    const Hit* found = hit(number->last + (hyphen ? 1 : 0), Category::half);
    if (!found || found->sense->symbol != "after" || !number->value.low) return;
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
  void part_of_unit(Number* number) const {
    uint32_t t = number->last;
    if (word(t) == "-") ++t;
    const Hit* part = hit(t, Category::fraction);
    if (!part || !number->value.low || !hit(part->last, Category::noun_link)) return;
    take_fraction(number->figure(), part->sense->number, part->last, number);
  }

 public:
  void set_currency_before(bool before) { currency_before_ = before; }

 private:
  const Annotated& text_;
  const NumberHabit& habit_;
  const uint32_t limit_;
  const bool ordinals_;
  bool currency_before_ = false;
};

}  // namespace

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
