#include "mention/duration_amounts.h"

#include <algorithm>
#include <utility>

#include "mention/reader.h"

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

// Whether "a week" is told as a length: "in a week", "a week ago", "a week later".
bool lasts(const Reader& read, const Amount& amount) {
  return amount.bounded || read.hit_before(amount.first, Category::date_article, "lasting") ||
         read.hit_before(amount.first, Category::ago, "before") ||
         read.hit_before(amount.first, Category::ago, "in") || read.hit(amount.last, Category::ago) ||
         read.hit(amount.last, Category::later);
}

// "built in a day": part of a set phrase.
bool in_phrase(const Reader& read, const Hit& unit) {
  constexpr uint32_t kLongest = 6;
  const uint32_t from = std::max(read.first, unit.first > kLongest ? unit.first - kLongest : 0);
  for (uint32_t at = from; at <= unit.first; ++at) {
    const Hit* phrase = read.hit(at, Category::false_number, "whole");
    if (phrase && phrase->last >= unit.last) return true;
  }
  return false;
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

// The "or two" of "an hour or two", "un jour ou deux".
bool add_more(const Reader& read, Amount* amount) {
  constexpr int kMost = 5;
  const Hit* joint = read.hit(amount->last, Category::range_joint);
  const auto more = joint && joint->sense->symbol == "or" ? read.small_number(joint->last) : std::nullopt;
  if (!more || !more->in_words || more->value < 2 || more->value > kMost || !read.clause_ends(more->last) ||
      read.hit(more->last, Category::duration_unit))
    return false;
  amount->value.high = Decimal(more->value);
  amount->value.form = Form::between;
  amount->last = more->last;
  amount->article = false;
  return true;
}

std::optional<Amount> read_at_unit(const Reader& read, Amounts amounts, const Hit& unit) {
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

// "Selon 20 Minutes": a unit with a capital inside a sentence is part of a name.
bool is_name(const Annotated& text, const Amount& amount, const SentenceRange& sentence) {
  // "the under-21s"
  const bool dash = amount.first > sentence.first && text.word(amount.first - 1) == "-" &&
                    !text.tokens[amount.first].space_before;
  if (dash && text.tokens[amount.last - 1].span().size() == 1) return true;
  // German writes all nouns with a capital.
  const Reader read{text, sentence.first, sentence.last};
  if (!read.hit(amount.last - 1, Category::date_doubtful, "named_unit")) return false;
  constexpr size_t kShortest = 4;
  if (sentence.title || amount.last == 0 || amount.last > text.tokens.size()) return false;
  const Token& unit = text.tokens[amount.last - 1];
  if (unit.token_class != TokenClass::word || unit.capitals != Capitals::first ||
      unit.span().size() < kShortest)
    return false;
  const uint32_t before = amount.first > sentence.first ? amount.first - 1 : amount.first;
  return text.tokens[before].capitals == Capitals::none || before == sentence.first;
}

// "twice a week"; "35 hours a week", "two litres of water a day": what the amount before is told of.
bool is_rate(const Annotated& text, const Amount& amount, const Amount* before,
             const SentenceRange& sentence) {
  constexpr uint32_t kReach = 4;
  if (!amount.article) return false;
  const Reader read{text, sentence.first, sentence.last};
  if (read.hit_before(amount.first, Category::date_article, "rate")) return true;
  if (amount.bounded || !before || before->first < sentence.first) return false;
  const Hit* per = text.hit(amount.first, Category::per, amount.last);
  if (!per || per->last != amount.last || amount.first - before->last > kReach) return false;
  for (uint32_t t = before->last; t < amount.first; ++t) {
    if (text.tokens[t].token_class == TokenClass::sign) return false;
  }
  return true;
}

std::vector<Hit> unit_words(const Annotated& text) {
  std::vector<Hit> out;
  const auto end = static_cast<uint32_t>(text.tokens.size());
  for (uint32_t t = 0; (t = text.next_marked(t, end, mark(Category::duration_unit))) < end; ++t) {
    const auto here = text.hits_at(t);
    std::copy_if(here.begin(), here.end(), std::back_inserter(out),
                 [](const Hit& hit) { return hit.category == Category::duration_unit; });
  }
  return out;
}

// Whether an amount with a unit of time is a length: not "a minute", which stands for any moment.
bool is_length(const Reader& read, const Amount& amount) {
  return !amount.article || !read.hit(amount.last - 1, Category::date_doubtful, "article_unit") ||
         lasts(read, amount) || read.alone(amount.first, amount.last) ||
         read.hit(amount.last, Category::date_article, "of") ||
         read.hit(amount.last, Category::number_joint) ||  // "a minute and 30 seconds"
         read.hit(amount.last, Category::cardinal) || read.digits(amount.last) ||
         read.hit_before(amount.first, Category::number_joint);
}

std::optional<Amount> length_of(const Annotated& text, const Amount& amount, const SentenceRange& sentence) {
  if (amount.unit_kind != UnitKind::duration || is_name(text, amount, sentence)) return std::nullopt;
  const Reader read{text, sentence.first, sentence.last};
  Amount longer = amount;
  if (amount.article && add_more(read, &longer)) return longer;
  return is_length(read, amount) ? std::optional(amount) : std::nullopt;
}

// Amounts that were read with a unit of time.
std::vector<Amount> lengths_among(const Annotated& text, Amounts amounts) {
  std::vector<Amount> out;
  auto sentence = text.sentences.begin();
  const Amount* previous = nullptr;
  for (const Amount& amount : amounts) {
    const Amount* const before = std::exchange(previous, &amount);
    while (sentence != text.sentences.end() && sentence->last <= amount.first) ++sentence;
    if (sentence == text.sentences.end()) break;
    if (is_rate(text, amount, before, *sentence)) continue;
    if (auto length = length_of(text, amount, *sentence)) out.push_back(*std::move(length));
  }
  return out;
}

// Takes in the words before a length that its figure left out.
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

// Adds the lengths told with a unit but no figure: "half an hour". `out` holds those with one.
void add_wordy(const Annotated& text, Amounts amounts, std::vector<Amount>* out) {
  const size_t known = out->size();
  auto sentence = text.sentences.begin();
  // Units before this token are done: of several phrases at one token the longest comes first.
  uint32_t seen = 0;
  for (const Hit& unit : unit_words(text)) {
    if (unit.first < seen) continue;
    while (sentence != text.sentences.end() && sentence->last <= unit.first) ++sentence;
    if (sentence == text.sentences.end()) break;
    if (unit.first < sentence->first || unit.last > sentence->last) continue;
    seen = unit.last;
    const auto end = out->begin() + static_cast<std::ptrdiff_t>(known);
    const auto same = std::lower_bound(out->begin(), end, unit.last,
                                       [](const Amount& a, uint32_t token) { return a.last < token; });
    const Reader read{text, sentence->first, sentence->last};
    if (same != end && same->first < unit.last) {
      widen(read, unit, &*same);
    } else if (auto amount = read_at_unit(read, amounts, unit); amount && !in_phrase(read, unit)) {
      out->push_back(*std::move(amount));
    }
  }
}

}  // namespace

std::vector<Amount> duration_amounts(const Annotated& text, Amounts amounts) {
  std::vector<Amount> out = lengths_among(text, amounts);
  add_wordy(text, amounts, &out);
  std::stable_sort(out.begin(), out.end(),
                   [](const Amount& a, const Amount& b) { return a.first < b.first; });
  return out;
}

}  // namespace crosscheck
