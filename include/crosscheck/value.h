// What a mention or a claim says, once normalized: one struct a kind, and Value, which is one of them. The
// JSON shapes of PRODUCT's table "Values" are made from these by report/value_json. The tolerance of a rule
// is no part of a value: "at least 500" stays "at least 500" until a comparator looks at it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/time/civil_time.h"
#include "crosscheck/decimal.h"

namespace crosscheck {

// How an amount was told.
enum class Form { exact, about, at_least, more_than, at_most, less_than, between, vague };

// An open side is nullopt. exact and about: low == high. between: both told. vague ("des milliards"): what it
// can describe.
struct Interval {
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  Form form = Form::exact;
  friend bool operator==(const Interval&, const Interval&) = default;
};

struct Count {  // "750 employés"; also a bare number
  Interval amount;
  std::string unit;     // concept counted ("employee"); empty when nothing is known to be counted
  bool number = false;  // true: the JSON type is "number", a figure that counts nothing
  friend bool operator==(const Count&, const Count&) = default;
};

struct Ordinal {  // "la deuxième banque"
  Decimal value;
  std::string of;  // what is ranked; may be empty
  friend bool operator==(const Ordinal&, const Ordinal&) = default;
};

struct Percent {  // "plus de 70 %": 70, not 0.7
  Interval amount;
  std::string of;       // what it is a share of; may be empty
  bool points = false;  // points of percent
  friend bool operator==(const Percent&, const Percent&) = default;
};

struct Ratio {  // "deux tiers", "un sur trois": as a fraction of 1
  Interval amount;
  std::string of;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  friend bool operator==(const Ratio&, const Ratio&) = default;
};

struct Money {
  Interval amount;       // in whole units of the currency: "1,3 Md€" is 1300000000
  std::string currency;  // ISO 4217; empty when not told
  std::string per;       // "share", "year", …; empty when the amount stands for itself
  friend bool operator==(const Money&, const Money&) = default;
};

struct Measure {
  Interval amount;        // as told
  std::string unit;       // CLDR unit identifier: "kilometer-per-hour"
  Interval base;          // the same in base_unit; form as in amount
  std::string base_unit;  // SI: "meter-per-second"
  friend bool operator==(const Measure&, const Measure&) = default;
};

struct Duration {
  Interval amount;   // as told
  std::string unit;  // CLDR: "hour", "day", "month", …
  Interval seconds;  // the same in seconds
  friend bool operator==(const Duration&, const Duration&) = default;
};

enum class Grain { year, quarter, month, week, day, part_of_day, hour, minute };

// From what a date was resolved.
enum class ResolvedFrom { unresolved, text, published, anchor };

// [start, end) on the civil calendar of the place told about; no time zone is applied. An open side is
// nullopt.
struct Date {
  std::optional<absl::CivilSecond> start;
  std::optional<absl::CivilSecond> end;
  Grain grain = Grain::day;
  std::string as_told;  // the words: "vendredi"
  ResolvedFrom resolved_from = ResolvedFrom::unresolved;
  // "two weeks ago": the day is the best guess, the words hold to the week.
  std::optional<Grain> told_to;

  // Whether the words tell the year and nothing nearer: "1953", "il y a soixante-treize ans".
  bool is_told_to_the_year() const { return told_to.value_or(grain) == Grain::year; }

  friend bool operator==(const Date&, const Date&) = default;
};

struct ClockTime {        // JSON type "time"
  int minute_of_day = 0;  // 0 … 1439
  std::string zone;       // IANA name or offset "+01:00"; empty when not told
  Form form = Form::exact;
  // "from 9 to 5": the end of a range, of which the form is `between`; before the start it is of the next
  // day.
  std::optional<int> end_minute_of_day = std::nullopt;
  friend bool operator==(const ClockTime&, const ClockTime&) = default;
};

struct Age {
  Interval amount;
  std::string unit;  // "year", "month"
  friend bool operator==(const Age&, const Age&) = default;
};

enum class RoleStatus { current, former, interim, named, left };

struct Role {
  std::string person;        // name
  std::string role;          // concept: "chief-executive"
  std::string organisation;  // name; empty when not told
  RoleStatus status = RoleStatus::current;
  friend bool operator==(const Role&, const Role&) = default;
};

enum class Polarity { affirmed, denied };

struct State {
  std::string event;  // concept: "return"
  std::vector<std::string> participants;
  Polarity polarity = Polarity::affirmed;
  friend bool operator==(const State&, const State&) = default;
};

struct EntityName {  // JSON type "entity"
  std::string id;
  std::string name;
  friend bool operator==(const EntityName&, const EntityName&) = default;
};

struct PlainText {  // JSON type "text"
  std::string text;
  friend bool operator==(const PlainText&, const PlainText&) = default;
};

using Value = std::variant<PlainText, Count, Ordinal, Percent, Ratio, Money, Measure, Duration, Date,
                           ClockTime, Age, Role, State, EntityName>;

// The interval that an amount states (base or seconds where there are such); nullptr for values that are no
// amounts.
const Interval* amount_of(const Value& value);
Interval* amount_of(Value& value);

// The JSON name of the value's type: "count", "number", "money", "date", …
const char* type_name(const Value& value);

const char* to_string(Form form);
const char* to_string(Grain grain);
const char* to_string(ResolvedFrom from);
const char* to_string(RoleStatus status);
const char* to_string(Polarity polarity);

}  // namespace crosscheck
