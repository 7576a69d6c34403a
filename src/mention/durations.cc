// Lengths of time: "environ deux heures", "2 h 01 min 35 s", "a 90-minute show", and clock-like ones
// ("2:00:24") where the words around say that something lasted.
#include <array>

#include "absl/strings/str_cat.h"
#include "base/whole_part.h"
#include "mention/clock.h"
#include "mention/duration_amounts.h"
#include "mention/reader.h"
#include "mention/recognizers.h"

namespace crosscheck {
namespace {

struct Unit {
  absl::string_view symbol;  // of the language's data
  absl::string_view name;    // CLDR
  int64_t factor;            // `name`s in one, times ten to the power `exponent`
  int64_t seconds;           // in one `name`
  int exponent = 0;
};

// A month is a twelfth of a year of 365.2425 days.
constexpr int64_t kDay = 86400, kMonth = 2629746;
constexpr std::array<Unit, 18> kUnits = {{{"second", "second", 1, 1},
                                          {"millisecond", "second", 1, 1, -3},
                                          {"microsecond", "second", 1, 1, -6},
                                          {"nanosecond", "second", 1, 1, -9},
                                          {"minute", "minute", 1, 60},
                                          {"quarter_hour", "minute", 15, 60},
                                          {"three_quarter_hour", "minute", 45, 60},
                                          {"hour", "hour", 1, 3600},
                                          {"night", "night", 1, kDay},
                                          {"day", "day", 1, kDay},
                                          {"week", "week", 1, 7 * kDay},
                                          {"fortnight", "week", 2, 7 * kDay},
                                          {"month", "month", 1, kMonth},
                                          {"quarter", "quarter", 1, 3 * kMonth},
                                          {"half", "month", 6, kMonth},
                                          {"year", "year", 1, 12 * kMonth},
                                          {"decade", "decade", 1, 120 * kMonth},
                                          {"century", "century", 1, 1200 * kMonth}}};

const Unit* unit_of(absl::string_view symbol) {
  for (const Unit& unit : kUnits) {
    if (unit.symbol == symbol) return &unit;
  }
  return nullptr;
}

void scale(std::optional<Decimal>* side, const Decimal& factor) {
  if (*side && factor != Decimal(1)) *side = multiply(**side, factor);
}

Interval scaled(Interval interval, const Decimal& low, const Decimal& high) {
  scale(&interval.low, low);
  scale(&interval.high, high);
  return interval;
}

Duration from_seconds(int64_t seconds, absl::string_view unit, Form form) {
  Duration out;
  out.unit = std::string(unit);
  const bool open_high = form == Form::at_least || form == Form::more_than;
  const bool open_low = form == Form::at_most || form == Form::less_than;
  const auto interval = [&](const Decimal& value) {
    Interval sides;
    sides.form = form;
    if (!open_low) sides.low = value;
    if (!open_high) sides.high = value;
    return sides;
  };
  const Unit* known = unit_of(unit);
  out.seconds = interval(Decimal(seconds));
  // "a year and three days", of which no whole number of days is made
  constexpr int kPlaces = 4;
  const auto amount = known ? divide(Decimal(seconds), Decimal(known->seconds), kPlaces) : std::nullopt;
  out.amount = interval(amount.value_or(Decimal(seconds)));
  return out;
}

void add(const Reader& read, uint32_t first, uint32_t last, Duration value, std::vector<Mention>* out) {
  Mention mention;
  mention.kind = MentionKind::duration;
  mention.span = read.span(first, last);
  if (read.text.with_steps) mention.steps.push_back(absl::StrCat("length of time in ", value.unit));
  mention.value = std::move(value);
  out->push_back(std::move(mention));
}

// Whole seconds of a plain amount such as "2 h".
std::optional<int64_t> whole_seconds(const Amount& amount) {
  const Unit* unit = unit_of(amount.unit);
  // A bound leaves one side open: "under two hours and one minute".
  const auto& figure = amount.value.low ? amount.value.low : amount.value.high;
  const bool one = !amount.value.low || !amount.value.high || amount.value.low == amount.value.high;
  const bool plain = unit && figure && one && amount.unit_high.empty();
  if (!plain || amount.value.form == Form::vague) return std::nullopt;
  const auto seconds = multiply(*figure, Decimal(unit->seconds * unit->factor, unit->exponent));
  if (!seconds || !seconds->is_integer() || Decimal(100000000000) < *seconds) return std::nullopt;
  return whole_part(*seconds);
}

// Where the next part of "2 hours and 24 seconds" may start.
uint32_t skip_joint(const Reader& read, uint32_t at) {
  if (read.sign(at, ",")) ++at;
  if (read.sign(at, ".") && read.tight(at) && read.digits(at + 1)) ++at;  // "1 hr. 30 min."
  const Hit* joint = read.hit(at, Category::number_joint);
  return joint ? joint->last : at;
}

// "2h30", "2 heures 30", "une heure vingt": minutes or seconds without their unit.
bool add_bare_minutes(const Reader& read, int64_t* seconds, uint32_t* last, absl::string_view* unit) {
  if (*unit != "hour" && *unit != "minute") return false;
  if (*unit == "hour") {
    // "an hour and a quarter", "une heure et quart"
    const Hit* shift = read.hit(*last, Category::clock_shift);
    const uint32_t article = skip_joint(read, *last);
    const Hit* one = article != *last ? read.hit(article, Category::date_article, "one") : nullptr;
    const Hit* quarter = one ? read.hit(one->last, Category::fraction) : nullptr;
    const bool by_quarter = quarter && quarter->sense->number == Decimal(4);
    if (by_quarter || (shift && number_of(*shift) == 15)) {
      *seconds += 15 * 60;
      *unit = "minute";
      *last = by_quarter ? quarter->last : shift->last;
      return true;
    }
    // "an hour and three quarters", "une heure trois quarts"
    const auto quarters = read.small_number(skip_joint(read, *last));
    const Hit* fraction =
        quarters && quarters->in_words ? read.hit(quarters->last, Category::fraction) : nullptr;
    if (fraction && fraction->sense->number == Decimal(4) && quarters->value == 3) {
      *seconds += 45 * 60;
      *unit = "minute";
      *last = fraction->last;
      return true;
    }
  }
  // "1h30m"
  const auto figure = *unit == "hour" ? read.figure(*last, 1, 2) : std::nullopt;
  const bool letter =
      figure && *figure < 60 && read.tight(*last + 1) && read.token(*last + 1).span().size() == 1;
  if (letter && read.hit(*last + 1, Category::date_article, "minute_letter")) {
    *seconds += *figure * 60;
    *unit = "minute";
    *last += 2;
    return true;
  }
  const auto number = read.small_number(*last);
  if (!number || number->value >= 60 || read.part_of_figure(*last)) return false;
  if (!number->in_words && read.text.word(*last).size() != 2) return false;
  const bool tight = read.tight(*last) && !number->in_words;
  if (!tight && (!read.clause_ends(number->last) || (number->in_words && number->value < 2))) return false;
  *seconds += number->value * (*unit == "hour" ? 60 : 1);
  *unit = *unit == "hour" ? "minute" : "second";
  *last = number->last;
  return true;
}

// Whether `next` tells less than one of the unit before it, as a part of the same length does: "three years,
// 18 months of them suspended" are two lengths, and so are "three years, six months of them".
bool is_rest(const Reader& read, const Amount& next, int64_t seconds, int64_t of_unit, uint32_t last) {
  const bool comma = read.sign(last, ",");
  if (!comma) return true;
  const Hit* of = read.hit(next.last, Category::date_article, "of");
  const bool of_them =
      of && (read.hit(of->last, Category::pronoun) || read.hit(of->last, Category::noun_stop));
  return seconds < of_unit && !of_them;
}

// "2 h 01 min 35 s", "3 minutes 16 seconds", "2h30": adds the smaller units that follow. Returns how many
// amounts were used.
size_t read_compound(const Reader& read, Amounts amounts, int64_t* seconds, uint32_t* last,
                     absl::string_view* unit) {
  size_t used = 1;
  while (used < amounts.size() && used < 4) {
    const Amount& next = amounts[used];
    const Unit* smaller = unit_of(next.unit);
    const bool follows = next.first == *last || next.first == skip_joint(read, *last);
    const auto more = whole_seconds(next);
    if (!follows || next.unit_kind != UnitKind::duration || !more || next.bounded ||
        smaller->seconds >= unit_of(*unit)->seconds ||
        !is_rest(read, next, *more, unit_of(*unit)->seconds, *last))
      break;
    *seconds += *more;
    *last = next.last;
    *unit = smaller->name;
    ++used;
  }
  if (add_bare_minutes(read, seconds, last, unit) && used < amounts.size() && amounts[used].first < *last)
    ++used;
  return used;
}

// "de 9h à 18h", "entre 8 heures et 10 heures": both ends are clock times.
bool is_clock_range(const Reader& read, const Amount& amount) {
  if (amount.value.form != Form::between || amount.unit != "hour") return false;
  // "de 9 à 17 h"
  constexpr int kNoon = 12, kMidnight = 24;
  const bool sign = amount.last > amount.first && read.text.word(amount.last - 1).size() == 1;
  const bool day =
      amount.value.high && Decimal(kNoon) < *amount.value.high && !(Decimal(kMidnight) < *amount.value.high);
  if (sign && day && read.hit(amount.first, Category::date_relation, "from") && amount.digits) return true;
  // "une table pour deux à 19 h"
  if (sign && day && amount.spelled && amount.digits) return true;
  const auto clock = read_clock(read, amount.number_first);
  return clock && clock->has_sign && clock->last < amount.number_last;
}

// "the thirty-second", "the twenty-second of May"; but "a thirty-second delay".
bool is_rank(const Reader& read, const Amount& amount) {
  const uint32_t unit = amount.last - 1;
  return unit > amount.first && amount.spelled && read.dash(unit - 1) && read.tight(unit) &&
         read.hit(unit, Category::ordinal) && read.clause_ends(amount.last);
}

// Reads the first of `amounts`; returns how many of them the duration takes.
size_t read_amount(const Reader& read, Amounts amounts, std::vector<Mention>* out) {
  const Amount& amount = amounts[0];
  const Unit* unit = amount.unit_kind == UnitKind::duration ? unit_of(amount.unit) : nullptr;
  // "une seconde fois", "a second man"
  if (!unit || (amount.article && unit->name == "second" && !amount.bounded)) return 1;
  if (is_clock_range(read, amount) || is_rank(read, amount)) return 1;
  uint32_t last = amount.last;
  if (const auto whole = whole_seconds(amount)) {
    int64_t seconds = *whole;
    absl::string_view name = unit->name;
    const size_t used = read_compound(read, amounts, &seconds, &last, &name);
    if (last != amount.last) {
      add(read, amount.first, last, from_seconds(seconds, name, amount.value.form), out);
      return used;
    }
  }
  Duration value;
  value.unit = std::string(unit->name);
  const Unit* high = amount.unit_high.empty() ? unit : unit_of(amount.unit_high);
  if (!high) high = unit;
  value.amount =
      scaled(amount.value, Decimal(unit->factor, unit->exponent), Decimal(high->factor, high->exponent));
  value.seconds = scaled(value.amount, Decimal(unit->seconds), Decimal(high->seconds));
  // "six months to two years": both sides in the smaller unit
  if (high->seconds > unit->seconds && high->seconds % unit->seconds == 0)
    scale(&value.amount.high, Decimal(high->seconds / unit->seconds));
  add(read, amount.first, last, std::move(value), out);
  return 1;
}

// "Psalm 119:105"
bool behind_name(const Reader& read, uint32_t at) {
  return at > read.first && read.word(at - 1) && read.token(at - 1).capitals != Capitals::none;
}

// "2:00:24" after "in", "of", …; "60:41" likewise.
void find_clock_like(const Reader& read, std::vector<Mention>* out) {
  for (uint32_t at = read.first; at + 2 < read.last; ++at) {
    if (!read.digits(at) || !read.sign(at + 1, ":") || !read.tight(at + 1) || !read.tight(at + 2)) continue;
    const auto first = read.figure(at, 1, 3), second = read.figure(at + 2, 2, 2);
    if (!first || !second || *second > 59 || (read.tight(at) && at > read.first && !read.word(at - 1)))
      continue;
    const bool three = read.sign(at + 3, ":") && read.tight(at + 3) && read.tight(at + 4);
    const auto third = three ? read.figure(at + 4, 2, 2) : std::nullopt;
    const uint32_t last = at + (third ? 5 : 3);
    // A third figure after the second makes minutes of the first; "59:43" cannot be a clock time.
    constexpr int kHours = 24;
    const bool lasting = read.hit_before(at, Category::date_article, "lasting") != nullptr;
    // "15:00:30"; a race is run in "2:01:35", or "in 10:00:24"
    const bool clock = (third && !lasting && read.figure(at, 2, 2) && *first < kHours) ||
                       read.hit_before(at, Category::date_article, "at") ||
                       read.hit_before(at, Category::date_article, "about") ||
                       read.hit(last, Category::half_day) || read.hit(last, Category::zone) ||
                       read.hit(last, Category::zone_word);
    if (!clock && third && *third < 60) {
      add(read, at, last, from_seconds(*first * 3600 + *second * 60 + *third, "second", Form::exact), out);
    } else if (!clock && !third && *first >= kHours && (lasting || !behind_name(read, at))) {
      add(read, at, last, from_seconds(*first * 60 + *second, "second", Form::exact), out);
    }
    at = last - 1;
  }
}

}  // namespace

void find_durations(const Annotated& text, const Rulebook&, Amounts amounts, std::vector<Mention>* out) {
  size_t next = 0;
  for (const SentenceRange& sentence : text.sentences) {
    const Reader read{text, sentence.first, sentence.last};
    while (next < amounts.size() && amounts[next].first < sentence.first) ++next;
    size_t end = next;
    while (end < amounts.size() && amounts[end].last <= sentence.last) ++end;
    while (next < end) next += read_amount(read, amounts.subspan(next, end - next), out);
    if (sentence.marks & kDigitsMark) find_clock_like(read, out);
  }
}

}  // namespace crosscheck
