// Calendar units told from today or from another date: "last week", "le mois prochain", "the following year",
// "ce week-end".
#include <algorithm>

#include "mention/date_part.h"

namespace crosscheck {
namespace {

constexpr int kWeek = 7;

using Base = DateReading::Base;

void set_weekend(DatePart* part) {
  constexpr int kSaturday = 6, kSunday = 7;
  part->reading.base = Base::weekday;
  part->reading.weekday = kSaturday;
  part->reading.weekend = true;
  part->reading.unit = Grain::week;
  part->reading.grain = Grain::day;
  part->to = part->reading;
  part->to->weekday = kSunday;
}

// What stands on one side of a unit.
struct Modifier {
  const Hit* direction = nullptr;  // "dernier", "next"
  const Hit* later = nullptr;      // "following", "précédent", "-là"
  uint32_t last = 0;

  bool found() const { return direction || later; }
  int way() const { return direction ? number_of(*direction) : 0; }
};

Modifier modifier_at(const Reader& read, uint32_t at) {
  Modifier out;
  out.last = at;
  out.direction = read.hit(at, Category::date_direction);
  if (out.direction) out.last = out.direction->last;
  for (const Symbol way : std::initializer_list<Symbol>{"following", "preceding", "same", "current"}) {
    const Hit* found = read.hit(at, Category::later, way);
    if (!found) continue;
    out.later = found;
    out.last = std::max(out.last, found->last);
  }
  return out;
}

int offset_of(const Hit& later) {
  if (later.is("following")) return 1;
  return later.is("preceding") ? -1 : 0;
}

// What follows the unit, where what stands before leaves room for it: "cette année-là", "la semaine
// dernière".
Modifier modifier_after(const Reader& read, const Modifier& before, uint32_t at) {
  Modifier after = before.later || before.way() != 0 ? Modifier{} : modifier_at(read, at);
  if (after.later) return after;
  if (before.found() || after.way() == 0) return {};
  return after;
}

}  // namespace

std::optional<Grain> grain_of(absl::string_view unit) {
  if (unit == "day") return Grain::day;
  if (unit == "week" || unit == "weekend") return Grain::week;
  if (unit == "month") return Grain::month;
  if (unit == "quarter") return Grain::quarter;
  if (unit == "year") return Grain::year;
  return std::nullopt;
}

std::optional<DatePart> read_unit(const Reader& read, uint32_t at, bool bare) {
  const uint32_t from = read.skip(at, "det");
  const Modifier before = modifier_at(read, from);
  // "over the last week", "la dernière année" are lengths of time.
  const bool determined = from != at || read.hit_before(at, Category::date_article, "det");
  const bool span = before.way() < 0 || read.hit_before(before.last, Category::date_article, "span_ahead");
  const Hit* unit = read.hit(before.last, Category::date_unit);
  if (read.hit(before.last, Category::clock_shift)) return std::nullopt;  // "quarter past"
  // "the next quarter" is one of the calendar, "the last quarter of the match" none
  const bool quarter = unit && unit->is("quarter") && !read.hit(unit->last, Category::date_article, "of");
  if (determined && before.way() != 0 && span && !before.later && !bare && !quarter) return std::nullopt;
  const std::optional<Grain> grain = unit ? grain_of(unit->sense->symbol) : std::nullopt;
  if (!grain) return std::nullopt;
  const Modifier after = modifier_after(read, before, unit->last);
  const bool weekend = unit->is("weekend");
  if (!before.found() && !after.found() && !bare && !weekend) return std::nullopt;
  DatePart part;
  part.first = at;
  part.last = after.found() ? after.last : unit->last;
  if (after.later && read.hit(part.last, Category::date_unit, Symbol::of(unit->sense->symbol)))
    return std::nullopt;  // "year after year"
  const Hit* later = before.later ? before.later : after.later;
  const int way = before.direction ? before.way() : after.way();
  // "un week-end de trois jours", "a three-day weekend"
  const bool indefinite =
      weekend && !determined && !before.found() &&
      (read.hit_before(at, Category::cardinal) || read.hit_before(at, Category::duration_unit));
  if (indefinite) return std::nullopt;
  if (weekend) {
    // "le week-end du 4 mars" is told by its date.
    const Hit* of = read.hit(part.last, Category::date_article, "of");
    const Hit* beyond = after.later ? read.hit(part.last, Category::date_direction) : nullptr;
    const int weeks = beyond && offset_of(*later) == number_of(*beyond) ? number_of(*beyond) : 0;
    if ((later && weeks == 0) || (of && read.digits(of->last))) return std::nullopt;
    part.reading.direction = weeks != 0 ? weeks : way;
    if (weeks != 0) part.last = beyond->last, part.reading.shift = weeks * kWeek;
    part.reading.nearest = before.direction && way == 0;
    set_weekend(&part);
    part.to->shift = 0;  // the Sunday is told from its Saturday
    return part;
  }
  const bool current = later && later->is("current");
  part.reading.base = later && !current ? Base::anchor : Base::published;
  part.reading.offset = later ? offset_of(*later) : way;
  part.reading.unit = part.reading.grain = *grain;
  // "the year before last", "the week after next"
  const Hit* again = after.later ? read.hit(part.last, Category::date_direction) : nullptr;
  if (again && part.reading.offset != 0 && number_of(*again) == part.reading.offset &&
      !read.hit(again->last, Category::date_unit)) {
    part.reading.base = Base::published;
    part.reading.offset *= 2;
    part.last = again->last;
  }
  return part;
}

PartBounds month_part_bounds(absl::string_view part, Grain of) {
  const bool days = of == Grain::month;
  if (of == Grain::quarter) {  // its months
    const int month = part == "start" ? 1 : part == "middle" ? 2 : 3;
    return {month, month};
  }
  if (of == Grain::week)
    return part == "start" ? PartBounds{1, 3} : part == "middle" ? PartBounds{3, 4} : PartBounds{5, 7};
  if (part == "start") return days ? PartBounds{1, 10} : PartBounds{1, 3};
  if (part == "middle") return days ? PartBounds{11, 20} : PartBounds{5, 8};
  return days ? PartBounds{21, 31} : PartBounds{10, 12};
}

}  // namespace crosscheck
