// Bounds and approximations around a figure: "plus de", "or more", shared over a list.
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "mention/amount_reader.h"

namespace crosscheck {
namespace {

constexpr size_t kBoundWord = 7;  // bytes of a bound of one word behind a noun: "environ"
constexpr uint32_t kDenial = 5;   // tokens between "ne" and "plus que"

Form form_of(absl::string_view symbol) {
  for (const Form form : {Form::about, Form::at_least, Form::more_than, Form::at_most, Form::less_than}) {
    if (symbol == to_string(form)) return form;
  }
  return Form::exact;
}

}  // namespace

// The bound that ends right before `t`.
const Hit* AmountReader::bound_before(uint32_t t) const {
  const Hit* best = nullptr;
  const uint32_t from = std::max(first_, t > 6 ? t - 6 : 0);
  for (uint32_t at = from; at < t && !best; ++at) {
    for (const Hit& found : text_.hits_at(at, Category::bound_before)) {
      if (found.category == Category::bound_before && found.last == t) best = &found;
    }
  }
  return best;
}

// A doubtful bound, marked "?", is none behind a denial: "n'en attend plus que 40" are 40.
Form AmountReader::form_before(const Hit& bound) const {
  absl::string_view symbol = bound.sense->symbol;
  if (!absl::ConsumeSuffix(&symbol, "?")) return form_of(symbol);
  for (uint32_t t = std::max(first_, bound.first > kDenial ? bound.first - kDenial : 0); t < bound.first;
       ++t) {
    const Hit* denial = text_.hit(t, Category::negation, bound.first);
    if (denial && denial->is("not")) return Form::exact;
  }
  return form_of(symbol);
}

void AmountReader::bounds(Amount* amount) {
  const Hit* before = bound_before(amount->first);
  Form form = before ? form_before(*before) : Form::exact;
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
    } else if (after && !adds_figure(*after) && !bounds_next(*after)) {
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
  if (text_.with_steps)
    amount->steps.push_back(
        absl::StrCat("'", text_.text(text_.span(amount->first, amount->last)), "' → ", to_string(form)));
  apply(form, &amount->value);
  if (!before && amount->unit_kind == UnitKind::none) unit(amount);  // "20-odd minutes"
  shared_ = before ? std::optional<Form>(form) : std::nullopt;
  shared_at_ = last;
}

// "ninety-nine plus one" is a sum.
bool AmountReader::adds_figure(const Hit& after) const {
  const bool figure = after.last < limit_ && (text_.tokens[after.last].token_class == TokenClass::digits ||
                                              hit(after.last, Category::cardinal));
  return figure && after.last == after.first + 1 && after.is("at_least");
}

// "1,5 M€ et moins de quatre emplois": the bound is that of the figure behind it.
bool AmountReader::bounds_next(const Hit& after) const {
  for (uint32_t t = after.first; t < after.last; ++t) {
    const Hit* before = hit(t, Category::bound_before);
    if (before && before->last > after.last) return true;
  }
  return false;
}

// "300 personnes au maximum", "200 people or more": the noun is not the amount's, the bound is.
const Hit* AmountReader::bound_behind_noun(const Amount& amount) const {
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
bool AmountReader::shares(const Amount& amount) const {
  if (amount.first < 2 || amount.first - 1 <= shared_at_ || amount.first - shared_at_ > 8) return false;
  const Hit* link = text_.hit(amount.first - 1, Category::noun_link, amount.first);
  return link && link->last == amount.first && text_.word(amount.first - 2) == ",";
}

void AmountReader::apply(Form form, Interval* value) {
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

}  // namespace crosscheck
