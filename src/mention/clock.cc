#include "mention/clock.h"

#include "absl/strings/str_format.h"

namespace crosscheck {
namespace {

constexpr int kDayMinutes = 1440;

// "et demie", "moins le quart": after the hour.
void read_shift(const Reader& read, Clock* clock) {
  const Hit* shift = read.hit(clock->last, Category::clock_shift);
  if (!shift) return;
  clock->minute_of_day += number_of(*shift);
  clock->last = shift->last;
  clock->minutes = true;
  // "huit heures moins le quart", "midi et quart" are no lengths of time.
  if (number_of(*shift) < 0) clock->sure = true;
}

// "p.m.", "du soir", "in the evening".
bool read_half_day(const Reader& read, Clock* clock) {
  uint32_t at = clock->last;
  if (read.sign(at, ",")) ++at;
  const Hit* half = read.hit(at, Category::half_day);
  if (!half || (at != clock->last && read.tight(at))) return false;
  const int hour = clock->minute_of_day / 60;
  if (half->is("pm") && hour < 12) clock->minute_of_day += 12 * 60;
  if (half->is("am") && hour == 12) clock->minute_of_day -= 12 * 60;
  clock->last = half->last;
  return true;
}

// The "+2" of "15:00 UTC+2"
void read_zone_offset(const Reader& read, Clock* clock) {
  constexpr int kMost = 14;
  const uint32_t at = clock->last;
  const bool plus = read.sign(at, "+"), minus = read.dash(at) || read.sign(at, "−");
  const auto hours =
      (plus || minus) && read.tight(at) && read.tight(at + 1) ? read.figure(at + 1, 1, 2) : std::nullopt;
  if (!hours || *hours > kMost || clock->zone != "UTC") return;
  clock->last = at + 2;
  int minutes = 0;
  const auto rest = read.sign(at + 2, ":") && read.tight(at + 2) && read.tight(at + 3)
                        ? read.figure(at + 3, 2, 2)
                        : std::nullopt;
  if (rest) minutes = *rest, clock->last = at + 4;
  if (*hours != 0 || minutes != 0)
    clock->zone = absl::StrFormat("%c%02d:%02d", plus ? '+' : '-', *hours, minutes);
}

// "GMT", ", heure du Pacifique", "(heure locale)".
bool read_zone(const Reader& read, Clock* clock) {
  uint32_t at = clock->last;
  const bool bracket = read.sign(at, "(");
  if (bracket || read.sign(at, ",")) ++at;
  const Hit* zone = read.hit(at, Category::zone);
  // "EST", not "est"
  if (zone && zone->last == at + 1 && read.word(at) && read.token(at).capitals != Capitals::all)
    zone = nullptr;
  const Hit* local = zone ? nullptr : read.hit(at, Category::zone_word);
  if (!zone && !local) return false;
  const uint32_t after = zone ? zone->last : local->last;
  if (bracket && !read.sign(after, ")")) return false;
  if (zone) clock->zone = zone->sense->symbol;
  clock->last = bracket ? after + 1 : after;
  if (zone && !bracket) read_zone_offset(read, clock);
  return true;
}

// The "Z" of "15:00Z".
bool read_zulu(const Reader& read, Clock* clock) {
  const bool zulu = clock->minutes && read.tight(clock->last) && read.sign(clock->last, "Z");
  if (!zulu || (read.tight(clock->last + 1) && read.word(clock->last + 1))) return false;
  clock->zone = "UTC";
  ++clock->last;
  return true;
}

// "6ish", "7-ish"
bool read_ish(const Reader& read, Clock* clock) {
  const uint32_t at = read.dash(clock->last) && read.tight(clock->last) ? clock->last + 1 : clock->last;
  const Hit* ish = read.tight(at) ? read.hit(at, Category::date_article, "about_after") : nullptr;
  if (!ish) return false;
  clock->last = ish->last;
  clock->about = clock->has_sign = clock->sure = true;
  return true;
}

// "Uhr" of "15.30 Uhr", "h" of "15.30 h": after the minutes.
bool read_sign_after(const Reader& read, Clock* clock) {
  const Hit* sign = read.hit(clock->last, Category::hour_sign, "clock");
  const bool zone = read.hit(clock->last, Category::zone) || read.hit(clock->last, Category::zone_word);
  if (!sign && !zone && read.digits(clock->last - 1))
    sign = read.hit(clock->last, Category::hour_sign, "hour");
  if (!sign) return false;
  clock->last = sign->last;
  clock->has_sign = true;
  if (sign->is("clock")) clock->sure = true;
  return true;
}

// ":30", ".30", "h30", " heures 30"; and seconds, which are read over. `sign` is the last token of the hour's
// sign.
bool read_minutes(const Reader& read, uint32_t at, Clock* clock) {
  const auto minutes = read.figure(at, 2, 2);
  if (!minutes || *minutes > 59) return false;
  clock->minute_of_day += *minutes;
  clock->minutes = true;
  clock->last = at + 1;
  if (const Hit* unit = read.hit(at + 1, Category::hour_sign, "minute")) clock->last = unit->last;
  return true;
}

// Hours in digits with their minutes: "12:42:17", "7.15am", "7 pm", "1845 GMT".
std::optional<Clock> read_digits(const Reader& read, uint32_t at) {
  Clock clock;
  if (const auto all = read.figure(at, 4, 4)) {
    if (*all / 100 > 23 || *all % 100 > 59) return std::nullopt;
    clock.minute_of_day = *all / 100 * 60 + *all % 100;
    clock.minutes = true;
    clock.last = at + 1;
    return clock;
  }
  const auto hour = read.figure(at, 1, 2);
  if (!hour || *hour > 24) return std::nullopt;
  clock.minute_of_day = *hour * 60;
  clock.last = at + 1;
  const bool joined = read.tight(at + 1) && read.tight(at + 2);
  if (joined && read.sign(at + 1, ":")) {
    if (!read_minutes(read, at + 2, &clock)) return std::nullopt;
    clock.has_sign = true;
    if (read.sign(clock.last, ":") && read.tight(clock.last) && read.figure(clock.last + 1, 2, 2)) {
      clock.last += 2;
      clock.seconds = true;
    }
  } else if (joined && read.sign(at + 1, ".")) {
    if (!read_minutes(read, at + 2, &clock)) return std::nullopt;
  }
  return clock;
}

// "8 heures", "17 heures 30", "huit heures et demie", "seven o'clock", "12h30".
bool read_hour_sign(const Reader& read, Clock* clock) {
  const Hit* sign = read.hit(clock->last, Category::hour_sign, "hour");
  if (const Hit* of_clock = read.hit(clock->last, Category::hour_sign, "clock")) {
    sign = of_clock;  // "o'clock", "Uhr": no length of time has it
    clock->sure = true;
  }
  if (!sign) return false;
  const bool tight = read.tight(clock->last);
  clock->last = sign->last;
  clock->has_sign = true;
  if (read_minutes(read, sign->last, clock)) return true;
  if (tight && read.tight(sign->last) && read.digits(sign->last)) return false;
  const Hit* shift = read.hit(sign->last, Category::clock_shift);
  const auto minutes = read.small_number(sign->last);
  if (!shift && minutes && minutes->in_words && minutes->value < 60 && read.clause_ends(minutes->last)) {
    clock->minute_of_day += minutes->value;
    clock->minutes = true;
    clock->last = minutes->last;
  }
  read_shift(read, clock);
  return true;
}

// "midi", "minuit et demi", "minuit quarante-six", "12 noon".
std::optional<Clock> read_named(const Reader& read, uint32_t at) {
  constexpr int kTwelve = 12;
  if (const auto twelve = read.starts_number(at) ? read.small_number(at) : std::nullopt) {
    const bool named = twelve->value == kTwelve && read.hit(twelve->last, Category::day_part);
    if (!named) return std::nullopt;
    at = twelve->last;
  }
  const Hit* noon = read.hit(at, Category::day_part, "noon");
  const Hit* midnight = noon ? nullptr : read.hit(at, Category::day_part, "midnight");
  if (!noon && !midnight) return std::nullopt;
  if (read.hit_before(at, Category::person_title)) return std::nullopt;  // "Dr. Noon"
  // "l'après-midi"
  const Hit* part = at > read.first && read.dash(at - 1)
                        ? read.hit_before((noon ? noon : midnight)->last, Category::day_part)
                        : nullptr;
  if (part && part->first < at) return std::nullopt;
  Clock clock;
  clock.last = (noon ? noon : midnight)->last;
  clock.minute_of_day = noon ? 12 * 60 : 0;
  clock.sure = read.hit(at, Category::date_doubtful) == nullptr;
  clock.has_sign = true;
  const auto minutes = read.small_number(clock.last);
  if (minutes && minutes->value > 0 && minutes->value < 60 && read.clause_ends(minutes->last)) {
    clock.minute_of_day += minutes->value;
    clock.last = minutes->last;
    clock.minutes = clock.sure = true;
  } else {
    read_shift(read, &clock);
    if (clock.minutes) clock.sure = true;
  }
  if (clock.minute_of_day < 0) clock.minute_of_day += kDayMinutes;
  if (read_zone(read, &clock)) clock.sure = true;
  return clock;
}

// "thirty" of "eight thirty", "oh five" of "eleven oh five": minutes in words right after the hour.
void read_minutes_in_words(const Reader& read, Clock* clock) {
  constexpr int kFewest = 10;
  const uint32_t at = read.skip(clock->last, "nought");
  const auto minutes = read.small_number(at);
  if (!minutes || !minutes->in_words || minutes->value > 59) return;
  if (at == clock->last ? minutes->value < kFewest : minutes->value >= kFewest) return;
  if (!read.clause_ends(minutes->last) && !read.hit(minutes->last, Category::half_day)) return;
  clock->minute_of_day += minutes->value;
  clock->last = minutes->last;
  clock->minutes = clock->has_sign = true;
}

// "from five to seven", "a majority of ten to two"
bool tells_no_clock(const Reader& read, uint32_t at) {
  return read.hit_before(at, Category::date_relation, "from") ||
         read.hit_before(at, Category::date_article, "result");
}

// "20 past eight", "ten minutes to 3", "fünf nach acht", with the minutes told by a number.
std::optional<Clock> read_minutes_before(const Reader& read, uint32_t at) {
  constexpr int kMost = 30, kHours = 24;
  const auto minutes = read.small_number(at);
  if (!minutes || minutes->value < 1 || minutes->value > kMost) return std::nullopt;
  const Hit* unit = read.hit(minutes->last, Category::duration_unit, "minute");
  const uint32_t side_at = unit ? unit->last : minutes->last;
  const Hit* past = read.hit(side_at, Category::date_article, "minutes_past");
  const Hit* to = read.hit(side_at, Category::date_article, "minutes_to");
  // "5 to 3" is a score
  if (to && !unit && !minutes->in_words) to = nullptr;
  if (to && !unit && tells_no_clock(read, at)) to = nullptr;
  if (!past && !to) return std::nullopt;
  const auto hour = read.small_number((past ? past : to)->last);
  if (!hour || hour->value < 1 || hour->value > kHours) return std::nullopt;
  if (!read.clause_ends(hour->last) && !read.hit(hour->last, Category::half_day)) return std::nullopt;
  Clock clock;
  clock.last = hour->last;
  clock.minute_of_day = hour->value * 60 + (past ? minutes->value : -minutes->value);
  clock.sure = clock.minutes = clock.has_sign = true;
  return clock;
}

// Hours in words, perhaps after "a quarter to".
std::optional<Clock> read_words(const Reader& read, uint32_t at) {
  const Hit* before = read.hit(at, Category::clock_shift);
  if (before && number_of(*before) < 0 && tells_no_clock(read, at)) before = nullptr;
  const uint32_t from = before ? before->last : at;
  if (before) {
    // "a quarter past midnight"
    std::optional<Clock> named = read_named(read, from);
    if (named && !named->minutes) {
      named->minute_of_day = (named->minute_of_day + number_of(*before) + kDayMinutes) % kDayMinutes;
      named->sure = named->minutes = true;
      return named;
    }
  }
  const auto hour = read.small_number(from);
  // "at half seven"
  if (before && before->is("30") && read.hit(at, Category::half, "before") && before->last == at + 1) {
    const bool lead = read.hit_before(at, Category::date_article, "at") ||
                      read.hit_before(at, Category::date_article, "about") ||
                      (hour && read.alone(at, hour->last));
    if (!lead || !hour || !read.clause_ends(hour->last)) return std::nullopt;
  }
  // "quarter of an hour"
  if (hour && before && read.hit(hour->last, Category::duration_unit) &&
      !read.hit(hour->last, Category::hour_sign, "clock"))
    return std::nullopt;
  // "quarter of a million"
  constexpr size_t kArticle = 2;
  if (hour && before && hour->in_words && read.token(from).span().size() <= kArticle) return std::nullopt;
  if (!hour || hour->value > (before ? 12 : 24) || (!before && !hour->in_words)) return std::nullopt;
  Clock clock;
  clock.last = hour->last;
  clock.minute_of_day = hour->value * 60 + (before ? number_of(*before) : 0);
  if (before) clock.sure = clock.minutes = clock.has_sign = true;
  if (!before && hour->value > 0 && hour->value <= 12) read_minutes_in_words(read, &clock);
  return clock;
}

// "fifteen hundred hours", "18 hundred hours"
std::optional<Clock> read_hundred_hours(const Reader& read, uint32_t at) {
  constexpr int kHours = 24, kHundred = 100, kFewest = 10;
  const auto hour = read.small_number(at);
  const Hit* hundred = hour ? read.hit(hour->last, Category::cardinal) : nullptr;
  if (!hundred || number_of(*hundred) != kHundred || hour->value >= kHours) return std::nullopt;
  const Hit* hours = read.hit(hundred->last, Category::hour_sign, "military");
  // "one hundred hours" last as long
  const bool length =
      hour->in_words && hour->value < kFewest && !read.hit_before(at, Category::date_article, "at");
  if (!hours || length) return std::nullopt;
  Clock clock;
  clock.last = hours->last;
  clock.minute_of_day = hour->value * 60;
  clock.minutes = clock.sure = clock.has_sign = true;
  return clock;
}

// Whether what stands beside the number in [at, next) may make it a clock time: one look for the many ways to
// read one.
bool number_may_be_clock(const Reader& read, uint32_t at, uint32_t next) {
  constexpr uint64_t kZone = mark(Category::half_day) | mark(Category::zone) | mark(Category::zone_word);
  constexpr uint64_t kNext = kZone | mark(Category::hour_sign) | mark(Category::duration_unit) |
                             mark(Category::day_part) | mark(Category::cardinal) |
                             mark(Category::clock_shift);
  if (read.starts(next, kNext)) return true;
  if (read.hit_before(at, Category::date_article, "hour_article")) return true;
  if (read.inside(next) && read.token(next).token_class == TokenClass::sign) {
    const bool joined = read.tight(next) && (read.sign(next, ":") || read.sign(next, ".") || read.dash(next));
    if (joined || read.starts(next + 1, kZone)) return true;
  }
  for (const Symbol use :
       std::initializer_list<Symbol>{"minutes_past", "minutes_to", "about_after", "nought"}) {
    if (read.hit(next, Category::date_article, use)) return true;
  }
  return false;
}

// Whether a clock time may start at `at`.
bool may_be_clock(const Reader& read, uint32_t at) {
  if (read.starts(at, mark(Category::day_part) | mark(Category::clock_shift))) return true;
  if (read.digits(at)) {
    if (number_may_be_clock(read, at, at + 1)) return true;
    // "1530Z", "0330"
    const bool four = read.token(at).span().size() == 4;
    return four && (read.text.word(at).front() == '0' || (read.tight(at + 1) && read.sign(at + 1, "Z")));
  }
  const auto number = read.starts(at, mark(Category::cardinal)) ? read.small_number(at) : std::nullopt;
  return number && number_may_be_clock(read, at, number->last);
}

}  // namespace

std::optional<Clock> read_clock(const Reader& read, uint32_t at) {
  if (!may_be_clock(read, at)) return std::nullopt;
  if (std::optional<Clock> named = read_named(read, at)) return named;
  if (std::optional<Clock> hundred = read_hundred_hours(read, at)) return hundred;
  std::optional<Clock> clock = read_minutes_before(read, at);
  if (clock) {
    if (clock->minute_of_day < 13 * 60) read_half_day(read, &*clock);
    read_zone(read, &*clock);
    return clock;
  }
  clock = read_digits(read, at);
  if (!clock) clock = read_words(read, at);
  if (!clock) return std::nullopt;
  const bool four = read.digits(at) && read.token(at).span().size() == 4;
  const bool point = read.digits(at) && read.sign(at + 1, ".") && clock->last > at + 1;
  if (!point && !clock->minutes && !read_hour_sign(read, &*clock) && clock->has_sign) return std::nullopt;
  const bool minutes_first = clock->minutes && read.digits(at) && !four;
  const bool sign_after = minutes_first && read_sign_after(read, &*clock);
  // "a las tres", "a las 15.30"
  if (read.hit_before(at, Category::date_article, "hour_article") &&
      (read.clause_ends(clock->last) || read.hit(clock->last, Category::clock_shift) ||
       read.hit(clock->last, Category::half_day))) {
    read_shift(read, &*clock);
    clock->has_sign = true;
    clock->sure = clock->sure || clock->minutes;
  }
  const uint32_t half_day_at = clock->last;
  const bool half_day = !four && clock->minute_of_day < 13 * 60 && read_half_day(read, &*clock);
  // "seven pm", not "seven in the evening"
  constexpr size_t kAbbreviation = 5;
  const bool abbreviated = half_day && read.span(half_day_at, clock->last).size() < kAbbreviation;
  const bool zone = read_zulu(read, &*clock) || read_zone(read, &*clock);
  const bool ish = !four && !point && read_ish(read, &*clock);
  // "15:00 hours"
  if (!four && clock->minutes && read.digits(at) && read.text.word(at).size() == 2) {
    const Hit* military = read.hit(clock->last, Category::hour_sign, "military");
    if (military) clock->last = military->last, clock->sure = true;
  }
  // "0330", "1530 hours"
  if (four && !zone) {
    const Hit* military = read.hit(clock->last, Category::hour_sign, "military");
    if (military) clock->last = military->last;
    clock->has_sign = military || (read.text.word(at).front() == '0' && read.clause_ends(clock->last));
  }
  if (four || point) {
    if (!(four ? zone || clock->has_sign : half_day || zone || sign_after || clock->has_sign))
      return std::nullopt;
  } else if (read.part_of_figure(at)) {
    return std::nullopt;
  }
  // "seven in the evening" is a time, "seven" is not; "at seven" is left to those who know what is counted.
  if (!clock->has_sign && !half_day && !zone && !ish) return std::nullopt;
  clock->sure =
      clock->sure || zone || (half_day && (read.digits(at) || abbreviated)) || (half_day && clock->has_sign);
  if (clock->minute_of_day < 0) clock->minute_of_day += kDayMinutes;
  clock->minute_of_day %= kDayMinutes;
  return clock;
}

int with_half_day_of(const Reader& read, int from, int to, uint32_t last) {
  constexpr int kHalfDay = 12 * 60;
  const bool shared = from < kHalfDay && from + kHalfDay < to && read.hit_before(last, Category::half_day);
  return shared ? from + kHalfDay : from;
}

}  // namespace crosscheck
