#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/strip.h"
#include "mention/date_length.h"
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

// "Friday after next", "the Monday before last": a week beyond.
bool read_beyond(const Reader& read, DatePart* part) {
  constexpr int kWeek = 7;
  for (const int way : {1, -1}) {
    const Hit* beyond =
        read.hit(part->last, Category::later, way > 0 ? Symbol("following") : Symbol("preceding"));
    const Hit* direction = beyond ? read.hit(beyond->last, Category::date_direction) : nullptr;
    if (!direction || number_of(*direction) != way) continue;
    if (read.hit(direction->last, Category::date_unit) || read.hit(direction->last, Category::weekday))
      continue;
    part->reading.direction = way;
    part->reading.shift = way * kWeek;
    part->last = direction->last;
    part->needs = Needs::nothing;
    return true;
  }
  return false;
}

// "the following Monday", "the previous Friday"
std::optional<DatePart> read_weekday_after(const Reader& read, uint32_t at) {
  if (!read.starts(at + 1, mark(Category::later))) return std::nullopt;
  const uint32_t from = read.skip(at, "det");
  for (const int way : {1, -1}) {
    const Hit* next = read.hit(from, Category::later, way > 0 ? Symbol("following") : Symbol("preceding"));
    const Hit* weekday = next ? read.hit(next->last, Category::weekday) : nullptr;
    if (!weekday || from == at) continue;
    DatePart part;
    part.last = weekday->last;
    part.reading.base = Base::weekday;
    part.reading.weekday = number_of(*weekday);
    part.reading.direction = way;
    return part;
  }
  return std::nullopt;
}

// "last week Friday"
std::optional<DatePart> read_weekday_of_week(const Reader& read, uint32_t at) {
  const auto week = read_unit(read, at, false);
  if (!week) return std::nullopt;
  const Hit* day = read.hit(read.possessive(week->last) ? week->last + 1 : week->last, Category::weekday);
  std::optional<DatePart> part = day ? in_week(*week, number_of(*day)) : std::nullopt;
  if (part) part->last = day->last;
  return part;
}

// "Freitagabend": one word, the `weekday` at `at`, tells both.
void take_part_of_day(const Reader& read, uint32_t at, const Hit& weekday, DatePart* part) {
  const Hit* of_day = read.hit(at, Category::day_part);
  if (of_day && of_day->last == weekday.last) set_part_of_day(*of_day, &part->reading);
}

// "last", "ce" before a weekday.
void take_direction(const Reader& read, const Hit& before, DatePart* part) {
  constexpr int kWeek = 7;
  const int direction = number_of(before);
  part->reading.direction = direction;
  // "vorletzten Montag": a week beyond
  if (direction < -1) part->reading.shift = -kWeek;
  if (direction > 1) part->reading.shift = kWeek;
  part->reading.nearest = direction == 0;
  part->needs = Needs::nothing;
  // "next Friday" is one of next week
  if (read.hit(before.first, Category::date_article, "weekday_of_next_week"))
    part->reading.unit = Grain::week;
}

// "vendredi dernier", but not the "last" of "Friday last week".
bool read_direction_behind(const Reader& read, DatePart* part) {
  const Hit* after = read.hit(part->last, Category::date_direction);
  if (!after || number_of(*after) == 0 || read.hit(after->last, Category::date_unit)) return false;
  part->reading.direction = number_of(*after);
  part->last = after->last;
  return true;
}

// "le lundi d'après", "le mardi suivant"
bool read_following(const Reader& read, DatePart* part) {
  for (const int way : {1, -1}) {
    const Hit* next =
        read.hit(part->last, Category::later, way > 0 ? Symbol("following") : Symbol("preceding"));
    if (!next || (next->last == part->last + 1 && !read.clause_ends(next->last))) continue;
    if (read.hit(next->last, Category::date_article) || read.digits(next->last)) continue;
    part->reading.direction = way;
    part->last = next->last;
    part->needs = Needs::nothing;
    return true;
  }
  return false;
}

}  // namespace

std::optional<DatePart> read_weekday(const Reader& read, uint32_t at) {
  if (auto part = read_weekday_of_week(read, at)) return part;
  const Hit* before = read.hit(at, Category::date_direction);
  const uint32_t from = before ? before->last : at;
  const Hit* weekday = read.hit(from, Category::weekday);
  if (!weekday) return read_weekday_after(read, at);
  if (read.hit_before(from, Category::person_title)) return std::nullopt;  // "Mr Friday"
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
  take_part_of_day(read, from, *weekday, &part);
  if (before) {
    take_direction(read, *before, &part);
  } else if (read_beyond(read, &part) || read_direction_behind(read, &part) || read_following(read, &part)) {
    return part;
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

namespace {

// Sets the reading to `sign` times the length. What is no whole number of calendar units ("quelques jours")
// stays unresolved; a bound opens a side. False for hours when the hour of publication is not known.
bool set_offset(const Reader& read, const Length& length, int sign, DatePart* part) {
  using Relation = Mention::Relation;
  DateReading& reading = part->reading;
  part->last = length.last;
  const bool clock = length.seconds != 0;
  if (clock && (!read.moment_known() || reading.base != Base::published)) return false;
  part->unresolved = !length.known;
  reading.grain = clock ? Grain::minute : Grain::day;
  if (clock) reading.offset_seconds = sign * length.seconds;
  reading.unit = length.unit;
  reading.offset = sign * length.count;
  reading.shift = sign * length.days;
  const bool far = length.form == Form::more_than || length.form == Form::at_least;
  const bool near = length.form == Form::less_than || length.form == Form::at_most;
  if (far) part->relation = sign < 0 ? Relation::before : Relation::after;
  if (near) part->relation = sign < 0 ? Relation::since : Relation::until;
  return true;
}

// "She returns in three days", "the exam is in three days", "in two days' time", "In 5 minutes."; but not "he
// built it in three days".
bool is_ahead(const Reader& read, uint32_t at, uint32_t last) {
  const bool is = read.hit_before(at, Category::date_doubtful, "be_form") && read.clause_ends(last);
  return is || read.ahead_before(at) || read.alone(at, last) || read.hit(last, Category::ago, "in_end");
}

// "il y a une semaine", "two weeks ago", "dans trois mois", "2 years and 3 months from now".
std::optional<DatePart> read_ago(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  DatePart part;
  part.reading.base = Base::published;
  // What stands before the length, and no other word that the length could be tied to: "from two weeks ago".
  const Hit* before = nullptr;
  for (const Symbol way : {Symbol("before"), Symbol("in"), Symbol("in_if_ahead")}) {
    if (!before) before = read.hit(at, Category::ago, way);
  }
  if (before) {
    const auto length = read_length(read, amounts, before->last);
    if (!length) return std::nullopt;
    if (before->is("in_if_ahead") && !is_ahead(read, at, length->last)) return std::nullopt;
    const int sign = before->is("before") ? -1 : 1;
    if (!set_offset(read, *length, sign, &part)) return std::nullopt;
    if (const Hit* end = read.hit(part.last, Category::ago, "in_end")) part.last = end->last;
    return part;
  }
  const auto length = read_length(read, amounts, at);
  if (!length) return std::nullopt;
  const Hit* after = read.hit(length->last, Category::ago, "ago");
  const Hit* hence = after ? nullptr : read.hit(length->last, Category::ago, "hence");
  if ((!after && !hence) || !set_offset(read, *length, after ? -1 : 1, &part)) return std::nullopt;
  part.last = (after ? after : hence)->last;
  // "two years ago today", "a week ago yesterday"
  const Hit* day = after && !part.unresolved && part.reading.grain == Grain::day
                       ? read.hit(part.last, Category::day_offset)
                       : nullptr;
  if (day) part.reading.shift += number_of(*day), part.last = day->last;
  return part;
}

// "deux jours plus tard", "two weeks earlier", "cinq jours après".
std::optional<DatePart> read_later(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const auto length = read_length(read, amounts, at);
  const Hit* later = length ? read.hit(length->last, Category::later) : nullptr;
  if (!later) return std::nullopt;
  const absl::string_view way = later->sense->symbol;
  const bool forward = way == "later" || way == "after";
  if (!forward && way != "earlier" && way != "before") return std::nullopt;
  // "trois jours avant la fermeture" hangs on an event.
  const bool adverb = way == "later" || way == "earlier";
  if (!adverb && read.inside(later->last) && read.token(later->last).token_class != TokenClass::sign)
    return std::nullopt;
  DatePart part;
  // "5 minutes later" and no more is told from now
  const bool from_now = length->seconds != 0 && read.alone(at, later->last);
  part.reading.base = from_now ? Base::published : Base::anchor;
  if (!set_offset(read, *length, forward ? 1 : -1, &part)) return std::nullopt;
  part.last = later->last;
  return part;
}

// "within two weeks", "sous 48 heures": from now on, where words before it point ahead or nothing else is
// told.
std::optional<DatePart> read_within(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const Hit* within = read.hit(at, Category::ago, "within_if_ahead");
  const auto length = within ? read_length(read, amounts, within->last) : std::nullopt;
  if (!length || !length->known || length->form != Form::exact || !read.clause_ends(length->last) ||
      read.hit(length->last, Category::date_article, "of") ||
      !(read.ahead_before(at) || read.alone(at, length->last)))
    return std::nullopt;
  DatePart part;
  part.first = at;
  part.reading.base = Base::published;
  if (!set_offset(read, *length, 1, &part) || part.reading.shift != 0) return std::nullopt;
  part.reading.grain = length->seconds != 0 ? Grain::minute : part.reading.unit;
  part.reading.rolling = true;
  return part;
}

}  // namespace

std::optional<DatePart> read_term(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  const Hit* within = read.hit(at, Category::ago, "within");
  // "sous huitaine"
  for (const Hit& hit : read.text.hits_at(at)) {
    absl::string_view days = hit.sense->symbol;
    if (hit.sense->category != Category::ago || !absl::ConsumePrefix(&days, "within_")) continue;
    DatePart part;
    part.first = at, part.last = hit.last;
    part.reading.base = Base::published;
    if (absl::SimpleAtoi(days, &part.reading.offset)) return part;
  }
  const auto length = within ? read_length(read, amounts, within->last) : std::nullopt;
  if (!length) return read_within(read, amounts, at);
  // "d'ici 20 h" is a clock time
  if (length->seconds != 0 && read.text.word(length->last - 1).size() == 1) return std::nullopt;
  DatePart part;
  part.first = at;
  part.reading.base = Base::published;
  return set_offset(read, *length, 1, &part) ? std::optional(part) : std::nullopt;
}

std::optional<DatePart> read_relative(const Reader& read, absl::Span<const Amount> amounts, uint32_t at) {
  std::optional<DatePart> best;
  const auto consider = [&best](std::optional<DatePart> part) {
    if (part && (!best || part->last > best->last)) best = std::move(part);
  };
  constexpr uint64_t kWay = mark(Category::date_direction) | mark(Category::later);
  constexpr uint64_t kUnit = kWay | mark(Category::date_article) | mark(Category::date_unit);
  constexpr uint64_t kMany = kWay | mark(Category::date_article) | mark(Category::cardinal);
  constexpr DateForm kWords[] = {
      {kUnit | mark(Category::weekday), false, read_weekday},
      {kUnit | mark(Category::weekday) | mark(Category::ordinal), false, read_beside_day},
      {kUnit, false, read_day_in_month},
      {mark(Category::date_unit), false, read_unit_sign},
      {mark(Category::day_offset), false, read_day_offset},
      {mark(Category::date_direction), false, read_this_part},
      {mark(Category::date_article), false, read_part_alone},
      {mark(Category::day_anchor), false, read_day_anchor},
  };
  constexpr DateForm kSpans[] = {
      {kMany, true, read_rolling},
      {kMany, true, read_months_of_year},
      {kMany | mark(Category::ordinal), true, read_days_of_month},
      {mark(Category::date_article) | mark(Category::month_part), false, read_rest_of_unit},
  };
  best = read_longest(read, at, kWords);
  const bool length = duration_from(amounts, at) != nullptr;
  if (length || read.starts(at, mark(Category::ago))) consider(read_ago(read, amounts, at));
  if (read.starts_number(at) || read.starts(at, mark(Category::ago))) {
    consider(read_weekdays_away(read, at));
    consider(read_seasons_away(read, at));
  }
  if (length) consider(read_later(read, amounts, at));
  if (length) consider(read_from_day(read, amounts, at));
  consider(read_longest(read, at, kSpans));
  std::optional<DatePart> unit = read.starts(at, kUnit) ? read_unit(read, at, false) : std::nullopt;
  // "the last week of March" is another week than "last week".
  const Hit* of = unit ? read.hit(unit->last, Category::date_article, "of") : nullptr;
  const bool of_month = of && (read.hit(of->last, Category::month) || read.digits(of->last));
  if (unit && !of_month && !(unit->reading.unit == Grain::day && unit->reading.base == Base::published))
    consider(unit);
  if (best) best->first = at;
  return best;
}

}  // namespace crosscheck
