#include "mention/date_expression.h"

#include "mention/clock.h"

namespace crosscheck {
namespace {

using Base = DateReading::Base;
using Needs = DatePart::Needs;

bool is_day(const DatePart& part) {
  return !part.to && !part.unresolved &&
         (part.reading.grain == Grain::day || part.reading.grain == Grain::part_of_day);
}

constexpr uint64_t kNumberWords = mark(Category::cardinal) | mark(Category::ordinal) | mark(Category::half) |
                                  mark(Category::collective) | mark(Category::vague) |
                                  mark(Category::bound_before);
constexpr uint64_t kDateWords =
    mark(Category::month) | mark(Category::weekday) | mark(Category::day_offset) |
    mark(Category::day_anchor) | mark(Category::date_unit) | mark(Category::date_direction) |
    mark(Category::ago) | mark(Category::later) | mark(Category::month_part) | mark(Category::season) |
    mark(Category::duration_unit) | mark(Category::first_day) | mark(Category::holiday) | kNumberWords;

// Whether a date may start here: at a figure, a word of dates, or an article before one.
bool may_start(const Reader& read, uint32_t at) {
  if (read.digits(at) || (read.digits(at + 1) && read.tight(at + 1))) return true;  // "'99"
  const uint64_t marks = read.marks(at);
  if (marks & kDateWords) return true;
  constexpr uint32_t kReach = 2;
  for (uint32_t ahead = 1; ahead <= kReach; ++ahead) {  // "le XVIIIe siècle"
    if (read.hit(at + ahead, Category::date_unit, "century")) return true;
  }
  return (marks & mark(Category::date_article)) && (read.digits(at + 1) || (read.marks(at + 1) & kDateWords));
}

std::optional<DatePart> find_plain(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  std::optional<DatePart> absolute = read_absolute(read, at);
  std::optional<DatePart> relative = read_relative(read, amounts, at);
  if (!absolute || (relative && relative->last > absolute->last)) return relative;
  // "vendredi 17, …" against "vendredi": the number is a day only when nothing is counted with it.
  if (relative && absolute->needs == Needs::range) return relative;
  return absolute;
}

std::optional<DatePart> read_plain(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  if (!may_start(read, at)) return std::nullopt;
  if (!read.memo) return find_plain(read, amounts, at);
  DateMemo::Slot& slot = read.memo->plain[at % DateMemo::kSlots];
  if (slot.at != at) {
    std::optional<DatePart> found = find_plain(read, amounts, at);
    slot.at = at;
    slot.part = std::move(found);
  }
  return slot.part;
}

void set_clock(const Clock& clock, DatePart* part) {
  DateReading& reading = part->reading;
  int hour = clock.minute_of_day / 60;
  // "vendredi soir à 8 heures"
  if (reading.from_hour && *reading.from_hour >= 12 && hour < 12 && hour > 0) hour += 12;
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

// "at 5", "at eight": a bare hour beside a day, where nothing is counted with it.
std::optional<Clock> read_bare_hour(const Reader& read, uint32_t at) {
  constexpr int kHours = 12;
  const auto hour = read.small_number(at);
  if (!hour || hour->value < 1 || hour->value > kHours || !read.clause_ends(hour->last)) return std::nullopt;
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
  if (comma && !lead && !clock->sure) return false;
  if (!clock->sure && read.hit(clock->last, Category::date_article, "of")) return false;
  part->last = clock->last;
  set_clock(*clock, part);
  return true;
}

struct ClockRange {
  Clock from, to;
  uint32_t last;
};

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
  const Hit* joint = read.hit(end, Category::date_relation, between ? "and" : "to");
  const bool dash = !joint && !between && read.dash(end);
  if (!joint && !dash) return std::nullopt;
  const uint32_t next = joint ? joint->last : end + 1;
  auto to = read_clock(read, read.skip(next, "at"));
  // "tomorrow from 9 to 11"
  if (!to && lead && day_told && joint) to = read_bare_hour(read, next);
  if (!to || (!lead && !(from && (from->sure || from->minutes || from->has_sign)))) return std::nullopt;
  if (!from) {
    from.emplace();
    const bool afternoon = to->minute_of_day >= kHours * kMinutes && bare->value < kHours &&
                           bare->value + kHours <= to->minute_of_day / kMinutes;
    from->minute_of_day = (bare->value + (afternoon ? kHours : 0)) * kMinutes;
    from->zone = to->zone;
  }
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

void read_after(const Reader& read, DatePart* part) {
  if (!is_day(*part) || part->reading.hour) return;
  uint32_t at = part->last;
  if (read_iso_clock(read, at, part)) return;
  // "Thursday's 2:09 a.m. jolt"
  if (read.possessive(at)) ++at;
  read_part_after(read, at, part);
  if (part->last > at) at = part->last;
  if (!read_clocks_after(read, at, part)) read_clock_after(read, at, part);
}

uint32_t skip_of(const Reader& read, uint32_t at) {
  for (const char* use : {"of", "on", "the"}) {
    if (const Hit* hit = read.hit(at, Category::date_article, use)) return hit->last;
  }
  return at;
}

// "en début de matinée lundi", "on the morning of November 17", "à 15h20 dimanche", "6 p.m. on Sunday".
std::optional<DatePart> read_before(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const Hit* of_day = read.hit(at, Category::day_part);
  int from = 0, to = 0;
  if (of_day && !day_part_hours(of_day->sense->symbol, &from, &to)) of_day = nullptr;
  if (of_day && read.hit_before(of_day->last, Category::later)) return std::nullopt;
  std::optional<Clock> clock;
  bool bare = false;
  if (!of_day) {
    clock = read_clock(read, at);
    const bool lead = read.hit_before(at, Category::date_article, "at") ||
                      read.hit_before(at, Category::date_article, "about");
    if (!clock && lead) clock = read_bare_hour(read, at), bare = clock.has_value();
    // "an alarm for 6:45 tomorrow"
    const bool told = clock && (clock->sure || lead || (clock->minutes && read.sign(at + 1, ":")));
    if (!told) return std::nullopt;
  }
  uint32_t next = of_day ? of_day->last : clock->last;
  if (const Hit* zone_day = of_day ? nullptr : read.hit(next, Category::day_part)) {
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
  // "the morning of the 5th"
  const bool bare_day_of = of_day && part->needs == Needs::range && part->reading.day &&
                           skip_of(read, next) != next && read.clause_ends(part->last) &&
                           !read.hit(part->last, Category::date_relation, "to");
  if (bare_day_of) part->needs = Needs::nothing;
  if (part->needs != Needs::nothing) return std::nullopt;
  // "at 9 this morning", but not "at 9 Friday"
  if (bare && !part->reading.from_hour) return std::nullopt;
  const Hit* about = of_day ? nullptr : read.hit_before(at, Category::date_article, "about");
  part->first = about ? about->first : at;
  if (of_day) {
    part->reading.grain = Grain::part_of_day;
    read_after(read, &*part);
    // "early Thursday morning" is earlier than "Thursday morning"; "late Friday afternoon" is no evening.
    const bool overlap =
        !part->reading.from_hour || (from < *part->reading.to_hour && *part->reading.from_hour < to);
    if (overlap) part->reading.from_hour = from, part->reading.to_hour = to;
  } else {
    set_clock(*clock, &*part);
  }
  return part;
}

// "from 2pm to 4pm tomorrow", "de 9 h à 11 h lundi"
std::optional<DatePart> read_clocks_before(const Reader& read, absl::Span<const Amount> amounts,
                                           uint32_t at) {
  constexpr uint64_t kStarts = mark(Category::date_relation);
  if (!read.digits(at) && !(read.marks(at) & kStarts)) return std::nullopt;
  const auto range = read_clock_range(read, at);
  if (!range) return std::nullopt;
  std::optional<DatePart> part = read_plain(read, amounts, skip_of(read, range->last));
  if (!part) part = read_plain(read, amounts, range->last);
  if (!part || !is_day(*part) || part->needs != Needs::nothing) return std::nullopt;
  DatePart to = *part;
  set_clock(range->from, &*part);
  set_clock(range->to, &to);
  part->to = to.reading;
  part->first = at;
  return part;
}

bool bare_day(const DatePart& part) {
  return part.reading.day && !part.reading.month && !part.to && part.reading.base == Base::absolute;
}
bool bare_year(const DatePart& part) {
  return part.reading.grain == Grain::year && part.needs == Needs::year_word && !part.to;
}

// Whether two dates can be the ends of one range.
bool compatible(const DatePart& from, const DatePart& to) {
  if (from.unresolved || to.unresolved || from.to || to.to) return false;
  if (bare_year(from) || bare_year(to))
    return bare_year(from) && bare_year(to) && *from.reading.year < *to.reading.year;
  if (bare_day(to)) return from.reading.day && from.reading.month && *from.reading.day < *to.reading.day;
  if (from.reading.grain >= Grain::day && to.reading.grain >= Grain::day) return true;
  return from.reading.grain == to.reading.grain;
}

// What one end leaves out is taken from the other.
void complete(DateReading* from, DateReading* to) {
  if (from->base != Base::absolute || to->base != Base::absolute) return;
  if (!to->month && from->month && to->day) to->month = from->month, to->year = from->year;
  if (!from->month && from->day && to->month) {
    from->month = to->month;
    if (to->day && *from->day > *to->day) from->month = *to->month == 1 ? 12 : *to->month - 1;
  }
  if (!from->year && to->year && from->month && to->month) {
    from->year = *from->month > *to->month ? *to->year - 1 : *to->year;
  }
  if (!from->month && to->month && from->grain == Grain::month) from->month = to->month;
}

std::optional<DatePart> join(const Reader& read, DatePart from, DatePart to, bool led) {
  if (!compatible(from, to)) return std::nullopt;
  const bool years = bare_year(from);
  // "de 2000 à 2500 personnes", "entre 1950 et 2000 emplois"
  constexpr int kRound = 50;
  const bool round = years && *from.reading.year % kRound == 0 && *to.reading.year % kRound == 0;
  if (years && (!led || (round && !read.clause_ends(to.last)))) return std::nullopt;
  if (to.needs == Needs::range && bare_day(to) && !read.clause_ends(to.last)) return std::nullopt;
  if (bare_day(from) && bare_day(to)) return std::nullopt;
  const bool bare_day_told = bare_day(to) && from.reading.month;
  complete(&from.reading, &to.reading);
  // "January 3-7, 2021"
  if (bare_day_told && !to.reading.year) {
    to.needs = Needs::nothing;
    const std::optional<int> month = to.reading.month;
    read_year_after(read, &to);
    to.reading.month = month;
    if (from.reading.month && !from.reading.year) from.reading.year = to.reading.year;
  }
  from.to = to.reading;
  from.last = to.last;
  from.needs = Needs::nothing;
  return from;
}

// "8 et 9 février": days that follow each other are one range.
std::optional<DatePart> read_day_pair(const Reader& read, absl::Span<const Amount> amounts,
                                      const DatePart& from) {
  const Hit* joint = read.hit(from.last, Category::date_relation, "and");
  if (!joint || !from.reading.day) return std::nullopt;
  const auto to = read_plain(read, amounts, skip_articles(read, joint->last));
  if (!to || !is_day(*to) || !to->reading.day || *to->reading.day != *from.reading.day + 1)
    return std::nullopt;
  if (bare_day(from) == bare_day(*to)) return std::nullopt;
  return join(read, from, *to, false);
}

// "le 3, le 10 et le 17 mai": a bare day takes the month from the end of its list.
std::optional<DatePart> read_day_list(const Reader& read, absl::Span<const Amount> amounts, DatePart from) {
  constexpr int kLongest = 6;
  uint32_t at = from.last;
  for (int i = 0; i < kLongest; ++i) {
    const Hit* joint = read.hit(at, Category::date_relation, "and");
    if (!joint && !read.sign(at, ",")) return std::nullopt;
    auto next = read_plain(read, amounts, skip_articles(read, joint ? joint->last : at + 1));
    if (!next || !is_day(*next) || !next->reading.day) return std::nullopt;
    if (next->reading.month) {
      complete(&from.reading, &next->reading);
      from.needs = Needs::nothing;
      return from;
    }
    at = next->last;
  }
  return std::nullopt;
}

}  // namespace

uint32_t skip_articles(const Reader& read, uint32_t at) {
  uint32_t best = at;
  for (const char* use : {"the", "det", "on", "month", "year"}) {
    if (const Hit* hit = read.hit(at, Category::date_article, use)) best = std::max(best, hit->last);
  }
  return best;
}

namespace {

std::optional<DatePart> find_date(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  std::optional<DatePart> plain = read_plain(read, amounts, at);
  const bool bare = plain && plain->needs == Needs::range && bare_day(*plain) &&
                    read.hit_before(at, Category::date_article, "the");
  if (plain && (plain->needs == Needs::nothing || bare)) read_after(read, &*plain);
  if (const auto led = read_clocks_before(read, amounts, at); led && (!plain || led->last > plain->last))
    return led;
  std::optional<DatePart> before = read_before(read, amounts, at);
  if (before && (!plain || before->last > plain->last)) return before;
  return plain;
}

}  // namespace

std::optional<DatePart> read_date(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  if (!read.memo) return find_date(read, amounts, at);
  DateMemo::Slot& slot = read.memo->whole[at % DateMemo::kSlots];
  if (slot.at != at) {
    std::optional<DatePart> found = find_date(read, amounts, at);
    slot.at = at;
    slot.part = std::move(found);
  }
  return slot.part;
}

std::optional<DatePart> read_date_range(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const Hit* from_word = read.hit(at, Category::date_relation, "from");
  const Hit* between = read.hit(at, Category::date_relation, "between");
  for (const Hit* lead : {from_word, between, static_cast<const Hit*>(nullptr)}) {
    const uint32_t start = lead ? skip_articles(read, lead->last) : at;
    auto from = read_date(read, amounts, start);
    // "from the 3 to the 5 May": the article may also be part of the date.
    if (!from && lead && start != lead->last) from = read_date(read, amounts, lead->last);
    if (!from) continue;
    const Hit* joint = read.hit(from->last, Category::date_relation, lead && lead == between ? "and" : "to");
    uint32_t next = joint ? joint->last : from->last;
    const bool dash = !joint && read.dash(from->last) && (!lead || lead == from_word) &&
                      (read.token(from->last).space_before == !read.tight(from->last + 1));
    if (dash) next = from->last + 1;
    if (!joint && !dash) {
      if (!lead) {
        if (auto pair = read_day_pair(read, amounts, *from)) return pair;
        if (bare_day(*from)) return read_day_list(read, amounts, *from);
      }
      continue;
    }
    const uint32_t to_at = skip_articles(read, next);
    auto to = read_date(read, amounts, to_at);
    if (!to && to_at != next) to = read_date(read, amounts, next);
    if (!to) continue;
    // Without "from", only what cannot be anything else: "3-5 mai", "mars-avril 2024".
    const bool calendar =
        from->reading.base == Base::absolute && to->reading.base == Base::absolute && !bare_year(*from);
    // "Monday to Friday"
    const bool weekdays = joint && from->reading.base == Base::weekday && to->reading.base == Base::weekday;
    if (!lead && !calendar && !weekdays) continue;
    auto range = join(read, *from, *to, lead != nullptr);
    // "du lundi au vendredi de 9h à 17h": the hours are those of each day
    if (!range && to->to) {
      const auto day = read_plain(read, amounts, to_at);
      if (day) range = join(read, *from, *day, lead != nullptr);
    }
    if (range) {
      range->first = at;
      return range;
    }
  }
  return std::nullopt;
}

std::optional<DatePart> read_night(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const Hit* night = read.hit(at, Category::day_part);
  int from_hour = 0, to_hour = 0;
  if (!night || !day_part_hours(night->sense->symbol, &from_hour, &to_hour)) return std::nullopt;
  const bool is_night = to_hour > 24 || (from_hour == 0 && to_hour <= 6);
  if (!is_night) return std::nullopt;
  uint32_t start = night->last;
  if (const Hit* lead = read.hit(start, Category::date_relation, "from"))
    start = lead->last;
  else if (const Hit* of = read.hit(start, Category::date_article, "of"))
    start = of->last;
  auto from = read_plain(read, amounts, skip_articles(read, start));
  if (!from || !is_day(*from)) return std::nullopt;
  const Hit* joint = read.hit(from->last, Category::date_relation, "to");
  if (!joint) return std::nullopt;
  auto to = read_plain(read, amounts, skip_articles(read, joint->last));
  if (!to || !is_day(*to) || (bare_day(*from) && bare_day(*to) && !to->reading.weekday)) return std::nullopt;
  complete(&from->reading, &to->reading);
  from->first = at;
  from->last = to->last;
  from->needs = Needs::nothing;
  constexpr int kEvening = 18, kDay = 24, kMorning = 6;
  from->reading.from_hour = kEvening;
  from->reading.to_hour = kDay + kMorning;
  from->reading.grain = Grain::part_of_day;
  return from;
}

}  // namespace crosscheck
