#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "mention/date_part.h"

namespace crosscheck {
namespace {

using Base = DateReading::Base;
using Needs = DatePart::Needs;

// The weekday of "last week".
std::optional<DatePart> in_week(const DatePart& week, int weekday) {
  if (week.reading.unit != Grain::week || week.reading.base != Base::published) return std::nullopt;
  DatePart part;
  part.reading.base = Base::weekday;
  part.reading.weekday = weekday;
  part.reading.unit = Grain::week;
  part.reading.direction = week.reading.offset;
  part.last = week.last;
  return part;
}

// "lundi en huit", "d'aujourd'hui en quinze": days added.
int days_after(const Reader& read, DatePart* part) {
  constexpr int kWeek = 7;
  for (const int weeks : {1, 2}) {
    const Hit* after = read.hit(part->last, Category::later, weeks == 1 ? "in_a_week" : "in_two_weeks");
    if (!after) continue;
    part->last = after->last;
    return weeks * kWeek;
  }
  return 0;
}

// "vendredi", "vendredi dernier", "last Friday", "ce vendredi", "Friday last week", "vendredi de la semaine
// prochaine".
std::optional<DatePart> read_weekday(const Reader& read, uint32_t at) {
  // "last week Friday"
  if (const auto week = read_unit(read, at, false); week && read.hit(week->last, Category::weekday)) {
    std::optional<DatePart> part = in_week(*week, number_of(*read.hit(week->last, Category::weekday)));
    if (part) part->last = read.hit(week->last, Category::weekday)->last;
    if (part) return part;
  }
  const Hit* before = read.hit(at, Category::date_direction);
  const uint32_t from = before ? before->last : at;
  const Hit* weekday = read.hit(from, Category::weekday);
  if (!weekday) return std::nullopt;
  const bool short_form = read.hit(from, Category::date_doubtful) != nullptr;
  // "Monday.com"
  if (read.sign(weekday->last, ".") && read.tight(weekday->last) && read.tight(weekday->last + 1) &&
      read.word(weekday->last + 1))
    return std::nullopt;
  DatePart part;
  part.last = weekday->last;
  part.reading.base = Base::weekday;
  part.reading.weekday = number_of(*weekday);
  if (short_form) part.needs = Needs::range;
  if (before) {
    part.reading.direction = number_of(*before);
    part.reading.nearest = part.reading.direction == 0;
    part.needs = Needs::nothing;
  }
  if (const Hit* after = before ? nullptr : read.hit(part.last, Category::date_direction);
      after && number_of(*after) != 0) {
    // "Friday last week", but "vendredi dernier"
    if (!read.hit(after->last, Category::date_unit)) {
      part.reading.direction = number_of(*after);
      part.last = after->last;
      return part;
    }
  }
  if (const int days = days_after(read, &part); days > 0) {
    part.reading.shift = days;
    part.reading.direction = 1;
    return part;
  }
  uint32_t of = read.skip(part.last, "of");
  const auto week = read_unit(read, of, false);
  const auto inside = week ? in_week(*week, *part.reading.weekday) : std::nullopt;
  return inside ? *inside : part;
}

// "hier", "aujourd'hui", "demain", "tonight", "last night".
std::optional<DatePart> read_day_offset(const Reader& read, uint32_t at) {
  const Hit* offset = read.hit(at, Category::day_offset);
  if (!offset) return std::nullopt;
  DatePart part;
  part.last = offset->last;
  part.reading.base = Base::published;
  part.reading.offset = number_of(*offset);
  part.reading.offset += days_after(read, &part);
  const Hit* of_day = read.hit(at, Category::day_part);
  int from = 0, to = 0;
  if (of_day && of_day->last == offset->last && day_part_hours(of_day->sense->symbol, &from, &to)) {
    part.reading.from_hour = from, part.reading.to_hour = to;
    part.reading.grain = Grain::part_of_day;
  }
  return part;
}

// "ce matin", "this afternoon", "ce soir".
std::optional<DatePart> read_this_part(const Reader& read, uint32_t at) {
  const Hit* direction = read.hit(at, Category::date_direction);
  if (!direction || number_of(*direction) != 0) return std::nullopt;
  const Hit* of_day = read.hit(direction->last, Category::day_part);
  int from = 0, to = 0;
  if (!of_day || !day_part_hours(of_day->sense->symbol, &from, &to)) return std::nullopt;
  DatePart part;
  part.last = of_day->last;
  part.reading.base = Base::published;
  part.reading.from_hour = from, part.reading.to_hour = to;
  part.reading.grain = Grain::part_of_day;
  if (const Hit* same = read.hit(part.last, Category::later, "same")) {
    part.reading.base = Base::anchor;
    part.last = same->last;
  }
  return part;
}

// "la veille", "le lendemain", "the next day"; with a complement it hangs on an event whose day is not known.
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
  // "la veille de Noël", "the day after Thanksgiving"
  if (day && !day->to && day->reading.grain == Grain::day && (day->reading.month || day->reading.easter)) {
    if (part.reading.offset == 0) return std::nullopt;
    day->reading.shift += part.reading.offset;
    day->needs = Needs::nothing;
    return day;
  }
  return part;
}

const Amount* amount_from(absl::Span<const Amount> amounts, uint32_t first) {
  const auto found =
      std::lower_bound(amounts.begin(), amounts.end(), first,
                       [](const Amount& amount, uint32_t token) { return amount.first < token; });
  return found != amounts.end() && found->first == first && found->unit_kind == UnitKind::duration ? &*found
                                                                                                   : nullptr;
}

// Sets the reading to `sign` times the amount; false when the amount is of hours or less. What is no whole
// number of calendar units ("plus de deux ans", "quelques jours") stays unresolved.
bool set_offset(const Amount& amount, int sign, DatePart* part) {
  DateReading& reading = part->reading;
  absl::string_view unit = amount.unit;
  int factor = 1;
  if (unit == "fortnight") factor = 2, unit = "week";
  if (unit == "decade") factor = 10, unit = "year";
  const std::optional<Grain> grain = grain_of(unit);
  if (!grain) return false;
  reading.unit = reading.grain = *grain;
  const Interval& value = amount.value;
  const bool plain =
      (value.form == Form::exact || value.form == Form::about) && value.low && value.low == value.high;
  std::optional<Decimal> count = plain ? multiply(*value.low, Decimal(factor)) : std::nullopt;
  if (count && !count->is_integer() && reading.unit == Grain::year) {
    count = multiply(*count, Decimal(12));
    reading.unit = reading.grain = Grain::month;
  }
  int whole = 0;
  if (!count || !count->is_integer() || !absl::SimpleAtoi(count->to_string(), &whole) || whole > 5000) {
    part->unresolved = true;
    return true;
  }
  reading.offset = sign * whole;
  return true;
}

// "il y a une semaine", "two weeks ago", "dans trois mois".
std::optional<DatePart> read_ago(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  DatePart part;
  part.reading.base = Base::published;
  int sign = -1;
  if (const Hit* before = read.hit(at, Category::ago);
      before && before->sense->symbol != "ago" && before->sense->symbol != "within") {
    // "She returns in three days", but not "he built it in three days"
    if (before->sense->symbol == "in_if_ahead" && !read.ahead_before(at)) return std::nullopt;
    const Amount* amount = amount_from(amounts, before->last);
    if (!amount) return std::nullopt;
    if (before->sense->symbol != "before") sign = 1;
    part.last = amount->last;
    return set_offset(*amount, sign, &part) ? std::optional(part) : std::nullopt;
  }
  const Amount* amount = amount_from(amounts, at);
  if (!amount) return std::nullopt;
  const Hit* after = read.hit(amount->last, Category::ago, "ago");
  const Hit* hence = after ? nullptr : read.hit(amount->last, Category::ago, "hence");
  if (!after && !hence) return std::nullopt;
  part.last = (after ? after : hence)->last;
  return set_offset(*amount, after ? -1 : 1, &part) ? std::optional(part) : std::nullopt;
}

// "a week from Friday", "two weeks from tomorrow".
std::optional<DatePart> read_from_day(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const Amount* amount = amount_from(amounts, at);
  const Hit* from = amount ? read.hit(amount->last, Category::ago, "from_day") : nullptr;
  if (!from || (amount->unit != "week" && amount->unit != "day")) return std::nullopt;
  DatePart length;
  if (!set_offset(*amount, 1, &length) || length.unresolved) return std::nullopt;
  std::optional<DatePart> day = read_weekday(read, from->last);
  const bool weekday = day.has_value();
  if (!day) day = read_day_offset(read, from->last);
  if (!day || day->reading.unit == Grain::week) return std::nullopt;
  const int days = length.reading.offset * (length.reading.unit == Grain::week ? 7 : 1);
  if (weekday)
    day->reading.shift += days, day->reading.direction = 1;
  else
    day->reading.offset += days;
  return day;
}

// "deux jours plus tard", "two weeks earlier", "cinq jours après".
std::optional<DatePart> read_later(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const Amount* amount = amount_from(amounts, at);
  if (!amount) return std::nullopt;
  const Hit* later = read.hit(amount->last, Category::later);
  if (!later) return std::nullopt;
  const absl::string_view way = later->sense->symbol;
  const bool forward = way == "later" || way == "after";
  if (!forward && way != "earlier" && way != "before") return std::nullopt;
  // "trois jours avant la fermeture" hangs on an event.
  const bool adverb = way == "later" || way == "earlier";
  if (!adverb && read.inside(later->last) && read.token(later->last).token_class != TokenClass::sign)
    return std::nullopt;
  DatePart part;
  part.last = later->last;
  part.reading.base = Base::anchor;
  return set_offset(*amount, forward ? 1 : -1, &part) ? std::optional(part) : std::nullopt;
}

}  // namespace

std::optional<DatePart> read_term(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const Hit* within = read.hit(at, Category::ago, "within");
  const Amount* amount = within ? amount_from(amounts, within->last) : nullptr;
  if (!amount) return std::nullopt;
  DatePart part;
  part.first = at;
  part.last = amount->last;
  part.reading.base = Base::published;
  return set_offset(*amount, 1, &part) ? std::optional(part) : std::nullopt;
}

std::optional<DatePart> read_relative(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  std::optional<DatePart> best;
  const auto consider = [&best](std::optional<DatePart> part) {
    if (part && (!best || part->last > best->last)) best = part;
  };
  consider(read_weekday(read, at));
  consider(read_day_offset(read, at));
  consider(read_this_part(read, at));
  consider(read_day_anchor(read, at));
  consider(read_ago(read, amounts, at));
  consider(read_later(read, amounts, at));
  consider(read_from_day(read, amounts, at));
  consider(read_rolling(read, at));
  consider(read_months_of_year(read, at));
  consider(read_rest_of_unit(read, at));
  std::optional<DatePart> unit = read_unit(read, at, false);
  // "the last week of March" is another week than "last week".
  const Hit* of = unit ? read.hit(unit->last, Category::date_article, "of") : nullptr;
  const bool of_month = of && (read.hit(of->last, Category::month) || read.digits(of->last));
  if (unit && !of_month && !(unit->reading.unit == Grain::day && unit->reading.base == Base::published))
    consider(unit);
  if (best) best->first = at;
  return best;
}

bool day_part_hours(absl::string_view symbol, int* from, int* to) {
  const std::pair<absl::string_view, absl::string_view> hours =
      absl::StrSplit(symbol, absl::MaxSplits('-', 1));
  return absl::SimpleAtoi(hours.first, from) && absl::SimpleAtoi(hours.second, to) && *from < *to;
}

}  // namespace crosscheck
