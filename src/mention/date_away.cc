// Weekdays and seasons counted from today: "two Mondays ago", "il y a deux étés", "three Sundays from now".
#include <array>

#include "absl/strings/numbers.h"
#include "absl/strings/strip.h"
#include "mention/date_part.h"

namespace crosscheck {
namespace {

using Base = DateReading::Base;

constexpr int kMost = 10;  // that are counted

// "two … ago", "il y a deux …", "dans trois …": a number with what is counted between the words that tell the
// way.
struct Away {
  const Hit* lead = nullptr;  // before the number
  uint32_t counted = 0;       // where what is counted stands
  int number = 0, way = 0;
  uint32_t last = 0;
};

std::optional<Away> read_lead(const Reader& read, uint32_t at) {
  Away out;
  out.lead = read.hit(at, Category::ago, "before");
  out.way = out.lead ? -1 : 0;
  if (!out.lead) out.lead = read.hit(at, Category::ago, "in"), out.way = out.lead ? 1 : 0;
  const auto number = read.small_number(out.lead ? out.lead->last : at);
  if (!number || number->value < 1 || number->value > kMost) return std::nullopt;
  out.number = number->value;
  out.counted = number->last;
  return out;
}

// Whether the way is told, before or behind what is counted, which ends at `end`.
bool read_way(const Reader& read, uint32_t end, Away* out) {
  out->last = end;
  if (out->lead) return true;
  const Hit* ago = read.hit(end, Category::ago, "ago");
  const Hit* hence = ago ? nullptr : read.hit(end, Category::ago, "hence");
  if (!ago && !hence) return false;
  out->way = ago ? -1 : 1;
  out->last = (ago ? ago : hence)->last;
  return true;
}

constexpr int kWeekend = 8;  // of "weekends"

// The weekday of "Mondays"; 0 when there is none.
int weekdays_at(const Reader& read, uint32_t at, uint32_t* last) {
  int weekday = 0;
  if (!read.inside(at)) return 0;
  for (const Hit& hit : read.text.hits_at(at)) {
    absl::string_view days = hit.sense->symbol;
    const bool found = hit.category == Category::date_unit && absl::ConsumePrefix(&days, "weekday_") &&
                       absl::SimpleAtoi(days, &weekday);
    *last = hit.last;
    if (found) return weekday;
  }
  return 0;
}

}  // namespace

std::optional<DatePart> read_weekdays_away(const Reader& read, uint32_t at) {
  constexpr int kWeek = 7, kSaturday = 6, kSunday = 7;
  auto away = read_lead(read, at);
  uint32_t end = at;
  const int weekday = away ? weekdays_at(read, away->counted, &end) : 0;
  if (weekday == 0 || !read_way(read, end, &*away)) return std::nullopt;
  DatePart part;
  part.last = away->last;
  part.reading.base = Base::weekday;
  part.reading.weekday = weekday;
  part.reading.direction = away->way;
  part.reading.shift = away->way * (away->number - 1) * kWeek;
  if (weekday != kWeekend) return part;
  part.reading.weekday = kSaturday;
  part.reading.weekend = true;
  part.reading.unit = Grain::week;
  part.to = part.reading;
  part.to->weekday = kSunday;
  part.to->shift = 0;  // the Sunday is told from its Saturday
  return part;
}

std::optional<DatePart> read_seasons_away(const Reader& read, uint32_t at) {
  auto away = read_lead(read, at);
  if (!away || !read.inside(away->counted)) return std::nullopt;
  for (const Hit& hit : read.text.hits_at(away->counted)) {
    absl::string_view name = hit.sense->symbol;
    if (hit.sense->category != Category::date_unit || !absl::ConsumePrefix(&name, "season_")) continue;
    const auto months = months_of_season(name);
    if (!months || !read_way(read, hit.last, &*away)) continue;
    DatePart part;
    part.last = away->last;
    part.reading.base = Base::published;
    part.reading.unit = Grain::year;
    part.reading.offset = away->way * away->number;
    part.reading.month = months->from;
    part.reading.grain = Grain::quarter;
    part.to = part.reading;
    constexpr int kYear = 12;
    part.to->month = months->to > kYear ? months->to - kYear : months->to;
    if (months->to > kYear) ++part.to->offset;
    return part;
  }
  return std::nullopt;
}

}  // namespace crosscheck
