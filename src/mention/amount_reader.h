// Reads the amounts of an article; what stands around a figure is told by topic: ranges (amount_ranges.cc),
// units (amount_units.cc), bounds and approximations (amount_bounds.cc), signs (amounts.cc). Only for those
// files: others call read_amounts (amounts.h).
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mention/amounts.h"
#include "mention/number_guards.h"
#include "mention/reader.h"
#include "mention/unit_words.h"

namespace crosscheck {

class AmountReader {
 public:
  explicit AmountReader(const Annotated& text) : text_(text), habit_(number_habit(text)) {}

  std::vector<Amount> run();

 private:
  // What may start an amount, or what is no amount though figures stand in it.
  static constexpr Marks kAmountMarks =
      mark(Category::cardinal) | mark(Category::scale) | mark(Category::fraction) | mark(Category::half) |
      mark(Category::collective) | mark(Category::vague) | mark(Category::currency) |
      mark(Category::percent_word) | kPointMark | kFalseMark;
  static constexpr Marks kStarts = kAmountMarks | kDigitsMark | kSignMark | kJoinedMark;
  // A word or sign that starts neither an amount nor a phrase of a false number.
  bool is_plain(uint32_t t) const {
    const Token& token = text_.tokens[t];
    if (token.token_class == TokenClass::digits) return false;
    if (token.token_class == TokenClass::sign && may_be_of_figure(t)) return false;
    return (text_.marks[t] & kAmountMarks) == 0;
  }
  // Whether an amount may start at a token that is not plain; a phrase of a false number starts none by
  // itself.
  bool may_start(uint32_t t) const {
    constexpr Marks kNumber =
        (kAmountMarks & ~kFalseMark) | mark(Category::ordinal) | kDigitsMark | kSignMark;
    return (text_.marks[t] & kNumber) != 0;
  }
  // "des" without the "milliers" that would make it an amount: many words tell so little.
  bool is_bare_vague(uint32_t t) const {
    constexpr Marks kLarger = mark(Category::collective) | mark(Category::scale) | mark(Category::cardinal);
    if ((text_.marks[t] & kStarts) != mark(Category::vague)) return false;
    const Hit* found = hit(t, Category::vague);
    return found && found->sense->number.is_zero() && (text_.marks[found->last] & kLarger) == 0;
  }
  // Whether a plain word or sign may begin what is no amount, by what is joined to it: "www.…", "AB-2023",
  // "(555)".
  bool may_be_false(uint32_t t) const {
    if (!tight(t + 1)) return false;
    const Token& next = text_.tokens[t + 1];
    if (next.token_class == TokenClass::digits) return true;
    constexpr absl::string_view kOpening = "@#(+", kJoints = ":@-/+_";
    const absl::string_view here = word(t), behind = word(t + 1);
    if (text_.tokens[t].token_class == TokenClass::sign && kOpening.find(here[0]) != kOpening.npos)
      return true;
    return next.token_class == TokenClass::sign &&
           (kJoints.find(behind[0]) != kJoints.npos || (behind == "." && here == "www"));
  }
  // "+", "−", "½", the full stop of ".5"; of the longer signs those alone that every text is full of are
  // told.
  bool may_be_of_figure(uint32_t t) const {
    constexpr absl::string_view kNoFigures = "«»“”‘’…—";
    const absl::string_view sign = text_.word(t);
    return (sign.size() > 1 && kNoFigures.find(sign) == kNoFigures.npos) || sign == "+" || sign == "-" ||
           ((sign == "." || sign == ",") && tight(t + 1));
  }
  const Hit* hit(uint32_t t, Category category) const {
    return t < limit_ ? text_.hit(t, category, limit_) : nullptr;
  }
  // Not the "pour 100" of "pour 100 000".
  const Hit* percent_at(uint32_t t) const {
    const Hit* percent = hit(t, Category::percent_word);
    const auto digits = [&](uint32_t at) {
      return at < limit_ && text_.tokens[at].token_class == TokenClass::digits;
    };
    return percent && digits(percent->last - 1) && digits(percent->last) ? nullptr : percent;
  }
  absl::string_view word(uint32_t t) const { return t < limit_ ? text_.word(t) : ""; }
  bool tight(uint32_t t) const { return t < limit_ && !text_.tokens[t].space_before; }

  bool is_of_name(const Amount& amount, const SentenceRange& sentence) const;
  bool capital(uint32_t t) const { return t < limit_ && text_.tokens[t].capitals == Capitals::first; }

  const Hit* bound_before(uint32_t t) const;
  Form form_before(const Hit& bound) const;

  std::optional<Amount> read(uint32_t t);
  bool is_plus_or_minus(uint32_t t) const;
  bool only_figures(uint32_t from) const;
  std::optional<Amount> percent_first(uint32_t t);
  bool below_zero(Amount* amount) const;
  bool is_no_sign(const Hit& minus) const;
  void before(Amount* amount) const;

  static void negate(Interval* value) {
    if (value->low) value->low = -*value->low;
    if (value->high) value->high = -*value->high;
    std::swap(value->low, value->high);
  }

  void range(const Number& low, bool negative, Amount* amount);
  bool tells_step(uint32_t first) const;
  bool has_other_unit(uint32_t low, uint32_t high) const;

  // "deux à trois cents"
  static bool shares_hundred(const Decimal& low, const Decimal& high) {
    const auto hundreds = divide(high, 100, 2);
    return hundreds && hundreds->is_integer() && *hundreds < Decimal(10) && low < *hundreds;
  }

  bool is_range_dash(uint32_t t) const;
  bool other_duration(uint32_t left, uint32_t right) const;

  // "40 ou 50" is one amount, "un ou 50" is not.
  static bool plausible_or(const Decimal& low, const Decimal& high) {
    return high <= multiply(low, Decimal(2)).value_or(low);
  }

  const Hit* range_open(uint32_t t) const;
  uint32_t end_of_unit(uint32_t t, const Amount& amount) const;

  void unit(Amount* amount);
  const Hit* scaled_currency(uint32_t t) const;
  const Hit* duration_at(uint32_t t, uint32_t behind_link, const Amount& amount) const;
  bool is_rank(uint32_t unit, const Amount& amount) const;
  bool unit_fits(const Hit& found, uint32_t t) const;

  static bool scaled_or_spelled(const Amount& amount) {
    const bool large = amount.value.low && Decimal(999) < *amount.value.low;
    return amount.spelled || large || amount.value.form == Form::vague;
  }

  void take(UnitKind kind, const Hit& found, Amount* amount);
  static void take_note(Amount* amount);
  void no_cents(Amount* amount);
  void per(Amount* amount);
  void share_unit(Amount* amount);
  bool joined_by(uint32_t from, uint32_t to) const;

  void bounds(Amount* amount);
  const Hit* bound_behind_noun(const Amount& amount) const;
  bool adds_figure(const Hit& after) const;
  bool bounds_next(const Hit& after) const;
  bool shares(const Amount& amount) const;
  static void apply(Form form, Interval* value);

  const Annotated& text_;
  const NumberHabit habit_;
  uint32_t first_ = 0, limit_ = 0;
  std::optional<Form> shared_;
  uint32_t shared_at_ = 0;
  std::string pending_low_unit_;
  std::vector<Amount> out_;
};

}  // namespace crosscheck
