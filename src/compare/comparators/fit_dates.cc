// Dates are spans of the calendar. A coarser one agrees with a finer one inside it; one that was never
// resolved is compared with nothing but its own words.
#include <algorithm>
#include <cstdlib>

#include "compare/comparators/fit.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

// What "about" leaves open, in minutes: "vers 4 heures" more than "around 7.40".
int leeway(const ClockTime& time) {
  if (time.form == Form::exact) return 0;
  const int minute = time.minute_of_day % 60;
  return minute == 0 ? 30 : minute % 15 == 0 ? 20 : 10;
}

// Half of what the words hold to: "two weeks ago" may be a few days off.
int64_t leeway(const Date& date) {
  constexpr int64_t kDay = 86400;
  if (!date.told_to) return 0;
  switch (*date.told_to) {
    case Grain::year:
      return 183 * kDay;
    case Grain::quarter:
      return 45 * kDay;
    case Grain::month:
      return 16 * kDay;
    default:
      return *date.told_to == Grain::week ? 4 * kDay : 0;
  }
}

// Whether the moment lies in the range of clock times; one that ends before it starts goes over midnight.
bool in_range(const ClockTime& range, const ClockTime& moment) {
  if (!range.end_minute_of_day || moment.end_minute_of_day) return false;
  const int start = range.minute_of_day, end = *range.end_minute_of_day, at = moment.minute_of_day;
  return start <= end ? start <= at && at <= end : at >= start || at <= end;
}

}  // namespace

Fit fit_dates(const Date& a, const Date& b, const Comparison& comparison) {
  const bool known_a = a.start || a.end, known_b = b.start || b.end;
  if (!known_a || !known_b) {
    return !known_a && !known_b && fold(a.as_told) == fold(b.as_told) ? Fit::agree : Fit::unknown;
  }
  const int64_t off = leeway(a) + leeway(b);
  const bool apart =
      (a.end && b.start && *a.end + off <= *b.start) || (b.end && a.start && *b.end + off <= *a.start);
  // What holds "from 1 September" starts on 1 September.
  if (a.start && a.start == b.start && !a.end != !b.end) return Fit::agree;
  // Any other open side ("since 2022", "before 8 p.m.") tells a relation, which only the same relation can
  // answer. What happens once does not come both by June and in autumn.
  if (!a.start != !b.start || !a.end != !b.end)
    return apart && comparison.once ? Fit::conflict : Fit::unknown;
  if (!a.start || !a.end) return a.start == b.start && a.end == b.end ? Fit::agree : Fit::unknown;
  return apart ? Fit::conflict : Fit::agree;
}

Fit fit_times(const ClockTime& a, const ClockTime& b) {
  if (a.zone != b.zone && !a.zone.empty() && !b.zone.empty()) return Fit::unknown;
  // "from 9 to 5" answers another question than "at 9"
  if (a.end_minute_of_day.has_value() != b.end_minute_of_day.has_value())
    return in_range(a, b) || in_range(b, a) ? Fit::agree : Fit::unknown;
  if (a.end_minute_of_day && a.end_minute_of_day != b.end_minute_of_day) return Fit::conflict;
  const int apart = std::abs(a.minute_of_day - b.minute_of_day);
  // A clock of twelve hours does not tell which half: "7:40" is 19:40 as well.
  const int distance = std::min({apart, 24 * 60 - apart, std::abs(apart - 12 * 60)});
  const int margin = leeway(a) + leeway(b);
  if (distance <= margin) return Fit::agree;
  if (a.zone != b.zone) return Fit::unknown;  // the one that is told may be another than where it happened
  const auto bound = [](Form form) { return form != Form::exact && form != Form::about; };
  return bound(a.form) || bound(b.form) ? Fit::unknown : Fit::conflict;
}

}  // namespace crosscheck
