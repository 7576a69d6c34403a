// Days and ends of a month or year that is told from today: "next month on the 5th", "EOY", "year to date".
#include "absl/strings/strip.h"
#include "mention/date_part.h"

namespace crosscheck {

std::optional<DatePart> read_day_in_month(const Reader& read, uint32_t at) {
  std::optional<DatePart> month = read_unit(read, at, false);
  const bool told = month && !month->to && month->reading.base == DateReading::Base::published &&
                    month->reading.unit == Grain::month;
  if (!told) return std::nullopt;
  const uint32_t behind = read.sign(month->last, ",") ? month->last + 1 : month->last;
  const uint32_t day_at = read.skip(behind, "the");
  if (day_at == behind) return std::nullopt;
  uint32_t last = day_at;
  auto day = read_day_number(read, day_at, &last);
  if (!day) day = read_spelled_rank(read, day_at, &last);
  if (!day || read.part_of_figure(day_at) || !read.clause_ends(last)) return std::nullopt;
  if (read.hit(last, Category::date_relation, "to") || read.dash(last)) return std::nullopt;
  month->reading.nth = day;
  month->reading.grain = Grain::day;
  month->last = last;
  return month;
}

std::optional<DatePart> read_unit_sign(const Reader& read, uint32_t at) {
  for (const Hit& hit : read.text.hits_at(at)) {
    absl::string_view name = hit.sense->symbol;
    if (hit.sense->category != Category::date_unit || hit.last > read.last) continue;
    const bool end = absl::ConsumePrefix(&name, "end_of_");
    if (!end && !absl::ConsumePrefix(&name, "so_far_of_")) continue;
    const auto grain = grain_of(name);
    const bool capitals = hit.last > at + 1 || read.token(at).capitals == Capitals::all;
    if (!grain || !capitals) continue;
    DatePart part;
    part.last = hit.last;
    part.reading.base = DateReading::Base::published;
    part.reading.unit = part.reading.grain = *grain;
    if (end) {
      const PartBounds bounds = month_part_bounds("end", *grain);
      part.reading.part_low = bounds.low, part.reading.part_high = bounds.high;
      if (*grain == Grain::quarter) part.reading.grain = Grain::month;
    } else {
      part.reading.rolling = true;
      part.reading.direction = -1;
    }
    return part;
  }
  return std::nullopt;
}

}  // namespace crosscheck
