// Decades: "the 1990s", "the '80s", "the nineties", "les années 60", "le début des années quatre-vingt"; and
// centuries: "the 20th century", "le XVIIIe siècle", "fin du XIXe siècle".
#include "absl/strings/numbers.h"
#include "absl/strings/strip.h"
#include "mention/date_part.h"
#include "mention/roman.h"

namespace crosscheck {
namespace {

constexpr int kDecade = 10, kCentury = 100;

DatePart years_from(uint32_t last, int from, int count) {
  DatePart part;
  part.last = last;
  part.reading.year = from;
  part.reading.grain = Grain::year;
  part.to = part.reading;
  part.to->year = from + count - 1;
  return part;
}

std::optional<DatePart> ten_years(uint32_t last, int from) {
  if (from % kDecade != 0) return std::nullopt;
  if (from < kCentury) from += 1900;
  if (!plausible_year(from)) return std::nullopt;
  // "the 1600s"
  constexpr int kOfDecades = 1900;
  const bool century = from < kOfDecades && from % kCentury == 0;
  return years_from(last, from, century ? kCentury : kDecade);
}

// After "années".
std::optional<DatePart> read_number_after(const Reader& read, uint32_t at) {
  constexpr int kFirst = 10;
  const Hit* to = read.hit(at + 1, Category::date_relation, "to");
  if (to && read_year(read, at) && read_year(read, to->last))
    return std::nullopt;  // "les années 2020 à 2022"
  if (const auto year = read.figure(at, 2, 4))
    return read.text.word(at).size() == 3 ? std::nullopt : ten_years(at + 1, *year);
  const auto number = read.small_number(at);
  if (!number || !number->in_words || number->value < kFirst || number->value >= kCentury)
    return std::nullopt;
  return ten_years(number->last, number->value);
}

// "1990s", "'80s", "80s" after an article, "nineties".
std::optional<DatePart> read_with_ending(const Reader& read, uint32_t at, bool determined) {
  constexpr int kShortest = 20;
  if (const auto word = determined ? decade_word(read, at) : std::nullopt) return ten_years(at + 1, *word);
  // "the nineteen eighties"
  const auto century = determined && !read.digits(at) ? read.small_number(at) : std::nullopt;
  if (century && century->value > kDecade && century->value <= 2 * kDecade) {
    const auto word = decade_word(read, century->last);
    if (word) return ten_years(century->last + 1, century->value * kCentury + *word);
  }
  const bool mark = read.sign(at, "'") || read.sign(at, "’") || read.sign(at, "‘");
  const uint32_t from = mark ? at + 1 : at;
  const auto year = read.figure(from, 2, 4);
  const Hit* ending =
      year && read.tight(from + 1) ? read.hit(from + 1, Category::date_unit, "decade_ending") : nullptr;
  if (!ending || read.text.word(from).size() == 3) return std::nullopt;
  const bool shortened = *year < kCentury;
  if (shortened && (!determined || *year < kShortest)) return std::nullopt;
  return ten_years(ending->last, *year);
}

// "this decade", "la prochaine décennie", "this century": told from the year of publication.
std::optional<DatePart> read_span_of_years(const Reader& read, uint32_t at) {
  const uint32_t from = read.skip(at, "det");
  const Hit* direction = read.hit(from, Category::date_direction);
  const uint32_t unit_at = direction ? direction->last : from;
  const Hit* decade = read.hit(unit_at, Category::date_unit, "ten_years");
  const Hit* unit = decade ? decade : read.hit(unit_at, Category::date_unit, "century");
  if (!unit) return std::nullopt;
  // "le siècle dernier"
  const Hit* after = direction ? nullptr : read.hit(unit->last, Category::date_direction);
  if (!direction) direction = after;
  if (!direction || (after && number_of(*after) == 0)) return std::nullopt;
  DatePart part;
  part.last = after ? after->last : unit->last;
  part.reading.base = DateReading::Base::published;
  part.reading.unit = part.reading.grain = Grain::year;
  part.reading.nth = decade ? kDecade : kCentury;
  part.reading.offset = number_of(*direction);
  return part;
}

std::optional<DatePart> read_whole(const Reader& read, uint32_t at) {
  if (const auto span = read_span_of_years(read, at)) return span;
  if (const Hit* decade = read.hit(at, Category::date_unit, "decade"))
    return read_number_after(read, decade->last);
  const uint32_t from = read.skip(at, "det");
  const bool mark = from > read.first && (read.sign(from - 1, "'") || read.sign(from - 1, "’"));
  if (mark) return read_with_ending(read, from, true);
  return read_with_ending(read, from, from != at || read.hit_before(at, Category::date_article, "det"));
}

// "20th", "XVIIIe", "vingtième", "twenty-first" before the word for a century.
std::optional<int> read_century_rank(const Reader& read, uint32_t at, uint32_t* last) {
  if (const auto rank = read_spelled_rank(read, at, last)) return rank;
  const auto figure = read.figure(at, 1, 2);
  if (const Hit* suffix = figure ? read.hit(at + 1, Category::ordinal_suffix) : nullptr) {
    *last = suffix->last;
    return figure;
  }
  if (!read.word(at)) return std::nullopt;
  constexpr size_t kSuffix = 5;
  const absl::string_view word = read.text.word(at);
  const size_t length = roman_length(word);
  if (length == 0 || length + kSuffix < word.size()) return std::nullopt;
  *last = at + 1;
  return roman_value(word.substr(0, length));
}

// "XX" of "siglo XX"
std::optional<int> read_roman(const Reader& read, uint32_t at) {
  if (!read.word(at)) return std::nullopt;
  const absl::string_view word = read.text.word(at);
  return roman_length(word) == word.size() ? std::optional(roman_value(word)) : std::nullopt;
}

std::optional<DatePart> read_whole_century(const Reader& read, uint32_t at) {
  constexpr int kFirst = 4, kLast = 30;
  const uint32_t from = read.skip(at, "det");
  uint32_t last = from;
  std::optional<int> rank;
  if (const Hit* before = read.hit(from, Category::date_unit, "century_before")) {
    rank = read_roman(read, before->last);
    last = before->last + 1;
  } else {
    rank = read_century_rank(read, from, &last);
    if (read.dash(last)) ++last;
    const Hit* century = rank ? read.hit(last, Category::date_unit, "century") : nullptr;
    if (!century) return std::nullopt;
    last = century->last;
  }
  if (!rank || *rank < kFirst || *rank > kLast || read.hit(last, Category::date_article, "before_era"))
    return std::nullopt;
  return years_from(last, (*rank - 1) * kCentury, kCentury);
}

// Whether a century may be told at `at`: by a rank, or by a Roman numeral, which no list holds, before its
// word.
bool may_be_century(const Reader& read, uint32_t at) {
  constexpr uint64_t kUnit = mark(Category::date_unit);
  constexpr uint64_t kStarts = kUnit | mark(Category::date_article) | mark(Category::month_part) |
                               mark(Category::cardinal) | mark(Category::ordinal);
  return read.digits(at) || read.starts(at, kStarts) || read.starts(at + 1, kUnit) ||
         (read.dash(at + 1) && read.starts(at + 2, kUnit));
}

// The start, middle or end of a century.
void set_third(absl::string_view which, DatePart* part) {
  constexpr int kThird = 33;
  const int first = *part->reading.year;
  if (which == "start") part->to->year = first + kThird;
  if (which == "middle") part->reading.year = first + kThird, part->to->year = first + 2 * kThird;
  if (which == "end") part->reading.year = first + 2 * kThird;
}

}  // namespace

std::optional<int> decade_word(const Reader& read, uint32_t at) {
  const Hit* word = read.hit(at, Category::date_unit);
  absl::string_view symbol = word ? absl::string_view(word->sense->symbol) : "";
  int from = 0;
  const bool found = absl::ConsumePrefix(&symbol, "decade_") && absl::SimpleAtoi(symbol, &from);
  return found ? std::optional(from) : std::nullopt;
}

std::optional<DatePart> read_decade(const Reader& read, uint32_t at) {
  uint32_t from = read.skip(at, "det");
  const Hit* of = read.hit(from, Category::month_part);
  if (!of) return read_whole(read, at);
  from = of->last;
  if (read.dash(from)) ++from;
  std::optional<DatePart> part = read_whole(read, from);
  for (const Symbol use : std::initializer_list<Symbol>{"of", "det"}) {
    if (!part && read.skip(from, use) != from) part = read_whole(read, read.skip(from, use));
  }
  if (!part) {
    const auto year = read_with_ending(read, from, true);
    if (!year) return std::nullopt;
    part = year;
  }
  const absl::string_view which = of->sense->symbol;
  constexpr int kEarly = 3, kMiddle = 4, kLate = 7, kMiddleEnd = 6;
  const int first = *part->reading.year;
  if (*part->to->year - first >= kCentury - 1) {
    set_third(which, &*part);
    return part;
  }
  if (which == "start") part->to->year = first + kEarly;
  if (which == "middle") part->reading.year = first + kMiddle, part->to->year = first + kMiddleEnd;
  if (which == "end") part->reading.year = first + kLate;
  return part;
}

std::optional<DatePart> read_century(const Reader& read, uint32_t at) {
  if (!may_be_century(read, at)) return std::nullopt;
  uint32_t from = read.skip(at, "det");
  const Hit* of = read.hit(from, Category::month_part);
  if (!of) return read_whole_century(read, at);
  from = of->last;
  if (read.dash(from)) ++from;
  std::optional<DatePart> part = read_whole_century(read, from);
  if (!part) part = read_whole_century(read, read.skip(from, "of"));
  if (!part) return std::nullopt;
  set_third(of->sense->symbol, &*part);
  return part;
}

}  // namespace crosscheck
