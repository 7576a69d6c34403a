#include "report/date_words.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace crosscheck {
namespace {

std::string clock(int hour, int minute, const Words& words) {
  return words.fill("value.time",
                    {{"hour", absl::StrCat(hour)}, {"minute", absl::StrFormat("%02d", minute)}});
}

std::string month_name(absl::CivilSecond at, const Words& words) {
  return words(absl::StrCat("date.months.", at.month()));
}

std::string day_in_words(absl::CivilSecond at, const Words& words) {
  const std::string day = at.day() == 1 ? words("date.day_first") : absl::StrCat(at.day());
  return words.fill("date.day",
                    {{"day", day}, {"month", month_name(at, words)}, {"year", absl::StrCat(at.year())}});
}

std::string moment_in_words(absl::CivilSecond at, const Words& words) {
  return words.fill("date.moment",
                    {{"date", day_in_words(at, words)}, {"time", clock(at.hour(), at.minute(), words)}});
}

// The start of what follows one unit of the grain from `at`: how long a date is when nothing more was told.
absl::CivilSecond after(absl::CivilSecond at, Grain grain) {
  switch (grain) {
    case Grain::year:
      return absl::CivilSecond(absl::CivilYear(at) + 1);
    case Grain::quarter:
      return absl::CivilSecond(absl::CivilMonth(at) + 3);
    case Grain::month:
      return absl::CivilSecond(absl::CivilMonth(at) + 1);
    case Grain::week:
      return absl::CivilSecond(absl::CivilDay(at) + 7);
    case Grain::day:
    case Grain::part_of_day:
      return absl::CivilSecond(absl::CivilDay(at) + 1);
    case Grain::hour:
      return absl::CivilSecond(absl::CivilHour(at) + 1);
    case Grain::minute:
      break;
  }
  return absl::CivilSecond(absl::CivilMinute(at) + 1);
}

std::string unit_in_words(absl::CivilSecond at, Grain grain, const Words& words) {
  const std::string year = absl::StrCat(at.year());
  switch (grain) {
    case Grain::year:
      return words.fill("date.year", {{"year", year}});
    case Grain::quarter:
      return words.fill("date.quarter", {{"quarter", absl::StrCat((at.month() + 2) / 3)}, {"year", year}});
    case Grain::month:
      return words.fill("date.month", {{"month", month_name(at, words)}, {"year", year}});
    case Grain::week:
      return words.fill("date.week", {{"date", day_in_words(at, words)}});
    case Grain::day:
      return day_in_words(at, words);
    default:
      return moment_in_words(at, words);
  }
}

// Ends are exclusive in data and inclusive for people: the last day of a range, not the one after it.
absl::CivilSecond last_inside(absl::CivilSecond end, Grain grain) {
  return grain <= Grain::day ? absl::CivilSecond(absl::CivilDay(end) - 1) : end;
}

// Where a range ends, its grain kept: a range of months ends in a month.
std::string edge_in_words(absl::CivilSecond at, Grain grain, const Words& words) {
  return unit_in_words(at, grain == Grain::week ? Grain::day : grain, words);
}

std::string closed(absl::CivilSecond start, absl::CivilSecond end, Grain grain, const Words& words) {
  const bool one_day = absl::CivilDay(start) == absl::CivilDay(end - 1);
  if (grain == Grain::part_of_day && one_day) {
    const int until = absl::CivilDay(end) == absl::CivilDay(start) ? end.hour() : 24;
    return words.fill("date.part", {{"date", day_in_words(start, words)},
                                    {"from", clock(start.hour(), start.minute(), words)},
                                    {"to", clock(until, end.minute(), words)}});
  }
  if (grain != Grain::part_of_day && end <= after(start, grain)) return unit_in_words(start, grain, words);
  return words.fill("date.range", {{"from", edge_in_words(start, grain, words)},
                                   {"to", edge_in_words(last_inside(end, grain), grain, words)}});
}

}  // namespace

std::string date_in_words(const Date& date, const Words& words) {
  if (date.told_to && date.start) return unit_in_words(*date.start, *date.told_to, words);
  if (date.start && date.end) return closed(*date.start, *date.end, date.grain, words);
  if (date.start) return words.fill("date.since", {{"from", edge_in_words(*date.start, date.grain, words)}});
  if (date.end) {
    return words.fill("date.until",
                      {{"to", edge_in_words(last_inside(*date.end, date.grain), date.grain, words)}});
  }
  if (date.as_told.empty()) return words("value.none");
  return words.fill("date.unresolved", {{"told", date.as_told}});
}

std::string clock_in_words(const ClockTime& time, const Words& words) {
  std::string out = clock(time.minute_of_day / 60, time.minute_of_day % 60, words);
  if (time.end_minute_of_day) {
    const int end = *time.end_minute_of_day;
    out = words.fill("date.clock_range", {{"from", out}, {"to", clock(end / 60, end % 60, words)}});
  } else if (time.form == Form::about) {
    out = words.fill("value.about_time", {{"n", out}});
  } else if (time.form != Form::exact) {
    const std::string* form = words.find(absl::StrCat("value.form.", to_string(time.form)));
    if (form) out = fill_slots(*form, "{", "}", {{"n", out}, {"low", out}, {"high", out}});
  }
  return time.zone.empty() ? out : words.fill("value.zone", {{"value", out}, {"zone", time.zone}});
}

std::string day_in_words(const std::string& iso, const Words& words) {
  absl::CivilDay day;
  return absl::ParseCivilTime(iso, &day) ? day_in_words(absl::CivilSecond(day), words) : iso;
}

std::string published_in_words(const Moment& moment, const Words& words) {
  if (!moment.has_time) return day_in_words(moment.local, words);
  const std::string told = moment_in_words(moment.local, words);
  if (!moment.offset_minutes) return told;
  const int minutes = *moment.offset_minutes, size = minutes < 0 ? -minutes : minutes;
  const std::string zone = absl::StrFormat("UTC%s%02d:%02d", minutes < 0 ? "-" : "+", size / 60, size % 60);
  return words.fill("value.zone", {{"value", told}, {"zone", zone}});
}

}  // namespace crosscheck
