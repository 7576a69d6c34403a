// What one reading of a date means when it is known on which day the article was published and which date was
// told before: calendar arithmetic, without text.
#pragma once

#include <optional>

#include "crosscheck/mention.h"

namespace crosscheck {

struct Occasion {
  // Whether the words around point back or ahead. Decides for weekdays and left-out years where "last" or
  // "next" do not; `even` ("avant le 3 mai") takes the nearest, past or to come;
  // `governed` is a future that no other date of the clause can have.
  enum class Lean { none, past, future, governed, even };
  std::optional<absl::CivilDay> published;
  std::optional<absl::CivilSecond> moment;  // of publication, where its clock time is known
  // The date that "two days later" hangs on, and how finely it is known.
  std::optional<absl::CivilDay> anchor;
  Grain anchor_grain = Grain::day;
  // Set for the second date of a range: it lies on or after this day.
  std::optional<absl::CivilDay> not_before;
  Lean lean = Lean::none;
};

struct Resolved {
  absl::CivilSecond start, end;  // [start, end)
  Grain grain = Grain::day;
  ResolvedFrom from = ResolvedFrom::text;
  // "two weeks ago" is a day, told to the week.
  std::optional<Grain> told_to;
  // The weekday of the date when another one was told.
  std::optional<int> actual_weekday;
};

// nullopt when the reading needs a day of publication or another date that is not known.
//
// A plain weekday is the latest one up to the day of publication; with `Lean::future` the first one from it
// on; "ce vendredi" is the nearest one. A left-out year brings the date near to the day of publication, where
// a day to come counts as five that are past: without other signs, a date more than two months ahead is taken
// for the last one of its name. Told with a weekday, the year is the nearest within one that fits it; with a
// lean, it is the nearest on that side.
std::optional<Resolved> resolve_reading(const DateReading& reading, const Occasion& occasion);

// 1 Monday … 7 Sunday.
int weekday_of(absl::CivilDay day);

}  // namespace crosscheck
