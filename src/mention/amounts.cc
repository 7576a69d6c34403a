#include "mention/amounts.h"

#include <algorithm>

#include "mention/amount_reader.h"
#include "mention/offers.h"

namespace crosscheck {
namespace {

constexpr uint32_t kBareMost = 10;  // tokens of a sentence that is an amount

}  // namespace

std::vector<Amount> AmountReader::run() {
  for (const SentenceRange& sentence : text_.sentences) {
    limit_ = sentence.last;
    first_ = sentence.first;
    shared_.reset();
    for (uint32_t t = sentence.first; (t = text_.next_marked(t, limit_, kStarts)) < limit_;) {
      const bool plain = is_plain(t);
      if ((plain && !may_be_false(t)) || is_bare_vague(t)) {
        ++t;
        continue;
      }
      ++offers.amounts;
      const uint32_t false_end = end_of_false_number(text_, t, sentence);
      if (false_end > t) {
        t = false_end;
        continue;
      }
      std::optional<Amount> amount = plain || !may_start(t) ? std::nullopt : read(t);
      if (!amount) {
        ++t;
        continue;
      }
      t = amount->last;
      if (is_of_name(*amount, sentence)) continue;
      share_unit(&*amount);
      out_.push_back(*std::move(amount));
    }
  }
  return std::move(out_);
}

bool AmountReader::is_of_name(const Amount& amount, const SentenceRange& sentence) const {
  // "Three Mile Island was shut"
  const bool named_unit = amount.unit_kind == UnitKind::measure && amount.spelled && !amount.digits;
  if (named_unit && !amount.bounded && capital(amount.last) &&
      opens_title(text_, amount.number_first, amount.last, sentence))
    return true;
  if (amount.unit_kind != UnitKind::none || amount.bounded) return false;
  const bool counts = amount.last < limit_ && text_.tokens[amount.last].token_class == TokenClass::word &&
                      !hit(amount.last, Category::noun_stop);
  return is_number_of_name(text_, amount.number_first, amount.last, counts, sentence);
}

std::optional<Amount> AmountReader::read(uint32_t t) {
  // A currency sign or a sign of plus or minus may stand before the figure.
  uint32_t start = t;
  const Hit* sign_before = nullptr;
  bool negative = false, plus = false;
  if (is_plus_or_minus(t)) {
    negative = word(t) == "-" || word(t) == "−" || word(t) == "–";
    plus = !negative;
    ++t;
  } else if (const Hit* minus = hit(t, Category::minus);
             minus && !minus->is("after") && !is_no_sign(*minus)) {
    negative = true;
    t = minus->last;
  }
  if (const Hit* currency = hit(t, Category::currency);
      currency && is_currency_sign(text_, *currency) && currency->last < limit_) {
    sign_before = currency;
    t = currency->last;
    if (!negative && (word(t) == "-" || word(t) == "−") && tight(t) && tight(t + 1)) negative = true, ++t;
  } else if (const Hit* percent = percent_at(t);
             percent && percent->is("percent") && (t == first_ || text_.tokens[t].space_before)) {
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
  amount.steps = std::move(number->steps);
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
bool AmountReader::is_plus_or_minus(uint32_t t) const {
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
bool AmountReader::only_figures(uint32_t from) const {
  for (uint32_t t = from; t < limit_; ++t) {
    if (text_.tokens[t].token_class == TokenClass::word && !hit(t, Category::unit) &&
        !hit(t, Category::currency) && !hit(t, Category::scale) && !hit(t, Category::percent_word))
      return false;
  }
  return true;
}

// "% 50", "percent 50"
std::optional<Amount> AmountReader::percent_first(uint32_t t) {
  const Hit* percent = percent_at(t);
  if (!percent || !percent->is("percent") || percent->last >= limit_ ||
      text_.tokens[percent->last].token_class != TokenClass::digits ||
      (t > first_ && text_.tokens[t - 1].token_class == TokenClass::digits))
    return std::nullopt;
  const uint32_t figure = percent->last;
  std::optional<Amount> amount = read(figure);
  if (!amount || amount->unit_kind != UnitKind::none || amount->first != figure) return std::nullopt;
  amount->first = t;
  amount->unit_kind = UnitKind::percent;
  amount->unit = unit_symbol(*percent);
  return amount;
}

// "20 degrees below zero"
bool AmountReader::below_zero(Amount* amount) const {
  const bool free = amount->unit_kind == UnitKind::measure || amount->unit_kind == UnitKind::none;
  const Hit* after = free && !amount->bounded ? hit(amount->last, Category::minus) : nullptr;
  if (!after || !after->is("after")) return false;
  amount->last = after->last;
  return true;
}

// "dix moins deux" is a difference, "au moins dix" a bound.
bool AmountReader::is_no_sign(const Hit& minus) const {
  const uint32_t t = minus.first;
  if (bound_before(minus.last)) return true;
  return t > first_ && (text_.hit(t - 1, Category::cardinal, t) || text_.hit(t - 1, Category::hour_sign, t) ||
                        text_.tokens[t - 1].token_class == TokenClass::digits);
}

// "magnitude 6,0", "d'une magnitude d'environ 6"
void AmountReader::before(Amount* amount) const {
  if (amount->unit_kind != UnitKind::none) return;
  const Hit* found = unit_before({text_, first_, limit_}, *amount);
  if (!found) return;
  amount->unit_kind = UnitKind::measure;
  amount->unit = unit_symbol(*found);
  amount->first = found->first;
}

std::vector<Amount> read_amounts(const Annotated& text) { return AmountReader(text).run(); }

}  // namespace crosscheck
