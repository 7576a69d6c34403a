#include <catch2/catch.hpp>

#include "resolve/calendar.h"

namespace crosscheck {
namespace {

using absl::CivilDay;
using Base = DateReading::Base;
using Lean = Occasion::Lean;

// Monday 20 November 2023.
Occasion monday(Lean lean = Lean::none) {
  Occasion occasion;
  occasion.published = CivilDay(2023, 11, 20);
  occasion.lean = lean;
  return occasion;
}

std::string day_of(const DateReading& reading, const Occasion& occasion) {
  const auto resolved = resolve_reading(reading, occasion);
  return resolved ? absl::FormatCivilTime(CivilDay(resolved->start)) : "?";
}

DateReading weekday(int day, int direction = 0) {
  DateReading reading;
  reading.base = Base::weekday;
  reading.weekday = day;
  reading.direction = direction;
  return reading;
}

DateReading month_day(int month, int day) {
  DateReading reading;
  reading.month = month;
  reading.day = day;
  return reading;
}

TEST_CASE("a weekday is the latest one, or the coming one where the words point ahead", "[dates]") {
  CHECK(day_of(weekday(5), monday()) == "2023-11-17");
  CHECK(day_of(weekday(1), monday()) == "2023-11-20");
  CHECK(day_of(weekday(2), monday()) == "2023-11-14");
  CHECK(day_of(weekday(2), monday(Lean::future)) == "2023-11-21");
  CHECK(day_of(weekday(1), monday(Lean::future)) == "2023-11-20");
  CHECK(day_of(weekday(1, -1), monday()) == "2023-11-13");
  CHECK(day_of(weekday(1, 1), monday()) == "2023-11-27");
  DateReading nearest = weekday(3);
  nearest.nearest = true;
  CHECK(day_of(nearest, monday()) == "2023-11-22");
  nearest.weekday = 5;
  CHECK(day_of(nearest, monday()) == "2023-11-17");
  CHECK(day_of(weekday(5), Occasion()) == "?");
}

TEST_CASE("the weekend is over on Monday and goes on on Sunday", "[dates]") {
  DateReading weekend = weekday(6);
  weekend.unit = Grain::week;
  weekend.weekend = true;
  CHECK(day_of(weekend, monday()) == "2023-11-18");
  Occasion sunday;
  sunday.published = CivilDay(2023, 11, 19);
  CHECK(day_of(weekend, sunday) == "2023-11-18");
  weekend.direction = -1;
  CHECK(day_of(weekend, sunday) == "2023-11-11");
  CHECK(day_of(weekend, monday()) == "2023-11-18");
}

TEST_CASE("a left-out year is taken from the day of publication", "[dates]") {
  CHECK(day_of(month_day(11, 17), monday()) == "2023-11-17");
  CHECK(day_of(month_day(1, 3), monday()) == "2024-01-03");
  CHECK(day_of(month_day(3, 1), monday()) == "2023-03-01");
  CHECK(day_of(month_day(3, 1), monday(Lean::future)) == "2024-03-01");
  CHECK(day_of(month_day(11, 30), monday()) == "2023-11-30");
  CHECK(day_of(month_day(11, 30), monday(Lean::past)) == "2022-11-30");
  CHECK(day_of(month_day(2, 29), monday()) == "2024-02-29");
  CHECK(day_of(month_day(11, 17), Occasion()) == "?");
  DateReading last = month_day(1, 8);
  last.direction = -1;
  CHECK(day_of(last, monday()) == "2023-01-08");
}

TEST_CASE("a weekday tells the year, or does not fit", "[dates]") {
  DateReading sunday = month_day(6, 19);
  sunday.weekday = 7;
  const auto fits = resolve_reading(sunday, monday());
  REQUIRE(fits);
  CHECK(CivilDay(fits->start) == CivilDay(2022, 6, 19));
  CHECK_FALSE(fits->actual_weekday);

  sunday.year = 2023;
  const auto wrong = resolve_reading(sunday, Occasion());
  REQUIRE(wrong);
  CHECK(wrong->actual_weekday == 1);
  CHECK(wrong->from == ResolvedFrom::text);
}

TEST_CASE("what hangs on another date needs one of the same grain", "[dates]") {
  DateReading later;
  later.base = Base::anchor;
  later.offset = 2;
  Occasion occasion = monday();
  occasion.anchor = CivilDay(2021, 3, 3);
  const auto anchored = resolve_reading(later, occasion);
  REQUIRE(anchored);
  CHECK(CivilDay(anchored->start) == CivilDay(2021, 3, 5));
  CHECK(anchored->from == ResolvedFrom::anchor);

  occasion.anchor_grain = Grain::year;
  CHECK(day_of(later, occasion) == "2023-11-22");
  later.unit = later.grain = Grain::year;
  CHECK(day_of(later, occasion) == "2023-01-01");
  CHECK(day_of(later, Occasion()) == "?");
}

TEST_CASE("a night goes on into the next day", "[dates]") {
  DateReading night = month_day(11, 10);
  night.from_hour = 18;
  night.to_hour = 30;
  const auto resolved = resolve_reading(night, monday());
  REQUIRE(resolved);
  CHECK(resolved->start == absl::CivilSecond(2023, 11, 10, 18));
  CHECK(resolved->end == absl::CivilSecond(2023, 11, 11, 6));
}

}  // namespace
}  // namespace crosscheck
