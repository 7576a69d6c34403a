// One date at a place, without what stands before it: "vendredi 17 novembre 2023", "fin octobre", "Q3 2024",
// "last week", "two days later". Ranges, relations and clock times beside it are put together in
// date_expression.cc.
#pragma once

#include <optional>

#include "absl/types/span.h"
#include "crosscheck/mention.h"
#include "mention/amounts.h"
#include "mention/reader.h"

namespace crosscheck {

struct DatePart {
  // What must stand before it, else it is no date.
  enum class Needs {
    nothing,
    preposition,  // "mars", "été": "en", "depuis", "in" …
    year_word,    // a bare year: "en 1985", "l'année 1985"
    range,        // a bare day: only as the end of a range or list, or "le 17" at the end of a clause
  };
  uint32_t first = 0;
  uint32_t last = 0;
  DateReading reading;
  std::optional<DateReading> to;  // inclusive end of what is a range by itself: halves, seasons, decades
  Needs needs = Needs::nothing;
  // "more than two years ago" is before the day that is two years ago.
  std::optional<Mention::Relation> relation;
  bool unresolved = false;  // the words tell a date that cannot be known: "la veille de la catastrophe"
};

// A way to read a date, tried only where it may start: at a phrase of one of these categories, or at a
// figure.
struct DateForm {
  uint64_t starts = 0;
  bool figures = false;
  std::optional<DatePart> (*read)(const Reader& read, uint32_t at) = nullptr;
};
// For a form that looks by itself whether it may start.
constexpr uint64_t kAnywhere = ~uint64_t{0};
// The longest date that one of the forms reads at `at`; of equally long ones the first.
std::optional<DatePart> read_longest(const Reader& read, uint32_t at, absl::Span<const DateForm> forms);

// Dates told by the calendar (date_absolute.cc), among them periods. The longest one.
std::optional<DatePart> read_absolute(const Reader& read, uint32_t at);
// "17", "1er", "17th", 1 to 31; the end of the tokens in `last`.
std::optional<int> read_day_number(const Reader& read, uint32_t at, uint32_t* last);
// "second", "twenty-second": a rank in words; the end of the tokens in `last`.
std::optional<int> read_spelled_rank(const Reader& read, uint32_t at, uint32_t* last);

// Months, quarters (date_quarter.h), seasons (date_season.h), years, decades (date_period.cc).
std::optional<DatePart> read_period(const Reader& read, uint32_t at);

// "the 1990s", "les années 60", "the early nineties"; "the 20th century", "le XVIIIe siècle"
// (date_decade.cc).
std::optional<DatePart> read_decade(const Reader& read, uint32_t at);
std::optional<DatePart> read_century(const Reader& read, uint32_t at);
// 90 for "nineties".
std::optional<int> decade_word(const Reader& read, uint32_t at);
// "Noël", "Thanksgiving 2022" (date_holiday.cc).
std::optional<DatePart> read_holiday(const Reader& read, uint32_t at);
// "first", "3e", "last" (-1) before a unit or weekday; the end of the tokens in `last`.
std::optional<int> read_any_rank(const Reader& read, uint32_t at, uint32_t* last);
// "the first Monday of May", "la dernière semaine du mois prochain", "le 15 du mois"; "the week of May 20"
// (date_nth.cc).
std::optional<DatePart> read_nth(const Reader& read, uint32_t at);
std::optional<DatePart> read_week_of(const Reader& read, uint32_t at);
// "week 42", "la semaine 42 de 2024": weeks of a year, Monday to Sunday, the first one that of 4 January.
std::optional<DatePart> read_numbered_week(const Reader& read, uint32_t at);

struct MonthWord {
  uint32_t last;
  int value;
  bool doubtful;  // "mars", "May": also another word
  bool small;     // "may": another word that is told apart by its capital
};
std::optional<MonthWord> read_month(const Reader& read, uint32_t at);
bool plausible_year(int year);
// The "'69" of "the summer of '69"; the end of the tokens in `last`.
std::optional<int> read_short_year(const Reader& read, uint32_t at, uint32_t* last);
std::optional<int> read_year(const Reader& read, uint32_t at);
// Takes the year of a unit that is told from today: "(the summer) of next year".
void set_year_of(const DatePart& unit, DatePart* part);
// Adds the year that follows a month or season: "2023", ", 2023", "of last year", "dernier".
void read_year_after(const Reader& read, DatePart* part);

// Months that a season touches by either reckoning, of the calendar or of the weather; past 12 those of the
// next year, into which winter goes on.
struct SeasonMonths {
  int from, to;
};
std::optional<SeasonMonths> months_of_season(absl::string_view name);

// "hier", "aujourd'hui", "demain", "tonight", "last night"; "ce matin", "this afternoon"; "in the morning",
// "dans la soirée", of the day that is told of (date_day.cc).
std::optional<DatePart> read_day_offset(const Reader& read, uint32_t at);
std::optional<DatePart> read_this_part(const Reader& read, uint32_t at);
std::optional<DatePart> read_part_alone(const Reader& read, uint32_t at);
// "la veille", "le lendemain", "the next day"; with a complement it hangs on an event whose day is not known.
std::optional<DatePart> read_day_anchor(const Reader& read, uint32_t at);
// The days that "en huit", "in a week" behind a day add; takes in these words.
int days_after(const Reader& read, DatePart* part);
// "a week from Friday", "two weeks from tomorrow", "a week on Tuesday"; "three days before Christmas", "deux
// jours après le 3 mai" (date_from_day.cc).
std::optional<DatePart> read_from_day(const Reader& read, absl::Span<const Amount> amounts, uint32_t at);

// "two Mondays ago", "three Sundays from now"; "two summers ago", "dans deux hivers" (date_away.cc).
std::optional<DatePart> read_weekdays_away(const Reader& read, uint32_t at);
std::optional<DatePart> read_seasons_away(const Reader& read, uint32_t at);
// "the Monday after Easter", "le week-end avant Noël", "the week after Easter" (date_beside.cc).
std::optional<DatePart> read_beside_day(const Reader& read, uint32_t at);
// "next month on the 5th", "EOY", "year to date" (date_within_unit.cc).
std::optional<DatePart> read_day_in_month(const Reader& read, uint32_t at);
std::optional<DatePart> read_unit_sign(const Reader& read, uint32_t at);

// Dates told from today or from another date (date_relative.cc). `amounts` are those of the article.
std::optional<DatePart> read_relative(const Reader& read, absl::Span<const Amount> amounts, uint32_t at);
// "vendredi", "vendredi dernier", "last Friday", "ce vendredi", "Friday last week", "vendredi de la semaine
// prochaine".
std::optional<DatePart> read_weekday(const Reader& read, uint32_t at);
// "d'ici trois mois": the length of time after a word that sets a term, as a date to come.
std::optional<DatePart> read_term(const Reader& read, absl::Span<const Amount> amounts, uint32_t at);
// The grain of a value of category date_unit: "weekend" is a week.
std::optional<Grain> grain_of(absl::string_view unit);
// (date_unit.cc) "l'année", "last year", "the month": a unit with its direction; a bare one only where `bare`
// allows it.
std::optional<DatePart> read_unit(const Reader& read, uint32_t at, bool bare);

// "every Monday", "toutes les deux semaines", "Mondays": dates without end, so that none is told
// (date_recurring.cc).
std::optional<DatePart> read_recurring(const Reader& read, uint32_t at);
// With what follows the day that was read: "le 14 juillet de chaque année", "July 4 every year".
std::optional<DatePart> read_day_each_year(const Reader& read, const DatePart& day);
// "fermé le lundi": where a language puts an article before the weekday that comes back, and only there.
std::optional<DatePart> read_habitual_weekday(const Reader& read, const DatePart& day);

// "les trois derniers mois", "the next 3 days"; "the first six months of 2023";
// "earlier this week", "later this year" (date_rolling.cc).
std::optional<DatePart> read_rolling(const Reader& read, uint32_t at);
std::optional<DatePart> read_months_of_year(const Reader& read, uint32_t at);
// "the first two weeks of June", "la seconde moitié de mai"
std::optional<DatePart> read_days_of_month(const Reader& read, uint32_t at);
std::optional<DatePart> read_rest_of_unit(const Reader& read, uint32_t at);

// First and last day of a week, day of a month (of 31) or month of a year that "start", "middle" and "end"
// tell.
struct PartBounds {
  int low, high;
};
PartBounds month_part_bounds(absl::string_view part, Grain of);

// Reads "06-12" of a part of the day; false for "noon" and "midnight".
bool day_part_hours(absl::string_view symbol, int* from, int* to);
// Takes the hours that a word of category day_part tells; false for "noon" and "midnight".
bool set_part_of_day(const Hit& word, DateReading* reading);

}  // namespace crosscheck
