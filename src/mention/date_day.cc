// Days told from today or from the day that is told of, with the part of the day in the same words.
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "mention/date_part.h"

namespace crosscheck {
namespace {

using Base = DateReading::Base;
using Needs = DatePart::Needs;

}  // namespace

bool day_part_hours(absl::string_view symbol, int* from, int* to) {
  const std::pair<absl::string_view, absl::string_view> hours =
      absl::StrSplit(symbol, absl::MaxSplits('-', 1));
  return absl::SimpleAtoi(hours.first, from) && absl::SimpleAtoi(hours.second, to) && *from < *to;
}

bool set_part_of_day(const Hit& word, DateReading* reading) {
  int from = 0, to = 0;
  if (!day_part_hours(word.sense->symbol, &from, &to)) return false;
  reading->from_hour = from, reading->to_hour = to;
  reading->grain = Grain::part_of_day;
  return true;
}

int days_after(const Reader& read, DatePart* part) {
  constexpr int kWeek = 7;
  for (const int weeks : {1, 2}) {
    const Hit* after =
        read.hit(part->last, Category::later, weeks == 1 ? Symbol("in_a_week") : Symbol("in_two_weeks"));
    if (!after) continue;
    part->last = after->last;
    return weeks * kWeek;
  }
  return 0;
}

std::optional<DatePart> read_day_offset(const Reader& read, uint32_t at) {
  const Hit* offset = read.hit(at, Category::day_offset);
  if (!offset) return std::nullopt;
  DatePart part;
  part.last = offset->last;
  part.reading.base = Base::published;
  part.reading.offset = number_of(*offset);
  part.reading.offset += days_after(read, &part);
  const Hit* of_day = read.hit(at, Category::day_part);
  if (of_day && of_day->last == offset->last) set_part_of_day(*of_day, &part.reading);
  return part;
}

std::optional<DatePart> read_this_part(const Reader& read, uint32_t at) {
  const Hit* direction = read.hit(at, Category::date_direction);
  if (!direction || number_of(*direction) != 0) return std::nullopt;
  const Hit* of_day = read.hit(direction->last, Category::day_part);
  if (!of_day) return std::nullopt;
  DatePart part;
  part.last = of_day->last;
  part.reading.base = Base::published;
  constexpr int kNoon = 12;
  if (of_day->is("noon")) {  // "ce midi"
    part.reading.hour = kNoon;
    part.reading.grain = Grain::hour;
    return part;
  }
  if (!set_part_of_day(*of_day, &part.reading)) return std::nullopt;
  if (const Hit* same = read.hit(part.last, Category::later, "same")) {
    part.reading.base = Base::anchor;
    part.last = same->last;
  }
  return part;
}

std::optional<DatePart> read_part_alone(const Reader& read, uint32_t at) {
  const Hit* alone = read.hit(at, Category::date_article, "part_alone");
  const Hit* of_day = alone ? read.hit(at, Category::day_part) : nullptr;
  if (!of_day || of_day->last != alone->last) return std::nullopt;
  DatePart part;
  part.last = alone->last;
  part.reading.base = Base::anchor;
  const bool told =
      set_part_of_day(*of_day, &part.reading) && !read.hit(alone->last, Category::date_article, "of");
  return told ? std::optional(part) : std::nullopt;
}

std::optional<DatePart> read_day_anchor(const Reader& read, uint32_t at) {
  const Hit* anchor = read.hit(at, Category::day_anchor);
  if (!anchor) return std::nullopt;
  DatePart part;
  part.last = anchor->last;
  part.reading.base = Base::anchor;
  part.reading.offset = number_of(*anchor);
  const bool complement = part.reading.offset != 0 && read.hit(anchor->last, Category::date_article, "of") &&
                          !read.hit(anchor->last, Category::date_article, "evening_of");
  part.unresolved = complement;
  const Hit* of = complement ? read.hit(anchor->last, Category::date_article, "of") : nullptr;
  std::optional<DatePart> day = of ? read_absolute(read, of->last) : read_holiday(read, anchor->last);
  // "the day before May 1"; "the next day, May 1" is that day
  const bool relation = read.hit_before(anchor->last, Category::date_relation) != nullptr;
  if (!of && !day && relation) day = read_absolute(read, read.skip(anchor->last, "the"));
  // "la veille de Noël", "the day after Thanksgiving"
  if (day && !day->to && day->reading.grain == Grain::day && (day->reading.month || day->reading.easter)) {
    if (part.reading.offset == 0) return std::nullopt;
    day->reading.shift += part.reading.offset;
    day->needs = Needs::nothing;
    return day;
  }
  return part;
}

}  // namespace crosscheck
