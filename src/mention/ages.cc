// Ages: lengths of years or months that words beside them make an age ("âgé de 22 ans", "un homme de 44 ans",
// "Jean Roux, 63 ans,"), "N-year-old", and bare figures after a name ("Lopez, 20,").
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "mention/duration_amounts.h"
#include "mention/reader.h"
#include "mention/recognizers.h"

namespace crosscheck {
namespace {

constexpr int kOldest = 120;

void add(const Reader& read, uint32_t first, uint32_t last, Interval amount, absl::string_view unit,
         std::vector<Mention>* out) {
  Mention mention;
  mention.kind = MentionKind::age;
  mention.span = read.span(first, last);
  mention.value = Age{amount, std::string(unit)};
  mention.steps.push_back(absl::StrCat("age in ", unit, "s"));
  out->push_back(std::move(mention));
}

Interval exactly(int years) {
  Interval out;
  out.low = out.high = Decimal(years);
  return out;
}

bool capital(const Reader& read, uint32_t at) {
  return read.word(at) && read.token(at).capitals != Capitals::none && !read.hit(at, Category::month) &&
         !read.hit(at, Category::weekday);
}

// "un homme de 44 ans", "une mère de famille de 35 ans": a noun of people shortly before the "de".
bool person_before(const Reader& read, uint32_t at) {
  const Hit* of = read.hit_before(at, Category::date_article, "of");
  if (!of) return false;
  constexpr uint32_t kReach = 4;
  for (uint32_t back = 0; back < kReach && of->first > read.first + back; ++back) {
    const uint32_t before = of->first - back;
    if (read.token(before - 1).token_class != TokenClass::word) return false;
    if (read.hit_before(before, Category::age_word, "person")) return true;
  }
  return false;
}

// "(19 ans)" and "Serge Vanier, 63 ans,".
bool set_off_after_name(const Reader& read, uint32_t first, uint32_t last) {
  if (first < read.first + 2) return false;
  const bool closed = !read.inside(last) || read.token(last).token_class == TokenClass::sign;
  if (read.sign(first - 1, "(")) return read.sign(last, ")") || read.sign(last, ",");
  if (!read.sign(first - 1, ",") || read.sign(last, "%")) return false;
  return capital(read, first - 2) && (closed || read.clause_ends(last)) &&
         !read.hit(last, Category::date_article, "of");
}

bool fits(const Interval& amount) {
  const auto& side = amount.low ? amount.low : amount.high;
  return side && !side->negative() && *side <= Decimal(kOldest);
}

// Amounts of years or months. "N-year-old" is read before, from its words.
void read_amount(const Reader& read, const Amount& amount, std::vector<Mention>* out) {
  if (amount.unit_kind != UnitKind::duration || (amount.unit != "year" && amount.unit != "month")) return;
  if (!fits(amount.value) || amount.value.form == Form::vague) return;
  const bool before = read.hit_before(amount.first, Category::age_word, "before") != nullptr;
  const Hit* after = read.hit(amount.last, Category::age_word, "after");
  if (!before && !after && !person_before(read, amount.first) &&
      !set_off_after_name(read, amount.first, amount.last))
    return;
  add(read, amount.first, after ? after->last : amount.last, amount.value, amount.unit, out);
}

// "16-year-old", "Twenty-year-old", "11-year old", "22-month-old".
bool read_compound(const Reader& read, uint32_t at, std::vector<Mention>* out) {
  const auto number = read.small_number(at);
  if (!number || number->value > kOldest || !read.dash(number->last)) return false;
  const Hit* unit = read.hit(number->last + 1, Category::duration_unit);
  if (!unit) return false;
  const uint32_t old = read.dash(unit->last) ? unit->last + 1 : unit->last;
  const Hit* after = read.hit(old, Category::age_word, "after");
  if (!after) return false;
  add(read, at, after->last, exactly(number->value), unit->sense->symbol, out);
  return true;
}

// "aged 40", "Zurana Horton, 34,", "Andrew Lopez, 20 and": no unit is told.
void read_bare(const Reader& read, uint32_t at, std::vector<Mention>* out) {
  const auto years = read.figure(at, 1, 3);
  if (!years || *years < 1 || *years > kOldest || read.part_of_figure(at) ||
      read.hit(at + 1, Category::duration_unit))
    return;
  if (const Hit* before = read.hit_before(at, Category::age_word, "before")) {
    if (read.clause_ends(at + 1)) add(read, before->first, at + 1, exactly(*years), "year", out);
    return;
  }
  constexpr int kYoungest = 4;
  if (*years < kYoungest || at < read.first + 2 || !read.sign(at - 1, ",") || !capital(read, at - 2)) return;
  const bool full_name = at >= read.first + 3 && capital(read, at - 3);
  const bool comma = read.sign(at + 1, ",") && !read.digits(at + 2);
  const bool closed = comma || !read.inside(at + 1) || read.sign(at + 1, ".") || read.sign(at + 1, ";") ||
                      read.sign(at + 1, ")");
  const bool joined = full_name && read.hit(at + 1, Category::number_joint);
  if (closed ? full_name || comma : joined) add(read, at, at + 1, exactly(*years), "year", out);
}

// "la quadragénaire": the decade is in the value, "decade_40".
void read_decade(const Reader& read, uint32_t at, std::vector<Mention>* out) {
  const Hit* word = read.hit(at, Category::age_word);
  absl::string_view decade = word ? absl::string_view(word->sense->symbol) : "";
  int from = 0;
  if (!absl::ConsumePrefix(&decade, "decade_") || !absl::SimpleAtoi(decade, &from)) return;
  Interval amount;
  amount.low = Decimal(from), amount.high = Decimal(from + 9);
  amount.form = Form::between;
  add(read, at, word->last, amount, "year", out);
}

}  // namespace

void find_ages(const Annotated& text, const Rulebook&, Amounts all, std::vector<Mention>* out) {
  const std::vector<Amount> amounts = duration_amounts(text, all);
  size_t next = 0;
  for (const SentenceRange& sentence : text.sentences) {
    const Reader read{text, sentence.first, sentence.last};
    for (uint32_t at = read.first; at < read.last; ++at) {
      if (read_compound(read, at, out)) continue;
      read_bare(read, at, out);
      read_decade(read, at, out);
    }
    while (next < amounts.size() && amounts[next].first < sentence.first) ++next;
    for (; next < amounts.size() && amounts[next].last <= sentence.last; ++next)
      read_amount(read, amounts[next], out);
  }
}

}  // namespace crosscheck
