#include "mention/length_words.h"

#include <algorithm>

namespace crosscheck {
namespace {

struct Part {
  uint32_t first;
  Decimal low, high;
  Form form = Form::exact;
  bool article = false;  // "a week": an amount only where it lasts or is counted back
};

Part exactly(uint32_t first, Decimal value) { return {first, value, value}; }

// "une", "a", "an" before `at`; `at` itself when there is none.
uint32_t article_before(const Reader& read, uint32_t at) {
  if (const Hit* one = read.hit_before(at, Category::date_article, "one")) return one->first;
  return at;
}

// "trois quarts d'", "a quarter of an": the fraction ends at `at`.
std::optional<Part> read_fraction(const Reader& read, uint32_t at) {
  const Hit* fraction = read.hit_before(at, Category::fraction);
  if (!fraction) return std::nullopt;
  uint32_t before = fraction->first;
  if (before > read.first && read.dash(before - 1)) --before;
  int numerator = 1;
  uint32_t first = article_before(read, before);
  if (first == before) {
    const Hit* number = read.hit_before(before, Category::cardinal);
    // "quarter of an hour"
    const bool quarter = fraction->sense->number == Decimal(4) && before == fraction->first;
    if (!number && !quarter) return std::nullopt;
    if (number) numerator = number_of(*number), first = number->first;
  }
  constexpr int kDigits = 4;
  const auto value = divide(Decimal(numerator), fraction->sense->number, kDigits);
  return value ? std::optional(exactly(first, *value)) : std::nullopt;
}

// "two and a half hours", "3-and-a-half-hour": a number before the half.
std::optional<Part> read_and_half(const Reader& read, uint32_t at) {
  const uint32_t joined = at > read.first && read.dash(at - 1) ? at - 1 : at;
  const Hit* half = read.hit_before(joined, Category::half, "after");
  if (!half) return std::nullopt;
  uint32_t end = half->first;
  if (end > read.first && read.dash(end - 1)) --end;
  constexpr uint32_t kLongest = 3;
  for (uint32_t back = std::min(kLongest, end - read.first); back > 0; --back) {
    const auto number = read.small_number(end - back);
    const std::optional<Decimal> sum =
        number && number->last == end ? add(Decimal(number->value), Decimal(5, -1)) : std::nullopt;
    if (sum) return exactly(end - back, *sum);
  }
  return std::nullopt;
}

// What stands before a unit at `at` that is no figure: "une demi-", "half a", "trois quarts d'", "a".
std::optional<Part> read_before(const Reader& read, uint32_t at) {
  if (auto part = read_and_half(read, at)) return part;
  // "all day", but "all the month of May" is that month
  const bool dated = read.hit(at + 1, Category::date_article, "of") != nullptr;
  if (const Hit* whole = read.hit_before(at, Category::date_article, "one_whole"); whole && !dated)
    return exactly(whole->first, Decimal(1));
  if (const Hit* roughly = read.hit_before(at, Category::date_article, "roughly_one")) {
    Part part = exactly(roughly->first, Decimal(1));
    part.form = Form::about;
    return part;
  }
  const Decimal half(5, -1);
  const uint32_t joined = at > read.first && read.dash(at - 1) ? at - 1 : at;
  for (const uint32_t end : {at, joined}) {
    const Hit* before = read.hit_before(end, Category::half, "before");
    if (before) return exactly(article_before(read, before->first), half);
  }
  const Hit* one = read.hit_before(at, Category::date_article, "one");
  const uint32_t start = one ? one->first : at;
  if (one) {
    if (const Hit* before = read.hit_before(start, Category::half, "before"))
      return exactly(before->first, half);
  }
  if (const Hit* of = read.hit_before(start, Category::date_article, "of")) {
    if (auto fraction = read_fraction(read, of->first)) return fraction;
  }
  // "a quarter hour", "three-quarter hour"
  for (const uint32_t end : {at, joined}) {
    const Hit* fraction = read.hit_before(end, Category::fraction);
    if (!fraction || !(fraction->sense->number == Decimal(4))) continue;
    if (auto part = read_fraction(read, end)) return part;
  }
  if (!one) return std::nullopt;
  Part part = exactly(start, Decimal(1));
  part.article = true;
  return part;
}

// "une dizaine de", "des centaines d'": an amount that counts nothing yet, then "of".
std::optional<Part> read_collective(const Reader& read, Amounts amounts, uint32_t at) {
  const Hit* of = read.hit_before(at, Category::date_article, "of");
  const auto next =
      std::lower_bound(amounts.begin(), amounts.end(), at,
                       [](const Amount& amount, uint32_t token) { return amount.first < token; });
  if (!of || next == amounts.begin()) return std::nullopt;
  const Amount& amount = *(next - 1);
  // "100 millions d'années"
  const bool millions = amount.value.low && !(*amount.value.low < Decimal(1000000));
  const bool rough = amount.value.form == Form::about || amount.bounded || millions;
  if (amount.last != of->first || amount.unit_kind != UnitKind::none || !rough || !amount.value.low)
    return std::nullopt;
  return Part{amount.first, *amount.value.low, amount.value.high.value_or(*amount.value.low),
              amount.value.form};
}

std::optional<Form> form_of(absl::string_view symbol) {
  for (const Form form : {Form::about, Form::at_least, Form::more_than, Form::at_most, Form::less_than}) {
    if (symbol == to_string(form)) return form;
  }
  return std::nullopt;
}

// "environ une demi-heure", "less than half an hour".
void apply_bound(const Reader& read, Amount* amount) {
  const Hit* bound = read.hit_before(amount->first, Category::bound_before);
  const std::optional<Form> form = bound ? form_of(bound->sense->symbol) : std::nullopt;
  if (!form || amount->value.form != Form::exact) return;
  amount->first = bound->first;
  amount->bounded = true;
  amount->value.form = *form;
  if (*form == Form::at_least || *form == Form::more_than) amount->value.high.reset();
  if (*form == Form::at_most || *form == Form::less_than) amount->value.low.reset();
}

// "the year and a half", "the past hour and a half": the unit without a number before it.
std::optional<Part> read_half_after(const Reader& read, const Hit& unit) {
  const Hit* half = read.hit(unit.last, Category::half, "after");
  const Hit* the = read.hit_before(unit.first, Category::date_article, "det");
  if (!half) return std::nullopt;
  // "hour and a half", but no "4-hour and a half"
  const bool counted = unit.first > read.first && (read.dash(unit.first - 1) || read.digits(unit.first - 1) ||
                                                   read.hit_before(unit.first, Category::cardinal) ||
                                                   read.hit_before(unit.first, Category::fraction));
  if (!the && counted) return std::nullopt;
  Part part = exactly(the ? the->first : unit.first, Decimal(1));
  part.article = true;
  return part;
}

}  // namespace

std::optional<Amount> read_length_words(const Reader& read, Amounts amounts, const Hit& unit) {
  std::optional<Part> part = read_before(read, unit.first);
  if (!part) part = read_half_after(read, unit);
  if (!part || part->article) {
    if (auto collective = read_collective(read, amounts, unit.first)) part = collective;
  }
  if (!part) return std::nullopt;
  Amount amount;
  amount.first = part->first;
  amount.last = unit.last;
  amount.value.low = part->low;
  amount.value.high = part->high;
  amount.value.form = part->form;
  amount.unit_kind = UnitKind::duration;
  amount.unit = unit.sense->symbol;
  amount.spelled = true;
  const Hit* half = part->article ? read.hit(unit.last, Category::half, "after") : nullptr;
  if (half) {
    amount.value.low = amount.value.high = Decimal(15, -1);
    amount.last = half->last;
  }
  const bool more = part->article && !half && add_more(read, &amount);
  apply_bound(read, &amount);
  if (part->article && !half && !more && !lasts(read, amount)) return std::nullopt;
  // "une quinzaine de membres"
  if (part->article && amount.unit == "fortnight" && read.hit(amount.last, Category::date_article, "of"))
    return std::nullopt;
  return amount;
}

void widen(const Reader& read, const Hit& unit, Amount* length) {
  // "two and a half hours", of which the figure alone has "half hours"
  const auto whole = read_and_half(read, unit.first);
  if (whole && whole->first < length->first)
    length->first = whole->first, length->value.low = length->value.high = whole->low;
  // "quarter of an hour"
  const auto part = length->article && !whole ? read_before(read, unit.first) : std::nullopt;
  if (part && !part->article && part->first < length->first)
    length->first = part->first, length->value.low = length->value.high = part->low, length->article = false;
}

bool add_more(const Reader& read, Amount* amount) {
  constexpr int kMost = 5;
  const Hit* joint = read.hit(amount->last, Category::range_joint);
  const auto more = joint && joint->is("or") ? read.small_number(joint->last) : std::nullopt;
  if (!more || !more->in_words || more->value < 2 || more->value > kMost || !read.clause_ends(more->last) ||
      read.hit(more->last, Category::duration_unit))
    return false;
  amount->value.high = Decimal(more->value);
  amount->value.form = Form::between;
  amount->last = more->last;
  amount->article = false;
  return true;
}

bool lasts(const Reader& read, const Amount& amount) {
  return amount.bounded || read.hit_before(amount.first, Category::date_article, "lasting") ||
         read.hit_before(amount.first, Category::ago, "before") ||
         read.hit_before(amount.first, Category::ago, "in") || read.hit(amount.last, Category::ago) ||
         read.hit(amount.last, Category::later);
}

}  // namespace crosscheck
