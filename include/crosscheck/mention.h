// A typed span of an article: an amount, a date, a name, a role. Mentions carry what the words say and, once
// resolved, what they mean here; whom or what they are about is the business of claims.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "crosscheck/span.h"
#include "crosscheck/value.h"

namespace crosscheck {

enum class MentionKind {
  count,
  number,
  ordinal,
  percent,
  ratio,
  money,
  measure,
  duration,
  age,
  date,
  time,
  person,
  organisation,
  place,
  role,
};

// What the words of a date say, before it is known when they were written. All parts may be missing.
struct DateReading {
  enum class Base {
    absolute,   // year/month/day as told; a missing year is resolved
    published,  // relative to the day of publication: "hier", "la semaine dernière"
    anchor,     // relative to another date of the text: "deux jours plus tard", "la veille"
    weekday,    // a weekday alone: "vendredi"
  };
  Base base = Base::absolute;
  std::optional<int> year, month, day, weekday;  // month 1–12, day 1–31, weekday 1 = Monday … 7 = Sunday
  std::optional<int> quarter;                    // 1–4; halves are quarter ranges
  int offset = 0;                                // in `unit`s, for relative bases; negative is before
  Grain unit = Grain::day;                       // unit of `offset`
  std::optional<int64_t> offset_seconds;         // instead of `offset`: "in two hours", "20 minutes ago"
  int direction = 0;         // -1 last/past, +1 next/coming, 0 not told; for weekdays and left-out years
  Grain grain = Grain::day;  // grain of the result
  bool nearest = false;      // "ce vendredi", "this Friday": the nearest one, before or after
  bool weekend = false;      // a weekday that is an end of "the weekend"
  std::optional<int> hour, minute;  // clock time told with the date
  std::optional<int> from_hour,
      to_hour;  // part of the day, [from, to); to may pass 24 ("nuit de vendredi à samedi")
  // Days of the calendar that move: the nth `weekday` or week of `month` (-1 the last one), or so many days
  // from Easter; with a day or Easter the nth one after it or before it; `shift` days after either.
  std::optional<int> nth, easter;
  int shift = 0;
  bool rolling = false;  // "the last three months": `offset` units up to the day of publication, or from it
  std::optional<int> part_low, part_high;  // of the month or year in twelfths or days: "début", "mi-", "fin"
  std::string zone;
  friend bool operator==(const DateReading&, const DateReading&) = default;
};

struct Mention {
  MentionKind kind = MentionKind::number;
  TextSpan span;  // the whole expression, without the noun that is counted
  Value value;    // for dates: empty until resolved
  // Dates only. Two readings make a range, the second being the inclusive end; open ranges have `until` or
  // `since`.
  std::optional<DateReading> reading;
  std::optional<DateReading> reading_to;
  enum class Relation { at, since, until, before, after } relation = Relation::at;

  // The counted noun: where it stands and which concept it is. Set by the claim stage; empty when nothing is
  // counted.
  TextSpan noun;
  std::string noun_concept;
  std::optional<Interval> whole;  // "500 of the 750": the amount that it is a part of
  bool was_before = false;        // where a change began, which no longer holds: "rose from 9 to 14"
  bool noun_inherited = false;    // taken from an earlier clause: "700.000 selon la CGT"

  std::string entity;  // persons, organisations, places: id of the entity, set by the resolve stage
  std::vector<std::string> steps;  // how the value was read, one line a step, for `explain`
};

const char* to_string(MentionKind kind);

}  // namespace crosscheck
