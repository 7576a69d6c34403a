// Decades: "the 1990s", "the '80s", "the nineties", "les années 60", "le début des années quatre-vingt".
#include "absl/strings/numbers.h"
#include "absl/strings/strip.h"
#include "mention/date_part.h"

namespace crosscheck {
namespace {

constexpr int kDecade = 10, kCentury = 100;

std::optional<DatePart> ten_years(uint32_t last, int from) {
  if (from % kDecade != 0) return std::nullopt;
  if (from < kCentury) from += 1900;
  if (!plausible_year(from)) return std::nullopt;
  DatePart part;
  part.last = last;
  part.reading.year = from;
  part.reading.grain = Grain::year;
  part.to = part.reading;
  part.to->year = from + kDecade - 1;
  return part;
}

// After "années".
std::optional<DatePart> read_number_after(const Reader& read, uint32_t at) {
  constexpr int kFirst = 10;
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

std::optional<DatePart> read_whole(const Reader& read, uint32_t at) {
  if (const Hit* decade = read.hit(at, Category::date_unit, "decade"))
    return read_number_after(read, decade->last);
  const uint32_t from = read.skip(at, "det");
  const bool mark = from > read.first && (read.sign(from - 1, "'") || read.sign(from - 1, "’"));
  if (mark) return read_with_ending(read, from, true);
  return read_with_ending(read, from, from != at || read.hit_before(at, Category::date_article, "det"));
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
  for (const char* use : {"of", "det"}) {
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
  if (which == "start") part->to->year = first + kEarly;
  if (which == "middle") part->reading.year = first + kMiddle, part->to->year = first + kMiddleEnd;
  if (which == "end") part->reading.year = first + kLate;
  return part;
}

}  // namespace crosscheck
