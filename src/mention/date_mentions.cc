// Dates of an article: which expressions there are, with their relation ("depuis", "by") and what must stand
// before the doubtful ones. What they mean is found by resolve/dates.
#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "mention/clock.h"
#include "mention/date_expression.h"
#include "mention/date_reach.h"
#include "mention/offers.h"
#include "mention/recognizers.h"

namespace crosscheck {
namespace {

using Needs = DatePart::Needs;
using Relation = Mention::Relation;

// What stands right before: nothing, a list of years or months, a list of bare days.
enum class Chain { none, periods, days };

struct Found {
  DatePart part;
  Relation relation = Relation::at;
};

bool article(const Reader& read, uint32_t at, absl::string_view use) {
  return read.hit_before(at, Category::date_article, use) != nullptr;
}

// "2020 and 2021": a later year of our time ends the list.
bool year_follows(const Reader& read, const DatePart& part, uint32_t at) {
  constexpr int kModern = 1900, kSoon = 2060, kRound = 50;
  const auto year = read_year(read, at);
  return year && *part.reading.year >= kModern && *year > *part.reading.year && *year < kSoon &&
         (*year % kRound != 0 || *part.reading.year % kRound != 0) && read.clause_ends(at + 1);
}

// "(1985)", "in 1985", "the 2016 election"; `chained`: another year stands right before.
bool year_fits(const Reader& read, const DatePart& part, bool chained) {
  const uint32_t at = part.first;
  // Few years of old are told, many amounts are.
  constexpr int kOld = 1600;
  if (*part.reading.year < kOld && !read.clause_ends(part.last)) return false;
  if (chained || article(read, at, "year")) return true;
  if (at > read.first && read.sign(at - 1, "(") && read.sign(part.last, ")")) return true;
  // "de 2000 à 2500 personnes"
  for (const char* joint : {"to", "and"}) {
    const Hit* found = read.hit(part.last, Category::date_relation, joint);
    if (found && read.digits(found->last) && !year_follows(read, part, found->last)) return false;
  }
  const int year = *part.reading.year;
  constexpr int kModern = 1900, kSoon = 2060;
  if (year < kModern || year > kSoon) return false;
  if (article(read, at, "year_weak")) return read.clause_ends(part.last);
  return article(read, at, "year_adjective") && read.word(part.last) &&
         !read.hit(part.last, Category::duration_unit);
}

// "two thousand and one"; "nineteen eighty-four" is told as years are.
bool is_spelled_out(const Reader& read, const DatePart& part) {
  for (uint32_t at = part.first; at < part.last; ++at) {
    if (read.hit(at, Category::scale)) return true;
  }
  return false;
}

// "2020 and 2021" and no more
bool is_listed(const Reader& read, const DatePart& part) {
  const Hit* joint = read.hit(part.last, Category::date_relation, "and");
  return joint && year_follows(read, part, joint->last) && read.alone(part.first, joint->last + 1);
}

// "1st", "le 5": told as a day of a month is.
bool is_ranked_day(const Reader& read, const DatePart& part) {
  const bool told = article(read, part.first, "the") || read.hit(part.last - 1, Category::ordinal_suffix);
  return told && part.reading.day && !part.reading.month && !part.reading.weekday;
}
bool ends_day_list(const Reader& read, const DatePart& part) {
  const bool ends = !read.inside(part.last) || read.token(part.last).token_class == TokenClass::sign;
  return is_ranked_day(read, part) && ends && !read.dash(part.last) && !read.sign(part.last, "%");
}

// The "1st" of "on the 1st and 15th", "le 5" of "le 5 et le 20".
bool starts_day_list(const Reader& read, const DatePart& part) {
  const Hit* joint = read.hit(part.last, Category::date_relation, "and");
  if (!joint || !is_ranked_day(read, part) || !article(read, part.first, "the")) return false;
  const uint32_t at = read.skip(joint->last, "the");
  DatePart next;
  next.first = at, next.last = at;
  next.reading.day = read_day_number(read, at, &next.last);
  // "le 5 et le 20" needs its articles, "the 1st and 15th" its ranks
  return next.reading.day && *part.reading.day < *next.reading.day && ends_day_list(read, next);
}

bool needs_met(const Reader& read, const DatePart& part, bool related, Chain chain) {
  const bool chained = chain == Chain::periods;
  switch (part.needs) {
    case Needs::nothing:
      return true;
    case Needs::preposition: {
      if (read.alone(part.first, part.last)) return true;
      const bool season = part.reading.month && part.to;
      // "the fall of Kabul"
      if (season)
        return !read.hit(part.last, Category::date_article, "of") &&
               (related || article(read, part.first, "season"));
      // "March Networks", "Theresa May"
      const bool name = part.reading.month && !part.to && read.word(part.last) &&
                        read.token(part.last).capitals != Capitals::none &&
                        read.hit(part.first, Category::date_doubtful);
      // "on se voit à sept": a number, unless it ends a range of months
      if (!part.to && part.last - part.first <= 2 && read.hit(part.first, Category::cardinal) &&
          !read.token(part.first).line_before && read.hit_before(part.first, Category::date_relation, "to") &&
          !related)
        return false;
      // "le sol de Mars"
      const bool capital = part.first > read.first &&
                           read.hit(part.first, Category::date_doubtful, "small") &&
                           read.token(part.first).capitals == Capitals::first;
      return !name && !capital && (related || chained || article(read, part.first, "month"));
    }
    case Needs::year_word:
      // "mille deux cents" is a number, "en mille neuf cent quatorze" a year
      if (!related && is_spelled_out(read, part)) return article(read, part.first, "year");
      if (read.alone(part.first, part.last) || is_listed(read, part)) return true;
      return related ? read.clause_ends(part.last) || article(read, part.first, "year")
                     : year_fits(read, part, chained);
    case Needs::range: {
      if (starts_day_list(read, part) || (chain == Chain::days && ends_day_list(read, part))) return true;
      const bool ends = part.reading.month || !read.inside(part.last) ||
                        read.token(part.last).token_class == TokenClass::sign;
      const bool dash = read.dash(part.last) || read.sign(part.last, "/") || read.sign(part.last, "%") ||
                        read.sign(part.last, "°");
      const bool led = related || article(read, part.first, "the") ||
                       (part.reading.month && article(read, part.first, "on"));
      return part.reading.day && ends && !dash && led;
    }
  }
  return false;
}

// Whether "fin", "the end of" is told in the date.
bool of_end(const Reader& read, const DatePart& part, uint32_t from) {
  for (uint32_t at = from; at < part.last; ++at) {
    if (read.hit(at, Category::month_part, "end")) return true;
  }
  return false;
}

std::optional<Found> read_related(const Reader& read, Amounts amounts, uint32_t at) {
  struct Row {
    const char* name;
    Relation relation;
  };
  constexpr Row kRows[] = {{"since", Relation::since},
                           {"until", Relation::until},
                           {"before", Relation::before},
                           {"after", Relation::after}};
  for (const Row& row : kRows) {
    const Hit* word = read.hit(at, Category::date_relation, row.name);
    const Hit* of_day = read.hit(at, Category::day_part);
    const Hit* of_month = read.hit(at, Category::month_part);
    if (!word || (of_day && of_day->last > word->last)) continue;  // "before dawn on Sunday"
    const Hit* offset = read.hit(at, Category::day_offset);
    if (offset && offset->last > word->last) continue;                           // "avant hier"
    if (of_month && of_month->last > word->last) continue;                       // "beginning of next month"
    if (read.hit_before(word->last, Category::date_article, "about")) continue;  // "a little after eight"
    // "by next Thursday": what could be an article tells which one it is
    const bool direction = read.hit(word->last, Category::date_direction) != nullptr;
    const uint32_t behind = direction ? word->last : skip_articles(read, word->last);
    for (const uint32_t start : {behind, word->last}) {
      std::optional<DatePart> part = read_night(read, amounts, start);
      if (!part) part = read_date_range(read, amounts, start);
      if (!part) part = read_date(read, amounts, start);
      if (!part || !needs_met(read, *part, true, Chain::none)) continue;
      // "up to 30", "jusqu'à 30" bound an amount; a day has its article.
      const Hit* bound = part->needs == Needs::range ? read.hit(at, Category::bound_before) : nullptr;
      if (bound && bound->last == start) continue;
      // "multiply 12 by 15"
      const Hit* article = read.hit(at, Category::date_article, "the");  // "jusqu'au 3"
      const bool plain = part->needs == Needs::range && bare_day(*part) && !part->reading.weekday &&
                         start == word->last && part->last == start + 1 &&
                         !(article && article->last == start);
      if (plain && (row.relation == Relation::until || read.alone(at, part->last))) continue;
      // "antes de las 6"
      if (plain || (part->needs == Needs::range && bare_day(*part)))
        if (read.hit_before(part->last - 1, Category::date_article, "hour_article")) continue;
      // "after Friday's derailment" tells when the derailment was.
      if (read.possessive(part->last)) return std::nullopt;
      part->first = at;
      if (const Hit* onward = read.hit(part->last, Category::date_relation, "onward"))
        part->last = onward->last;
      // "before the end of the year" leaves its last days open
      const bool end =
          row.relation == Relation::before && part->reading.part_low > 1 && of_end(read, *part, word->last);
      return Found{*part, end ? Relation::until : row.relation};
    }
  }
  return std::nullopt;
}

// "from Monday on", "from June onwards", "von Montag an".
std::optional<Found> read_onward(const Reader& read, Amounts amounts, uint32_t at) {
  const Hit* from = read.hit(at, Category::date_relation, "from");
  if (!from) return std::nullopt;
  auto part = read_date(read, amounts, skip_articles(read, from->last));
  if (!part) part = read_date(read, amounts, from->last);
  const Hit* onward = part ? read.hit(part->last, Category::date_relation, "onward") : nullptr;
  if (!part || part->needs == Needs::range) return std::nullopt;
  // "the ban applies from 1 September"
  const bool applies = !onward && part->reading.year && part->reading.month && !part->to &&
                       read.ahead_before(at) && !read.hit(part->last, Category::date_relation, "to") &&
                       !read.dash(part->last);
  if (applies) {
    part->first = at;
    return Found{*part, Relation::since};
  }
  if (!onward) return std::nullopt;
  // "from Monday on the road"
  if (read.word(onward->last) && !read.clause_ends(onward->last)) return std::nullopt;
  part->first = at;
  part->last = onward->last;
  return Found{*part, Relation::since};
}

// The end of a weekday or unit that comes back: "lundis", "year", "matins"; `at` when there is none.
uint32_t end_of_recurring(const Reader& read, uint32_t at) {
  uint32_t last = at;
  if (!read.inside(at)) return last;
  for (const Hit& hit : read.text.hits_at(at)) {
    const absl::string_view symbol = hit.sense->symbol;
    const bool unit = hit.category == Category::date_unit &&
                      (grain_of(symbol) || symbol == "workday" || absl::StartsWith(symbol, "weekday_"));
    const bool days =
        hit.category == Category::duration_unit &&
        (symbol == "day" || symbol == "week" || symbol == "month" || symbol == "year" || symbol == "hour");
    if (unit || days || hit.category == Category::weekday) last = std::max(last, hit.last);
  }
  return last;
}

// "two weeks", "other Tuesday", "second day", "matin" after "every"; the place itself when there is none.
uint32_t end_of_every(const Reader& read, uint32_t at) {
  uint32_t from = read.skip(at, "every_other");
  if (const auto number = from == at ? read.small_number(at) : std::nullopt) {
    const Hit* unit = read.hit(number->last, Category::duration_unit);
    return unit ? unit->last : at;
  }
  if (uint32_t after = from; read_spelled_rank(read, from, &after)) from = after;
  const uint32_t last = end_of_recurring(read, from);
  if (last != from) return last;
  // "every half hour", "every summer", "every Christmas", "chaque mois de mai"
  const Hit* half = read.hit(from, Category::half, "before");
  const uint32_t half_of = half && read.dash(half->last) ? half->last + 1 : half ? half->last : from;
  if (const Hit* unit = half ? read.hit(half_of, Category::duration_unit) : nullptr) return unit->last;
  for (const Category category : {Category::season, Category::holiday, Category::month}) {
    if (const Hit* time = read.hit(from, category)) return time->last;
  }
  int low = 0, high = 0;
  const Hit* of_day = read.hit(from, Category::day_part);
  return of_day && day_part_hours(of_day->sense->symbol, &low, &high) ? of_day->last : at;
}

// "Mondays", "on Sundays"; the place itself when there is none.
uint32_t end_of_weekdays(const Reader& read, uint32_t at) {
  if (!read.inside(at)) return at;
  for (const Hit& hit : read.text.hits_at(at)) {
    const bool days = hit.category == Category::date_unit && absl::StartsWith(hit.sense->symbol, "weekday_");
    if (days) return hit.last;
  }
  return at;
}

// "twice a week", "trois fois par jour"; the place itself when there is none.
uint32_t end_of_rate(const Reader& read, uint32_t at) {
  const Hit* often = read.hit(at, Category::date_article, "often");
  const auto number = often ? std::nullopt : read.small_number(at);
  const Hit* times = number ? read.hit(number->last, Category::date_article, "times") : often;
  const Hit* per = times ? read.hit(times->last, Category::per) : nullptr;
  const bool of_time = per && (per->sense->symbol == "hour" || grain_of(per->sense->symbol));
  return of_time ? per->last : at;
}

// "un mardi sur deux", "one week in three"; "the first Monday of every month"; "daily", "chaque semaine"; the
// place itself when there is none.
uint32_t end_of_other_recurring(const Reader& read, uint32_t at) {
  constexpr uint64_t kStarts = mark(Category::date_article) | mark(Category::cardinal) |
                               mark(Category::ordinal) | mark(Category::first_day) |
                               mark(Category::date_direction);
  if (!read.digits(at) && !read.starts(at, kStarts)) return at;
  const Hit* adverb = read.hit(at, Category::date_article, "recurs");
  if (adverb && (!read.inside(adverb->last) || read.clause_ends(adverb->last)) &&
      read.token(at).capitals != Capitals::all)
    return adverb->last;
  if (const uint32_t rate = end_of_rate(read, at); rate != at) return rate;
  if (const auto one = read.small_number(at); one && one->value == 1 && one->in_words) {
    const uint32_t unit = end_of_recurring(read, one->last);
    const Hit* out_of = unit == one->last ? nullptr : read.hit(unit, Category::out_of);
    const auto number = out_of ? read.small_number(out_of->last) : std::nullopt;
    if (number && read.clause_ends(number->last)) return number->last;
  }
  uint32_t last = read.skip(at, "det");
  auto rank = read_any_rank(read, last, &last);
  if (!rank && last != at) rank = read_day_number(read, last, &last);  // "le 5 de chaque mois"
  if (!rank) return at;
  const uint32_t counted = end_of_recurring(read, last);
  const uint32_t of = read.skip(counted, "of");
  const Hit* every = of == counted ? nullptr : read.hit(of, Category::date_article, "every");
  const uint32_t end = every ? end_of_every(read, every->last) : at;
  return every && end != every->last ? end : at;
}

// Past the other days of "every Monday, Wednesday and Friday".
uint32_t end_of_list(const Reader& read, uint32_t last) {
  while (true) {
    const uint32_t comma = read.sign(last, ",") ? last + 1 : last;
    const Hit* joint = read.hit(comma, Category::date_relation, "and");
    const uint32_t next = joint ? joint->last : comma;
    if (next == last) return last;
    const Hit* weekday = read.hit(next, Category::weekday);
    const uint32_t end = weekday ? weekday->last : end_of_weekdays(read, next);
    if (end == next) return last;
    last = end;
  }
}

// Past the "of the month" of "every first Monday of the month", the "on 5 May" of "every year on 5 May".
uint32_t end_of_frame(const Reader& read, uint32_t last) {
  if (!read.inside(last)) return last;
  for (const Hit& of : read.text.hits_at(last)) {
    if (of.category != Category::date_article || of.sense->symbol != "of") continue;
    if (const auto month = read_month(read, of.last)) return month->last;  // "each year in March"
    const auto unit = read_unit(read, of.last, true);
    if (unit && unit->reading.base == DateReading::Base::published && unit->reading.offset == 0)
      return unit->last;
  }
  const uint32_t on = read.skip(last, "on");
  const auto day = on == last ? std::nullopt : read_absolute(read, on);
  const bool of_year = day && day->reading.month && day->reading.day && !day->reading.year && !day->to;
  return of_year ? day->last : last;
}

// "every Monday", "toutes les deux semaines", "Mondays": dates without end, so that none is told.
std::optional<Found> read_recurring(const Reader& read, uint32_t at) {
  const Hit* every = read.hit(at, Category::date_article, "every");
  uint32_t last = every ? end_of_every(read, every->last) : end_of_weekdays(read, at);
  if (last == (every ? every->last : at)) last = end_of_other_recurring(read, at);
  if (last == at) return std::nullopt;
  if (every) last = end_of_list(read, last);
  if (every) last = end_of_frame(read, last);
  // "every morning at 8"
  const uint32_t hour = read.skip(last, "at");
  const auto clock = hour != last ? read_clock(read, hour) : std::nullopt;
  const auto bare = hour != last && !clock ? read.small_number(hour) : std::nullopt;
  if (clock) last = clock->last;
  if (bare && read.clause_ends(bare->last)) last = bare->last;
  Found found;
  found.part.first = at;
  found.part.last = last;
  found.part.unresolved = true;
  return found;
}

// "ces derniers jours", "in the coming months": a length that is not told.
std::optional<Found> read_vague_span(const Reader& read, uint32_t at) {
  const Hit* span = read.hit(at, Category::date_article, "vague_span");
  if (!span || read.hit(span->last, Category::date_article, "of")) return std::nullopt;
  Found found;
  found.part.first = at;
  found.part.last = span->last;
  found.part.unresolved = true;
  return found;
}

// "call me now", "maintenant": only at the end of a short text, as every other story says "now".
std::optional<Found> read_now(const Reader& read, uint32_t at) {
  constexpr uint32_t kMost = 12;
  const Hit* now = read.hit(at, Category::date_article, "now");
  if (!now || !read.moment_known() || read.text.sentences.size() != 1 || read.last - read.first > kMost)
    return std::nullopt;
  for (uint32_t t = read.first; t < read.last; ++t) {
    if (read.digits(t) || (t >= now->last && read.token(t).token_class != TokenClass::sign))
      return std::nullopt;
  }
  Found found;
  found.part.first = at;
  found.part.last = now->last;
  found.part.reading.base = DateReading::Base::published;
  found.part.reading.grain = Grain::minute;
  found.part.reading.offset_seconds = 0;
  return found;
}

std::optional<Found> read_expression(const Reader& read, Amounts amounts, uint32_t at, Chain chained) {
  const bool relation = read.starts(at, mark(Category::date_relation));
  if (const auto recurring = read_recurring(read, at)) return recurring;
  if (const auto span = read_vague_span(read, at)) return span;
  if (const auto now = read_now(read, at)) return now;
  if (read.starts(at, mark(Category::ago))) {
    if (auto term = read_term(read, amounts, at))
      return Found{*term, term->reading.rolling ? Relation::at : Relation::until};
  }
  if (relation) {
    if (auto related = read_related(read, amounts, at)) return related;
    if (auto onward = read_onward(read, amounts, at)) return onward;
  }
  if (auto night = read_night(read, amounts, at)) return Found{*night};
  std::optional<DatePart> date = read_date(read, amounts, at);
  if (date && !needs_met(read, *date, false, chained)) date = std::nullopt;
  auto range = read_date_range(read, amounts, at);
  const bool better = range && (!date || range->last > date->last || date->needs == Needs::range);
  if (better) return Found{*range};
  if (!date) return std::nullopt;
  return Found{*date, date->relation.value_or(Relation::at)};
}

std::string describe(const DateReading& reading) {
  constexpr const char* kBases[] = {"calendar", "day of publication", "another date", "weekday"};
  std::string out = absl::StrCat("date told by ", kBases[static_cast<int>(reading.base)]);
  const auto add = [&out](const char* name, std::optional<int> value) {
    if (value) absl::StrAppend(&out, ", ", name, " ", *value);
  };
  add("year", reading.year), add("month", reading.month), add("day", reading.day),
      add("weekday", reading.weekday);
  add("quarter", reading.quarter), add("hour", reading.hour), add("minute", reading.minute);
  if (reading.offset != 0) absl::StrAppend(&out, ", offset ", reading.offset, " ", to_string(reading.unit));
  if (reading.direction != 0) absl::StrAppend(&out, ", ", reading.direction > 0 ? "coming" : "past");
  return out;
}

Mention to_mention(const Reader& read, const Found& found) {
  Mention mention;
  mention.kind = MentionKind::date;
  uint32_t first = found.part.first;
  // "dans la nuit": the preposition is no part of the expression.
  const Hit* lead = read.hit(first, Category::date_article, "lead");
  const bool strip =
      lead && lead->last < found.part.last && found.relation == Relation::at &&
      !(found.part.reading.base == DateReading::Base::published && read.hit(first, Category::ago, "in"));
  if (strip) first = lead->last;
  mention.span = read.span(first, found.part.last);
  mention.relation = found.relation;
  if (found.part.unresolved) {
    mention.steps.push_back("date that hangs on an event or a vague length of time, or that comes back");
    return mention;
  }
  mention.reading = found.part.reading;
  mention.reading_to = found.part.to;
  mention.steps.push_back(describe(found.part.reading));
  if (found.part.to) mention.steps.push_back(absl::StrCat("to: ", describe(*found.part.to)));
  return mention;
}

// Words that no date can do without, figures aside.
constexpr uint64_t kDateCore = mark(Category::month) | mark(Category::weekday) | mark(Category::day_offset) |
                               mark(Category::day_anchor) | mark(Category::date_unit) |
                               mark(Category::season) | mark(Category::ago) | mark(Category::later) |
                               mark(Category::date_direction) | mark(Category::holiday) |
                               mark(Category::day_part) | mark(Category::scale);

// Whether words and signs that may stand inside a date reach from `at` to a figure or word of dates.
bool leads_to_date(const Reader& read, uint32_t at) {
  constexpr uint64_t kInside = (mark(Category::date_doubtful) | (mark(Category::date_doubtful) - 1)) &
                               ~(mark(Category::currency) | mark(Category::currency_cent));
  constexpr uint64_t kNumber = mark(Category::cardinal);
  constexpr uint32_t kReach = 10;
  uint32_t covered = at;  // by a phrase of several words
  for (uint32_t t = at; t < at + kReach && read.inside(t); ++t) {
    if (read.digits(t) || read.starts(t, kDateCore)) return true;
    if (t > at && read.starts(t - 1, kNumber) && read.starts(t, kNumber)) return true;  // "twenty twenty"
    if (read.hit(t + 1, Category::date_unit, "century")) return true;                   // "XVIIIe siècle"
    if (read.starts(t, kInside)) {
      for (const Hit& hit : read.text.hits_at(t)) covered = std::max(covered, hit.last);
    }
    if (t >= covered && read.token(t).token_class == TokenClass::word) return false;
  }
  return false;
}

// Whether an expression may start here; relations, articles and numbers only with a word of dates in reach.
bool may_start(const Reader& read, uint32_t at, uint32_t next_date) {
  if (read.digits(at) || (read.digits(at + 1) && read.tight(at + 1))) return true;
  constexpr uint64_t kLeads = mark(Category::date_relation) | mark(Category::date_article) |
                              mark(Category::day_part) | mark(Category::cardinal) | mark(Category::ordinal) |
                              mark(Category::half) | mark(Category::collective) | mark(Category::vague) |
                              mark(Category::bound_before) | mark(Category::first_day) |
                              mark(Category::month_part);
  constexpr uint32_t kReach = 10;
  if (read.hit(at + 1, Category::date_unit, "century")) return true;  // "XVIIIe siècle"
  const uint64_t marks = read.marks(at);
  return (marks & kDateCore) != 0 || next_date == at ||
         ((marks & kLeads) != 0 && next_date < at + kReach && leads_to_date(read, at));
}

// "twenty" of "twenty ten", "every" of "every two weeks": no words of dates, but here.
bool starts_other(const Reader& read, uint32_t at) {
  const uint64_t marks = read.marks(at);
  if (marks & mark(Category::date_article)) {
    for (const Hit& hit : read.text.hits_at(at)) {
      const std::string& use = hit.sense->symbol;
      if (hit.category != Category::date_article || hit.last > read.last) continue;
      if (use == "every" || use == "recurs" || use == "often" || use == "now") return true;
    }
  }
  const uint32_t next = read.dash(at + 1) ? at + 2 : at + 1;
  return (marks & mark(Category::cardinal)) && (read.marks(next) & mark(Category::cardinal));
}

// The first token from `at` on that may be what makes a date; the end of the sentence when there is none.
uint32_t find_next_date(const Reader& read, uint32_t at) {
  while (at < read.last && !read.digits(at) && !(read.marks(at) & kDateCore) && !starts_other(read, at)) ++at;
  return at;
}

// Past a phrase in which no date is read: "Sunday best".
uint32_t skip_never(const Reader& read, uint32_t at) {
  if (const Hit* never = read.hit(at, Category::date_doubtful, "never")) return never->last;
  // "version 2.4.10"
  const Hit* name = read.hit(at, Category::false_number, "before");
  if (!name || !read.digits(name->last) || !read.sign(name->last + 1, ".")) return at;
  uint32_t last = name->last + 1;
  while (read.tight(last)) ++last;
  return last;
}

// Whether an expression may start at `at`; `*next_date` is what find_next_date() told last.
bool starts_date(const Reader& read, uint32_t at, uint32_t* next_date) {
  if (*next_date < at) *next_date = find_next_date(read, at);
  return may_start(read, at, *next_date);
}

// Reads a sentence in which `reach` tells where a date may start.
void find_in(const Reader& read, Amounts lengths, const DateReach& reach, std::vector<Mention>* out) {
  constexpr uint64_t kSkipped = mark(Category::date_doubtful);
  uint32_t chain_end = 0;  // where a bare year or month ended, for "en 2019, 2020 et 2021", or a bare day
  bool of_days = false;
  uint32_t next_date = find_next_date(read, read.first);
  if (next_date == read.last) return;
  for (uint32_t at = read.first; at < read.last;) {
    if (read.starts(at, kSkipped) || read.text.starting[at].has(Category::false_number)) {
      const uint32_t after = skip_never(read, at);
      if (after != at) {
        at = after;
        continue;
      }
    }
    if (!reach.from(at) || !starts_date(read, at, &next_date)) {
      ++at;
      continue;
    }
    const bool joined =
        chain_end > 0 && (read.sign(chain_end, ",") || read.hit(chain_end, Category::date_relation, "and"));
    const bool behind = joined && (at == chain_end + 1 || at == read.skip(chain_end + 1, "the"));
    const Chain chained = !behind               ? Chain::none
                          : of_days             ? Chain::days
                          : at == chain_end + 1 ? Chain::periods
                                                : Chain::none;
    ++offers.dates;
    const auto found = read_expression(read, lengths, at, chained);
    if (!found) {
      ++at;
      continue;
    }
    out->push_back(to_mention(read, *found));
    at = found->part.last;
    const Grain grain = found->part.reading.grain;
    of_days = bare_day(found->part);
    chain_end = grain == Grain::year || grain == Grain::month || of_days ? at : 0;
  }
}

}  // namespace

void find_dates(const Annotated& text, const Rulebook&, Amounts lengths, std::vector<Mention>* out) {
  DateMemo memo;  // places are told apart by their tokens, and no token is of two sentences
  DateReach reach(lengths);
  for (const SentenceRange& sentence : text.sentences) {
    const Reader read{text, sentence.first, sentence.last, &memo};
    if (reach.read(read)) find_in(read, lengths, reach, out);
  }
}

}  // namespace crosscheck
