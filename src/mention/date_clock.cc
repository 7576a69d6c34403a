// Clock times and parts of the day that stand before or after a date and belong to it.
#include "mention/date_clock.h"

#include "mention/clock.h"
#include "mention/date_expression.h"

namespace crosscheck {
namespace {

using Needs = DatePart::Needs;

void set_clock(const Clock& clock, DatePart* part) {
  DateReading& reading = part->reading;
  constexpr int kMidnight = 24;
  int hour = clock.minute_of_day / 60;
  // "vendredi soir à 8 heures"
  if (reading.from_hour && *reading.from_hour >= 12 && hour < 12 && hour > 0) hour += 12;
  // "tonight at midnight" ends the day
  if (reading.from_hour && *reading.from_hour >= 12 && hour == 0) hour = kMidnight;
  reading.hour = hour;
  if (clock.minutes) reading.minute = clock.minute_of_day % 60;
  reading.zone = clock.zone;
  reading.grain = clock.minutes ? Grain::minute : Grain::hour;
}

bool read_part_after(const Reader& read, uint32_t at, DatePart* part) {
  const Hit* of_day = read.hit(at, Category::day_part);
  int from = 0, to = 0;
  if (!of_day || !day_part_hours(of_day->sense->symbol, &from, &to)) return false;
  part->reading.from_hour = from, part->reading.to_hour = to;
  part->reading.grain = Grain::part_of_day;
  part->last = of_day->last;
  return true;
}

// Whether a day to come is told, or nothing but it: "at 9 tomorrow", but not "stood at 9 on Friday".
bool is_appointment(const Reader& read, const DatePart& day, uint32_t from) {
  const bool coming = day.reading.base == DateReading::Base::published && day.reading.offset > 0;
  return coming || read.ahead_before(from) || read.alone(from, day.last);
}

// "at 5", "at eight": a bare hour beside a day, where nothing is counted with it.
std::optional<Clock> read_bare_hour(const Reader& read, uint32_t at) {
  constexpr int kHours = 12;
  const auto hour = read.small_number(at);
  if (!hour || hour->value < 1 || hour->value > kHours) return std::nullopt;
  if (!read.clause_ends(hour->last) && !read.hit(hour->last, Category::day_offset)) return std::nullopt;
  // "lundi à 11 km de la côte"
  if (read.hit(hour->last, Category::unit) || read.hit(hour->last, Category::currency)) return std::nullopt;
  // "bis 5. Mai"
  if (read.tight(hour->last) && read.inside(hour->last + 1) && read.hit(hour->last, Category::ordinal_suffix))
    return std::nullopt;
  if (!hour->in_words && (read.dash(hour->last) || read.sign(hour->last, "/") || read.sign(hour->last, "%")))
    return std::nullopt;
  Clock clock;
  clock.last = hour->last;
  clock.minute_of_day = hour->value * 60;
  return clock;
}

// "T12:30" of "2016-10-05T12:30".
bool read_iso_clock(const Reader& read, uint32_t at, DatePart* part) {
  if (!read.tight(at) || !read.tight(at + 1) || !read.digits(at - 1) || read.text.word(at) != "T")
    return false;
  const auto clock = read_clock(read, at + 1);
  if (!clock) return false;
  part->last = clock->last;
  set_clock(*clock, part);
  return true;
}

// ", vers 20 heures", "at 6 p.m.", "08H00".
bool read_clock_after(const Reader& read, uint32_t at, DatePart* part) {
  const bool comma = read.sign(at, ",");
  if (comma) ++at;
  const Hit* lead = read.hit(at, Category::date_article, "at");
  if (const Hit* about = read.hit(lead ? lead->last : at, Category::date_article, "about")) lead = about;
  auto clock = read_clock(read, lead ? lead->last : at);
  if (!clock && lead && !comma) clock = read_bare_hour(read, lead->last);
  if (!clock) return false;
  // "15 mai, 15h"
  constexpr int kMorning = 5 * 60;
  const bool figure =
      clock->has_sign && read.digits(at) && clock->minute_of_day >= kMorning && read.clause_ends(clock->last);
  if (comma && !lead && !clock->sure && !figure) return false;
  if (!clock->sure && read.hit(clock->last, Category::date_article, "of")) return false;
  part->last = clock->last;
  set_clock(*clock, part);
  return true;
}

struct ClockRange {
  Clock from, to;
  uint32_t last;
};

// "lost 98-101"
bool tells_score(const Reader& read) {
  for (uint32_t at = read.first; at < read.last; ++at) {
    if (read.hit(at, Category::false_number, "score")) return true;
  }
  return false;
}

// "from 2 to 4pm", "de 14 h à 16 h", "between 9am and 11am", "9:00-11:30", "9h-17h". A bare hour that starts
// it takes the half of the day from the end.
std::optional<ClockRange> read_clock_range(const Reader& read, uint32_t at, bool day_told = false) {
  const Hit* from_word = read.hit(at, Category::date_relation, "from");
  const Hit* between = read.hit(at, Category::date_relation, "between");
  const Hit* lead = between ? between : from_word;
  const uint32_t start = lead ? lead->last : at;
  std::optional<Clock> from = read_clock(read, start);
  constexpr int kHours = 12, kMinutes = 60, kDay = 24;
  const auto bare = from ? std::nullopt : read.small_number(start);
  if (!from && (!bare || bare->value < 1 || bare->value > kDay)) return std::nullopt;
  const uint32_t end = from ? from->last : bare->last;
  const Hit* joint = read.hit(end, Category::date_relation, between ? Symbol("and") : Symbol("to"));
  const bool dash = !joint && !between && read.dash(end);
  if (!joint && !dash) return std::nullopt;
  const uint32_t next = joint ? joint->last : end + 1;
  auto to = read_clock(read, read.skip(next, "at"));
  // "tomorrow from 9 to 11"
  if (!to && lead && day_told && joint) to = read_bare_hour(read, next);
  // "Monday 9-11"
  const bool hours =
      !to && !from && day_told && dash && read.tight(end) && read.tight(next) && !tells_score(read);
  if (hours) to = read_bare_hour(read, next);
  // "tomorrow 8-10am", "8 to 10 pm tonight"
  const bool by_day = day_told && !from && to && (to->sure || hours);
  if (!to || (!lead && !by_day && !(from && (from->sure || from->minutes || from->has_sign))))
    return std::nullopt;
  if (!from) {
    from.emplace();
    const bool afternoon = to->minute_of_day >= kHours * kMinutes && bare->value < kHours &&
                           bare->value + kHours <= to->minute_of_day / kMinutes;
    from->minute_of_day = (bare->value + (afternoon ? kHours : 0)) * kMinutes;
    from->zone = to->zone;
  }
  if (to->sure && !from->sure && from->has_sign)
    from->minute_of_day = with_half_day_of(read, from->minute_of_day, to->minute_of_day, to->last);
  // "from 9 to 5"
  const bool plain = !to->sure && !to->minutes && !to->has_sign && to->minute_of_day < kHours * kMinutes;
  if (plain && to->minute_of_day <= from->minute_of_day) to->minute_of_day += kHours * kMinutes;
  // "Saturday from 7pm to midnight", "Friday 10pm-2am"
  constexpr int kEvening = 17 * kMinutes;
  if (to->minute_of_day < from->minute_of_day && from->minute_of_day >= kEvening)
    to->minute_of_day += kDay * kMinutes;
  if (to->minute_of_day <= from->minute_of_day) return std::nullopt;
  return ClockRange{*from, *to, to->last};
}

// "tomorrow from 2 to 4pm", "vendredi de 9 h à 11 h"
bool read_clocks_after(const Reader& read, uint32_t at, DatePart* part) {
  if (read.sign(at, ",")) ++at;
  const auto range = read_clock_range(read, at, true);
  if (!range) return false;
  DatePart to = *part;
  set_clock(range->from, part);
  set_clock(range->to, &to);
  part->to = to.reading;
  part->last = range->last;
  return true;
}

// "20h" of "20h ce soir", "15h30" of "15h30 vendredi": more hours than lengths of time that are told so have.
bool is_hour_of_day(const Reader& read, uint32_t at, const Clock& clock) {
  constexpr int kMorning = 7 * 60;
  // "depuis 8 h ce matin"
  const bool since = read.hit_before(at, Category::date_relation, "since") &&
                     read.starts(clock.last, mark(Category::date_direction) | mark(Category::day_offset));
  if (since && clock.has_sign) return true;
  return clock.has_sign && read.digits(at) && clock.minute_of_day >= kMorning &&
         !read.hit_before(at, Category::date_article, "lasting") && !read.hit_before(at, Category::noun_link);
}

uint32_t skip_of(const Reader& read, uint32_t at) {
  for (const Symbol use : std::initializer_list<Symbol>{"of", "on", "the"}) {
    if (const Hit* hit = read.hit(at, Category::date_article, use)) return hit->last;
  }
  return at;
}

// A clock time before a date, and what makes it one.
struct ClockBefore {
  Clock clock;
  bool bare = false;  // a figure alone: "at 9 tomorrow"
  bool lead = false;  // a word leads to it: "at", "about"
};

std::optional<ClockBefore> clock_before(const Reader& read, uint32_t at) {
  constexpr uint64_t kToday = mark(Category::day_offset) | mark(Category::date_direction);  // "8 tonight"
  std::optional<Clock> clock = read_clock(read, at);
  const bool lead = read.hit_before(at, Category::date_article, "at") ||
                    read.hit_before(at, Category::date_article, "about");
  bool bare = false;
  if (!clock && (lead || read.starts(at + 1, kToday)))
    clock = read_bare_hour(read, at), bare = clock.has_value();
  // "an alarm for 6:45 tomorrow"
  const bool told = clock && (bare || clock->sure || lead || (clock->minutes && read.sign(at + 1, ":")) ||
                              is_hour_of_day(read, at, *clock));
  if (!told) return std::nullopt;
  return ClockBefore{*clock, bare, lead};
}

// The day behind a part of a day, or behind a clock time, that ends before `next`.
std::optional<DatePart> day_behind(const Reader& read, absl::Span<const Amount> amounts, uint32_t next,
                                   const Clock* clock) {
  if (const Hit* zone_day = clock ? read.hit(next, Category::day_part) : nullptr) {
    if (read.hit(zone_day->last, Category::weekday)) next = zone_day->last;  // "2 heures, matin de lundi"
  }
  std::optional<DatePart> part = read_plain(read, amounts, skip_of(read, next));
  if (!part) part = read_plain(read, amounts, next);  // "à 9h ce matin"
  // "3pm, May 5"
  if (!part && clock && clock->sure && read.sign(next, ",")) {
    part = read_plain(read, amounts, next + 1);
    if (part && !part->reading.month) return std::nullopt;
  }
  if (!part || !is_day(*part)) return std::nullopt;
  // "the morning of the 5th", "3 PM on the 5th"
  const bool ends = read.clause_ends(part->last) || read.hit(part->last, Category::date_doubtful, "present");
  const bool bare_day_of = (!clock || clock->sure) && part->needs == Needs::range && part->reading.day &&
                           skip_of(read, next) != next && ends &&
                           !read.hit(part->last, Category::date_relation, "to");
  if (bare_day_of) part->needs = Needs::nothing;
  return part->needs == Needs::nothing ? part : std::nullopt;
}

// "at 9 this morning", "at 9 tomorrow"
bool bare_hour_fits(const Reader& read, uint32_t at, const ClockBefore& told, const DatePart& part) {
  const bool joined = read.hit_before(at, Category::date_relation, "to") != nullptr;
  if (part.reading.from_hour && (told.lead || joined || read.alone(at, part.last))) return true;
  return told.lead && is_appointment(read, part, at);
}

}  // namespace

void read_clock_after_date(const Reader& read, DatePart* part) {
  if (!is_day(*part) || part->reading.hour) return;
  uint32_t at = part->last;
  if (read_iso_clock(read, at, part)) return;
  // "Thursday's 2:09 a.m. jolt"
  if (read.possessive(at)) ++at;
  read_part_after(read, at, part);
  if (part->last > at) at = part->last;
  if (!read_clocks_after(read, at, part)) read_clock_after(read, at, part);
}

// "en début de matinée lundi", "on the morning of November 17", "à 15h20 dimanche", "6 p.m. on Sunday".
std::optional<DatePart> read_clock_before_date(const Reader& read, absl::Span<const Amount> amounts,
                                               uint32_t at) {
  constexpr uint64_t kStarts =
      mark(Category::day_part) | mark(Category::cardinal) | mark(Category::clock_shift);
  if (!read.digits(at) && !read.starts(at, kStarts)) return std::nullopt;
  const Hit* of_day = read.hit(at, Category::day_part);
  int from = 0, to = 0;
  if (of_day && !day_part_hours(of_day->sense->symbol, &from, &to)) of_day = nullptr;
  if (of_day && read.hit_before(of_day->last, Category::later)) return std::nullopt;
  const std::optional<ClockBefore> told = of_day ? std::nullopt : clock_before(read, at);
  if (!of_day && !told) return std::nullopt;
  std::optional<DatePart> part =
      day_behind(read, amounts, of_day ? of_day->last : told->clock.last, of_day ? nullptr : &told->clock);
  if (!part) return std::nullopt;
  if (!of_day && !part->reading.from_hour)
    read_part_after(read, part->last, &*part);  // "at 5 tomorrow afternoon"
  if (told && told->bare && !bare_hour_fits(read, at, *told, *part)) return std::nullopt;
  const Hit* about = of_day ? nullptr : read.hit_before(at, Category::date_article, "about");
  part->first = about ? about->first : at;
  if (of_day) {
    part->reading.grain = Grain::part_of_day;
    read_clock_after_date(read, &*part);
    // "early Thursday morning" is earlier than "Thursday morning"; "late Friday afternoon" is no evening.
    const bool overlap =
        !part->reading.from_hour || (from < *part->reading.to_hour && *part->reading.from_hour < to);
    if (overlap) part->reading.from_hour = from, part->reading.to_hour = to;
  } else {
    set_clock(told->clock, &*part);
  }
  return part;
}

// "from 2pm to 4pm tomorrow", "de 9 h à 11 h lundi"
std::optional<DatePart> read_clock_range_before_date(const Reader& read, absl::Span<const Amount> amounts,
                                                     uint32_t at) {
  constexpr uint64_t kStarts = mark(Category::date_relation);
  if (!read.digits(at) && !(read.marks(at) & kStarts)) return std::nullopt;
  const auto range = read_clock_range(read, at, true);
  if (!range) return std::nullopt;
  std::optional<DatePart> part = read_plain(read, amounts, skip_of(read, range->last));
  if (!part) part = read_plain(read, amounts, range->last);
  if (!part || !is_day(*part) || part->needs != Needs::nothing) return std::nullopt;
  const bool bare = !range->from.has_sign && !range->to.has_sign && !range->to.sure;
  if (bare && !is_appointment(read, *part, at)) return std::nullopt;
  DatePart to = *part;
  set_clock(range->from, &*part);
  set_clock(range->to, &to);
  part->to = to.reading;
  part->first = at;
  return part;
}

}  // namespace crosscheck
