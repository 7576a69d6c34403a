// Days that have a name: holidays of the data ("Noël", "lundi de Pâques", "Thanksgiving 2022").
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

}  // namespace

std::optional<DatePart> read_holiday(const Reader& read, uint32_t at) {
  const Hit* direction = read.hit(at, Category::date_direction);
  const Hit* hit = read.hit(direction ? direction->last : at, Category::holiday);
  if (!hit) return std::nullopt;
  DatePart part;
  if (direction) part.reading.direction = number_of(*direction);
  // A name alone may be that of a person or a market: "Noël Roux", "un marché de Noël".
  const Hit* doubt = read.hit(hit->first, Category::date_doubtful);
  if (doubt && doubt->last >= hit->last && !direction) part.needs = DatePart::Needs::preposition;
  if (!read_symbol(hit->sense->symbol, &part.reading)) return std::nullopt;
  part.last = hit->last;
  if (read.digits(at) && read.dash(part.last) && read.tight(part.last)) return std::nullopt;
  read_year_after(read, &part);
  return part;
}

}  // namespace crosscheck
