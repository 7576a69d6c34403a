#include "mention/date_quarter.h"

namespace crosscheck {
namespace {

using Needs = DatePart::Needs;

DatePart quarters(uint32_t last, int first, int count) {
  DatePart part;
  part.last = last;
  part.reading.quarter = first;
  part.reading.grain = Grain::quarter;
  if (count > 1) {
    part.to = part.reading;
    part.to->quarter = first + count - 1;
  }
  return part;
}

// "1Q17", "2T 2019"
std::optional<DatePart> read_quarter_figure(const Reader& read, uint32_t at) {
  const auto number = read.figure(at, 1, 1);
  const bool joined = number && read.tight(at + 1) && read.token(at + 1).capitals != Capitals::none;
  const Hit* quarter = joined ? read.hit(at + 1, Category::date_unit, "quarter_sign") : nullptr;
  const Hit* half = joined ? read.hit(at + 1, Category::date_unit, "half_sign") : nullptr;
  if ((!quarter && !half) || *number < 1 || *number > (quarter ? 4 : 2)) return std::nullopt;
  DatePart part = quarter ? quarters(at + 2, *number, 1) : quarters(at + 2, *number * 2 - 1, 2);
  constexpr int kCentury = 2000;
  if (const auto year = read.figure(at + 2, 2, 2); year && read.tight(at + 2)) {
    part.reading.year = kCentury + *year;
    if (part.to) part.to->year = part.reading.year;
    part.last = at + 3;
    return part;
  }
  return read_year(read, at + 2) ? std::optional(part) : std::nullopt;
}

// "Q3", "H2", "T1", "S2".
std::optional<DatePart> read_quarter_sign(const Reader& read, uint32_t at) {
  const Hit* quarter = read.hit(at, Category::date_unit, "quarter_sign");
  const Hit* half = read.hit(at, Category::date_unit, "half_sign");
  const auto number = read.figure(at + 1, 1, 1);
  if ((!quarter && !half) || !number || !read.tight(at + 1) || read.token(at).capitals == Capitals::none)
    return std::nullopt;
  if (*number < 1 || *number > (quarter ? 4 : 2)) return std::nullopt;
  if (read.tight(at + 2) && read.word(at + 2)) return std::nullopt;  // "H1N1"
  DatePart part = quarter ? quarters(at + 2, *number, 1) : quarters(at + 2, *number * 2 - 1, 2);
  part.needs = Needs::preposition;
  return part;
}

constexpr int kLastOfYear = -1;

// "premier trimestre", "the second half", "1er semestre", "the last quarter of 2022".
std::optional<DatePart> read_quarter_words(const Reader& read, uint32_t at) {
  const uint32_t from = read.skip(at, "det");
  uint32_t after = from;
  int number = 0;
  const Hit* last = read.hit(from, Category::date_direction);
  if (!last) last = read.hit(from, Category::later, "final");
  if (last && (last->category == Category::later || number_of(*last) < 0)) {
    number = kLastOfYear, after = last->last;
  } else if (const Hit* ordinal = read.hit(from, Category::ordinal)) {
    number = number_of(*ordinal), after = ordinal->last;
  } else if (const auto figure = read.figure(from, 1, 1)) {
    const Hit* suffix = read.hit(from + 1, Category::ordinal_suffix);
    if (!suffix) return std::nullopt;
    number = *figure, after = suffix->last;
  }
  if (read.dash(after)) ++after;
  const bool half = read.hit(after, Category::date_unit, "half") != nullptr;
  const Hit* unit =
      half ? read.hit(after, Category::date_unit, "half") : read.hit(after, Category::date_unit, "quarter");
  if (!unit) return std::nullopt;
  if (number == kLastOfYear) {
    // "the last quarter" alone is told from today.
    if (!read_year(read, read.skip(unit->last, "of"))) return std::nullopt;
    number = half ? 2 : 4;
  }
  if (number < 1 || number > (half ? 2 : 4)) return std::nullopt;
  DatePart part = half ? quarters(unit->last, number * 2 - 1, 2) : quarters(unit->last, number, 1);
  // "in the first half" may be of a match, "the first quarter" seldom.
  if (half && read.hit(after, Category::date_doubtful)) part.needs = Needs::range;
  return part;
}

// "2021 Q3"
std::optional<DatePart> read_quarter_after_year(const Reader& read, uint32_t at) {
  const auto year = read_year(read, at);
  std::optional<DatePart> part = year ? read_quarter_sign(read, at + 1) : std::nullopt;
  if (!part) return std::nullopt;
  part->reading.year = year;
  if (part->to) part->to->year = year;
  part->needs = Needs::nothing;
  return part;
}

}  // namespace

std::optional<DatePart> read_quarter(const Reader& read, uint32_t at) {
  if (auto part = read_quarter_after_year(read, at)) return part;
  std::optional<DatePart> part = read_quarter_figure(read, at);
  if (part && part->reading.year) return part;
  if (!part) part = read_quarter_sign(read, at);
  if (!part) part = read_quarter_words(read, at);
  if (!part) return std::nullopt;
  const uint32_t end = part->last;
  read_year_after(read, &*part);
  const auto unit = part->last == end ? read_unit(read, read.skip(end, "of"), true) : std::nullopt;
  if (unit && unit->reading.unit == Grain::year) set_year_of(*unit, &*part);
  if (part->to) {
    const auto quarter = part->to->quarter;
    part->to = part->reading;
    part->to->quarter = quarter;
  }
  return part;
}

std::optional<DatePart> read_part_of_quarter(const Reader& read, uint32_t at, absl::string_view which) {
  constexpr int kMonths = 3;
  std::optional<DatePart> part = read_quarter(read, at);
  if (!part || part->to || !part->reading.quarter || part->reading.base != DateReading::Base::absolute)
    return std::nullopt;
  const int place = which == "start" ? 1 : which == "middle" ? 2 : kMonths;
  part->reading.month = (*part->reading.quarter - 1) * kMonths + place;
  part->reading.quarter.reset();
  part->reading.grain = Grain::month;
  return part;
}

}  // namespace crosscheck
