// Days told by a length of time from another day: "a week from Friday".
#include "mention/date_length.h"
#include "mention/date_part.h"

namespace crosscheck {
namespace {

using Base = DateReading::Base;
using Needs = DatePart::Needs;

// Days that a length of weeks or days has; 0 for others.
int days_in(const Length& length) {
  constexpr int kWeek = 7;
  if (!length.known || length.seconds != 0 || length.form != Form::exact) return 0;
  if (length.unit == Grain::week) return length.count * kWeek;
  return length.unit == Grain::day ? length.count : 0;
}

// The day that "three days before" and "a week from" hang on.
std::optional<DatePart> read_base_day(const Reader& read, uint32_t at) {
  std::optional<DatePart> best;
  for (const auto& form : {read_absolute, read_weekday, read_day_offset}) {
    std::optional<DatePart> day = form(read, at);
    const bool fits = day && !day->to && !day->unresolved && day->reading.grain == Grain::day &&
                      (day->needs != Needs::range || read.clause_ends(day->last));
    if (fits && (!best || day->last > best->last)) best = day;
  }
  return best;
}

// "a week today", "a fortnight tomorrow"
std::optional<DatePart> read_weeks_from_today(const Reader& read, const Length& length) {
  const Hit* day = length.unit == Grain::week ? read.hit(length.last, Category::day_offset) : nullptr;
  if (!day || number_of(*day) < 0 || read.hit(length.last, Category::day_part) ||
      !read.clause_ends(day->last))
    return std::nullopt;
  DatePart part;
  part.last = day->last;
  part.reading.base = Base::published;
  part.reading.offset = number_of(*day) + days_in(length);
  return part;
}

}  // namespace

std::optional<DatePart> read_from_day(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const auto length = read_length(read, amounts, at);
  int days = length ? days_in(*length) : 0;
  if (days == 0) return std::nullopt;
  if (auto part = read_weeks_from_today(read, *length)) return part;
  const Hit* from = read.hit(length->last, Category::ago, "from_day");
  if (!from && length->unit == Grain::week) {
    from = read.hit(length->last, Category::ago, "week_from");
    if (from && !read.hit(from->last, Category::weekday)) from = nullptr;
  }
  const bool weekday_counts = from != nullptr;
  if (!from) from = read.hit(length->last, Category::date_relation, "after");
  if (!from) {
    from = read.hit(length->last, Category::date_relation, "before");
    days = -days;
  }
  if (!from) return std::nullopt;
  std::optional<DatePart> day;
  for (const Symbol use : std::initializer_list<Symbol>{"the", "det", "on", ""}) {
    const uint32_t start = use == "" ? from->last : read.skip(from->last, use);
    if (!day) day = read_base_day(read, start);
  }
  if (!day || day->reading.unit == Grain::week) return std::nullopt;
  day->needs = Needs::nothing;
  if (day->reading.base == Base::weekday && weekday_counts) day->reading.direction = 1;
  if (day->reading.base == Base::published)
    day->reading.offset += days;
  else
    day->reading.shift += days;
  return day;
}

}  // namespace crosscheck
