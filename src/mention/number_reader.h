// Reads one number; what makes one is told by topic: sums of parts and scales (number_sums.cc), fractions and
// halves (number_fractions.cc), dozens and vague amounts (number_vague.cc), powers and decimals in words
// (numbers.cc). Only for those files: others call read_number (numbers.h).
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/str_cat.h"
#include "mention/digit_numbers.h"
#include "mention/numbers.h"

namespace crosscheck {

class NumberReader {
 public:
  NumberReader(const Annotated& text, const NumberHabit& habit, uint32_t limit, bool ordinals)
      : text_(text),
        habit_(habit),
        limit_(std::min<uint32_t>(limit, static_cast<uint32_t>(text.tokens.size()))),
        ordinals_(ordinals) {}

  // "$2.5m": whether a currency is told before, so that a letter is a scale.
  void set_currency_before(bool before) { currency_before_ = before; }

  std::optional<Number> run(uint32_t at);

 private:
  static constexpr int kFractionPlaces = 12;  // of a fraction that is not exact
  static Decimal times(const Decimal& a, const Decimal& b) { return multiply(a, b).value_or(a); }
  static Decimal plus(const Decimal& a, const Decimal& b) { return add(a, b).value_or(a); }

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
    if (text_.with_steps)
      number->steps.push_back(absl::StrCat("'", text_.text(text_.span(number->first, number->last)),
                                           "' = ", number->figure().to_string()));
  }

  // A value below the scale that follows it, in digits or in words.
  struct Part {
    uint32_t last = 0;
    Decimal value;
    bool ordinal = false, single = false, digits = false;
  };

  std::optional<Part> part(uint32_t at, Number* number) const;
  uint32_t digits_hundred(const DigitNumber& figure) const;

  // What was read so far, scale by scale: "deux millions" (2 000 000, of 1 000 000), "trois cents" (300, of
  // 1).
  struct Sum {
    struct Term {
      Decimal value, scale;
    };
    absl::InlinedVector<Term, 2> terms;

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

  // Whether part() or scale_at() may find something at `t`.
  bool may_be_part(uint32_t t) const {
    static constexpr CategorySet kStarts = {Category::cardinal, Category::scale, Category::ordinal};
    return text_.tokens[t].token_class != TokenClass::word || text_.starting[t].meets(kStarts);
  }
  bool parts(Number* number) const;
  void scale_of_scale(Number* number, Sum* sum) const;
  bool fits(const Part& next, bool joined, const Sum& sum) const;
  bool begins_length(const Part& next, bool joined, bool in_figures, const Sum& sum) const;
  uint32_t next_part(uint32_t t) const;
  bool smaller_scale_behind(uint32_t comma) const;
  bool ends(uint32_t t) const;
  const Hit* scale_at(uint32_t t, bool behind_part, const Sum& sum) const;
  const Hit* scale_sign(uint32_t t) const;
  bool letter_ends(uint32_t t) const;
  bool counts_several(uint32_t noun) const;
  bool exact_dozen(const Decimal& factor, const Number& number) const;
  bool counts_decimal(uint32_t letter) const;

  bool point_first(Number* number) const;
  void decimals_in_words(uint32_t* after, Decimal* value) const;

  bool vague(Number* number) const;
  void of_larger(Number* number, Decimal* value) const;

  bool half_before(Number* number) const;
  uint32_t behind_one(uint32_t t) const;
  bool scale_behind(uint32_t t) const;
  bool fraction_of(Number* number) const;
  bool take_fraction(const Decimal& top, const Decimal& bottom, uint32_t t, Number* number) const;

  bool power(Number* number) const;

  bool one_of(Number* number) const;
  void collective(Number* number) const;

  void mixed(Number* number) const;
  void slashed_part(Number* number, uint32_t t) const;
  void scale_of_mixed(Number* number) const;
  void add_part(const Decimal& top, const Decimal& bottom, uint32_t last, Number* number) const;
  void half_after(Number* number) const;
  void part_of_unit(Number* number) const;

  const Annotated& text_;
  const NumberHabit& habit_;
  const uint32_t limit_;
  const bool ordinals_;
  bool currency_before_ = false;
};

}  // namespace crosscheck
