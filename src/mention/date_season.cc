#include "mention/date_season.h"

namespace crosscheck {
namespace {

using Needs = DatePart::Needs;

constexpr int kYear = 12;  // months

}  // namespace

void read_next_year(const Reader& read, DatePart* part) {
  constexpr int kCentury = 100;
  const uint32_t sign = part->last;
  if (!part->reading.year || (!read.sign(sign, "/") && !read.dash(sign)) || !read.tight(sign) ||
      !read.tight(sign + 1))
    return;
  const int next = *part->reading.year + 1;
  const auto full = read.figure(sign + 1, 4, 4), brief = read.figure(sign + 1, 2, 2);
  if ((full && *full == next) || (brief && *brief == next % kCentury)) part->last = sign + 2;
}

std::optional<DatePart> read_season(const Reader& read, uint32_t at) {
  const Hit* direction = read.hit(at, Category::date_direction);
  const Hit* hit = read.hit(direction ? direction->last : at, Category::season);
  if (!hit) return std::nullopt;
  DatePart part;
  part.last = hit->last;
  part.needs = Needs::preposition;
  part.reading.grain = Grain::quarter;
  if (direction) part.reading.direction = number_of(*direction), part.needs = Needs::nothing;
  read_year_after(read, &part);
  read_next_year(read, &part);
  const auto season = months_of_season(hit->sense->symbol);
  if (!season) return std::nullopt;
  part.reading.month = season->from;
  part.to = part.reading;
  part.to->month = season->to > kYear ? season->to - kYear : season->to;
  if (season->to > kYear && part.to->year) ++*part.to->year;
  return part;
}

std::optional<DatePart> read_part_of_season(const Reader& read, uint32_t at, absl::string_view which) {
  std::optional<DatePart> part = read_season(read, at);
  if (!part) return std::nullopt;
  const int place = which == "start" ? 0 : which == "middle" ? 1 : 2;
  const int first = *part->reading.month + place, last = first + 1;
  if (first > kYear) return std::nullopt;
  part->reading.month = first;
  if (last <= kYear) part->to->month = last, part->to->year = part->reading.year;
  if (last > kYear) part->to->month = last - kYear;
  part->reading.grain = part->to->grain = Grain::month;
  part->needs = Needs::nothing;
  return part;
}

}  // namespace crosscheck
