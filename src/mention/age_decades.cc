#include "mention/age_decades.h"

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/strip.h"
#include "mention/date_part.h"

namespace crosscheck {
namespace {

void add(const Reader& read, uint32_t first, uint32_t last, int low, int high, std::vector<Mention>* out) {
  Interval amount;
  amount.low = Decimal(low), amount.high = Decimal(high);
  amount.form = Form::between;
  Mention mention;
  mention.kind = MentionKind::age;
  mention.span = read.span(first, last);
  mention.value = Age{amount, "year"};
  if (read.text.with_steps) mention.steps.push_back("age told by its decade");
  out->push_back(std::move(mention));
}

constexpr int kDecade = 10, kFirst = 20, kLast = 90;

// "thirties", "30s", "trentaine"; the place after it in `last`.
std::optional<int> read_decade_of_life(const Reader& read, uint32_t at, uint32_t* last) {
  *last = at + 1;
  if (const auto word = decade_word(read, at)) return word;
  if (const auto figure = read.figure(at, 2, 2)) {
    const Hit* ending = read.tight(at + 1) ? read.hit(at + 1, Category::date_unit, "decade_ending") : nullptr;
    if (!ending) return std::nullopt;
    *last = ending->last;
    return figure;
  }
  const Hit* collective = read.hit(at, Category::collective);
  // "une trentaine de villages"
  if (!collective || read.hit(collective->last, Category::noun_link)) return std::nullopt;
  *last = collective->last;
  return number_of(*collective);
}

// "in his early thirties", "dans la trentaine".
void read_in_decade(const Reader& read, uint32_t at, std::vector<Mention>* out) {
  const Hit* lead = read.hit(at, Category::age_word, "in_decade");
  if (!lead) return;
  uint32_t from = lead->last;
  const Hit* part = read.hit(from, Category::month_part);
  if (part) from = part->last;
  if (read.dash(from)) ++from;
  uint32_t last = from;
  const auto decade = read_decade_of_life(read, from, &last);
  if (!decade || *decade % kDecade != 0 || *decade < kFirst || *decade > kLast) return;
  int low = 0, high = kDecade - 1;
  if (part && part->is("start")) high = 3;
  if (part && part->is("middle")) low = 4, high = 6;
  if (part && part->is("end")) low = 7;
  add(read, at, last, *decade + low, *decade + high, out);
}

// "la quadragénaire": the decade is in the value, "decade_40".
void read_person_of_decade(const Reader& read, uint32_t at, std::vector<Mention>* out) {
  for (const Hit& hit : read.text.hits_at(at, Category::age_word)) {
    if (hit.category != Category::age_word || hit.last > read.last) continue;
    absl::string_view decade = hit.sense->symbol;
    int from = 0;
    if (!absl::ConsumePrefix(&decade, "decade_") || !absl::SimpleAtoi(decade, &from)) continue;
    add(read, at, hit.last, from, from + kDecade - 1, out);
    return;
  }
}

}  // namespace

void find_age_decades(const Reader& read, std::vector<Mention>* out) {
  for (uint32_t at = read.first; (at = read.next_marked(at, kDecadeMark)) < read.last; ++at) {
    read_in_decade(read, at, out);
    read_person_of_decade(read, at, out);
  }
}

}  // namespace crosscheck
