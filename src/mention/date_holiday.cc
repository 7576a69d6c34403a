// Days that move through the calendar: holidays of the data ("Noël", "lundi de Pâques", "Thanksgiving 2022"),
// "the first Monday of May", "la deuxième semaine de mars".
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "mention/date_part.h"

namespace crosscheck {
namespace {

// "12-25", "easter+1", "11/4/4" (the fourth Thursday of November), "11/4/4+1".
bool read_symbol(absl::string_view symbol, DateReading* reading) {
  int value = 0;
  if (absl::ConsumePrefix(&symbol, "easter")) {
    if (!symbol.empty() && !absl::SimpleAtoi(symbol, &value)) return false;
    reading->easter = value;
    return true;
  }
  std::pair<absl::string_view, absl::string_view> sides = absl::StrSplit(symbol, absl::MaxSplits('-', 1));
  int month = 0;
  if (absl::SimpleAtoi(sides.first, &month) && absl::SimpleAtoi(sides.second, &value)) {
    reading->month = month, reading->day = value;
    return true;
  }
  sides = absl::StrSplit(symbol, absl::MaxSplits('+', 1));
  const std::vector<absl::string_view> fields = absl::StrSplit(sides.first, '/');
  int weekday = 0;
  if (fields.size() != 3 || !absl::SimpleAtoi(fields[0], &month) || !absl::SimpleAtoi(fields[1], &weekday) ||
      !absl::SimpleAtoi(fields[2], &value))
    return false;
  reading->month = month, reading->weekday = weekday, reading->nth = value;
  return sides.second.empty() || absl::SimpleAtoi(sides.second, &reading->shift);
}

// "first", "deuxième", "3e", "last" before a unit or weekday; the place after it in `last`.
std::optional<int> read_rank(const Reader& read, uint32_t at, uint32_t* last) {
  if (const Hit* direction = read.hit(at, Category::date_direction); direction && number_of(*direction) < 0) {
    *last = direction->last;
    return -1;
  }
  if (const Hit* ordinal = read.hit(at, Category::ordinal)) {
    *last = ordinal->last;
    return number_of(*ordinal);
  }
  const auto figure = read.figure(at, 1, 1);
  const Hit* suffix = figure ? read.hit(at + 1, Category::ordinal_suffix) : nullptr;
  if (!suffix) return std::nullopt;
  *last = suffix->last;
  return figure;
}

}  // namespace

std::optional<DatePart> read_holiday(const Reader& read, uint32_t at) {
  const Hit* hit = read.hit(at, Category::holiday);
  if (!hit) return std::nullopt;
  DatePart part;
  // A name alone may be that of a person or a market: "Noël Roux", "un marché de Noël".
  if (read.hit(at, Category::date_doubtful)) part.needs = DatePart::Needs::preposition;
  if (!read_symbol(hit->sense->symbol, &part.reading)) return std::nullopt;
  part.last = hit->last;
  if (read.digits(at) && read.dash(part.last) && read.tight(part.last)) return std::nullopt;
  read_year_after(read, &part);
  return part;
}

std::optional<DatePart> read_nth_of_month(const Reader& read, uint32_t at) {
  constexpr int kMost = 5, kSaturday = 6, kSunday = 7;
  const uint32_t from = read.skip(at, "det");
  uint32_t after = from;
  const auto rank = read_rank(read, from, &after);
  if (!rank || *rank == 0 || *rank > kMost) return std::nullopt;
  const Hit* weekday = read.hit(after, Category::weekday);
  const Hit* unit = weekday ? nullptr : read.hit(after, Category::date_unit);
  const bool week = unit && unit->sense->symbol == "week", weekend = unit && unit->sense->symbol == "weekend";
  if (!weekday && !week && !weekend) return std::nullopt;
  const uint32_t end = weekday ? weekday->last : unit->last;
  const uint32_t of = read.skip(end, "of");
  const auto month = of == end ? std::nullopt : read_month(read, of);
  if (!month) return std::nullopt;
  DatePart part;
  part.last = month->last;
  part.reading.month = month->value;
  part.reading.nth = rank;
  if (weekday) part.reading.weekday = number_of(*weekday);
  if (weekend) part.reading.weekday = kSaturday;
  if (week) part.reading.grain = Grain::week;
  read_year_after(read, &part);
  if (weekend) {
    part.to = part.reading;
    part.to->shift = kSunday - kSaturday;
  }
  return part;
}

}  // namespace crosscheck
