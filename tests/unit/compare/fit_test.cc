#include "compare/comparators/fit.h"

#include <catch2/catch.hpp>

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

Decimal number(const std::string& text) { return Decimal::parse(text).value(); }

// "750", "~750", ">500", ">=500", "<9", "<=9", "40..50", "24..?" (vague)
Interval amount(const std::string& text) {
  Interval out;
  const auto rest = [&](size_t n) { return number(text.substr(n)); };
  if (const size_t dots = text.find(".."); dots != std::string::npos) {
    out.low = number(text.substr(0, dots));
    out.form = Form::between;
    if (text.substr(dots + 2) == "?") {
      out.form = Form::vague;
    } else {
      out.high = number(text.substr(dots + 2));
    }
  } else if (text.substr(0, 2) == ">=") {
    out.low = rest(2), out.form = Form::at_least;
  } else if (text.substr(0, 2) == "<=") {
    out.high = rest(2), out.form = Form::at_most;
  } else if (text[0] == '>') {
    out.low = rest(1), out.form = Form::more_than;
  } else if (text[0] == '<') {
    out.high = rest(1), out.form = Form::less_than;
  } else if (text[0] == '~') {
    out.low = out.high = rest(1), out.form = Form::about;
  } else {
    out.low = out.high = rest(0);
  }
  return out;
}

const char* name(Fit fit) {
  return fit == Fit::agree ? "agree" : fit == Fit::conflict ? "conflict" : "unknown";
}

TEST_CASE("amounts agree when what a reader takes them for has something in common", "[compare]") {
  struct Row {
    const char* a;
    const char* b;
    const char* fit;
  };
  const Row rows[] = {
      {"750", "770", "conflict"},
      {"750", "750", "agree"},
      {">500", ">=700", "conflict"},
      {">500", "505", "agree"},
      {">500", "625", "agree"},
      {">500", "626", "conflict"},
      {">500", "499", "conflict"},
      {">10000000000", ">=10000000000", "agree"},
      {"<9", "8", "agree"},
      {"<9", "7", "conflict"},
      {"<9", "10", "conflict"},
      {"~800", "870", "agree"},
      {"~800", "890", "conflict"},
      {"~30", "28", "agree"},
      {"40..50", "45", "agree"},
      {"40..50", "39", "conflict"},
      {"2000000000..?", "10000000000", "agree"},
      {"24..?", "12", "conflict"},
      {"1300000", "1271000", "agree"},  // rounded to its leading digits
      {"1300000", "1240000", "conflict"},
      {"20", "21", "conflict"},                // no rounding: every digit counts
      {"100000000", "120000000", "conflict"},  // one digit shown, and far off
      {"500", "550", "conflict"},
      {"310000", "312000", "agree"},
      {"-3.1", "-3.1", "agree"},
      {"-3.1", "3.1", "conflict"},
      {"0", "2", "conflict"},
  };
  for (const Row& row : rows) {
    INFO(row.a << " and " << row.b);
    CHECK(std::string(name(fit_amounts(amount(row.a), amount(row.b), Comparison()))) == row.fit);
    CHECK(std::string(name(fit_amounts(amount(row.b), amount(row.a), Comparison()))) == row.fit);
  }
}

TEST_CASE("the tolerance of a rule widens exact values", "[compare]") {
  Comparison loose;
  loose.tolerance = 3;
  CHECK(fit_amounts(amount("750"), amount("770"), loose) == Fit::agree);
}

TEST_CASE("money of two currencies or rates is not compared", "[compare]") {
  const auto money = [](const char* text, const char* currency, const char* per = "") {
    Money out;
    out.amount = amount(text);
    out.currency = currency;
    out.per = per;
    return out;
  };
  CHECK(fit_money(money("190000000", "EUR"), money("212000000", "USD"), Comparison()) == Fit::unknown);
  CHECK(fit_money(money("95", "USD", "share"), money("68700000000", "USD"), Comparison()) == Fit::unknown);
  CHECK(fit_money(money("190000000", "EUR"), money("190000000", ""), Comparison()) == Fit::agree);
}

TEST_CASE("a share agrees with the fraction that it rounds", "[compare]") {
  Ratio third;
  third.amount = amount("0.3333");
  Percent percent;
  percent.amount = amount("33");
  CHECK(fit_shares(third, percent, Comparison()) == Fit::agree);
  percent.amount = amount("50");
  CHECK(fit_shares(third, percent, Comparison()) == Fit::conflict);
  percent.points = true;
  CHECK(fit_shares(third, percent, Comparison()) == Fit::unknown);
}

TEST_CASE("a measure agrees with its conversion within the rounding shown", "[compare]") {
  const auto speed = [](const char* told, const char* base, const char* unit) {
    Measure out;
    out.amount = amount(told);
    out.base = amount(base);
    out.unit = unit;
    out.base_unit = "meter-per-second";
    return out;
  };
  const Measure mph = speed("87", "38.89248", "mile-per-hour");
  CHECK(fit_measures(mph, speed("140", "38.888889", "kilometer-per-hour"), Comparison(), Rulebook()) ==
        Fit::agree);
  CHECK(fit_measures(mph, speed("150", "41.666667", "kilometer-per-hour"), Comparison(), Rulebook()) ==
        Fit::conflict);
  CHECK(fit_measures(mph, speed("90", "40.2336", "mile-per-hour"), Comparison(), Rulebook()) ==
        Fit::conflict);
}

Date date(absl::CivilSecond start, absl::CivilSecond end) {
  Date out;
  out.start = start;
  out.end = end;
  return out;
}

TEST_CASE("a coarser date agrees with a finer one inside it", "[compare]") {
  const Date day = date(absl::CivilDay(2023, 11, 17), absl::CivilDay(2023, 11, 18));
  const Date week = date(absl::CivilDay(2023, 11, 13), absl::CivilDay(2023, 11, 20));
  const Date next = date(absl::CivilDay(2023, 11, 18), absl::CivilDay(2023, 11, 19));
  CHECK(fit_dates(day, week, Comparison()) == Fit::agree);
  CHECK(fit_dates(day, next, Comparison()) == Fit::conflict);
  Date weekday;
  weekday.as_told = "vendredi";
  CHECK(fit_dates(day, weekday, Comparison()) == Fit::unknown);
  Date same = weekday;
  same.as_told = "Vendredi";
  CHECK(fit_dates(weekday, same, Comparison()) == Fit::agree);
  Date since = day;
  since.end.reset();
  CHECK(fit_dates(day, since, Comparison()) == Fit::agree);
  CHECK(fit_dates(next, since, Comparison()) == Fit::unknown);
}

TEST_CASE("what happens once does not come both by June and in autumn", "[compare]") {
  Comparison once;
  once.once = true;
  Date by_june, by_july;
  by_june.end = absl::CivilDay(2025, 6, 1);
  by_july.end = absl::CivilDay(2025, 7, 1);
  const Date autumn = date(absl::CivilDay(2025, 9, 22), absl::CivilDay(2025, 12, 21));
  const Date may = date(absl::CivilDay(2025, 5, 1), absl::CivilDay(2025, 6, 1));
  CHECK(fit_dates(by_june, autumn, once) == Fit::conflict);
  CHECK(fit_dates(by_june, may, once) == Fit::unknown);
  CHECK(fit_dates(by_june, by_july, once) == Fit::unknown);
  CHECK(fit_dates(by_june, by_july, Comparison()) == Fit::unknown);
}

TEST_CASE("a price told bare is one for a share where the rule says so", "[compare]") {
  Money told, bare;
  told.amount.low = told.amount.high = Decimal(31);
  told.per = "share";
  bare.amount.low = bare.amount.high = Decimal(29);
  Comparison comparison;
  CHECK(fit_money(told, bare, comparison) == Fit::unknown);
  comparison.bare = true;
  CHECK(fit_money(told, bare, comparison) == Fit::conflict);
}

TEST_CASE("clock times agree within half an hour when one is about", "[compare]") {
  ClockTime a, b;
  a.minute_of_day = 12 * 60 + 42;
  b.minute_of_day = 12 * 60 + 45;
  CHECK(fit_times(a, b) == Fit::conflict);
  b.form = Form::about;
  CHECK(fit_times(a, b) == Fit::agree);
  b.zone = "Europe/London";
  a.zone = "America/Chicago";
  CHECK(fit_times(a, b) == Fit::unknown);
  a.zone = b.zone = "";
  a.minute_of_day = 5;
  b.minute_of_day = 23 * 60 + 55;
  CHECK(fit_times(a, b) == Fit::agree);
}

TEST_CASE("a range of clock times agrees with what lies in it, and with no other range", "[compare]") {
  const ClockTime office{9 * 60, "", Form::between, 17 * 60}, longer{9 * 60, "", Form::between, 18 * 60};
  const ClockTime night{22 * 60, "", Form::between, 6 * 60}, noon{12 * 60, ""}, two{2 * 60, ""};
  CHECK(fit_times(office, noon) == Fit::agree);
  CHECK(fit_times(noon, office) == Fit::agree);
  CHECK(fit_times(office, two) == Fit::unknown);
  CHECK(fit_times(night, two) == Fit::agree);
  CHECK(fit_times(office, office) == Fit::agree);
  CHECK(fit_times(office, longer) == Fit::conflict);
}

State state(const char* event, Polarity polarity = Polarity::affirmed) { return {event, {}, polarity}; }

TEST_CASE("two states of one slot exclude each other, what is denied of one says nothing of the other",
          "[compare]") {
  CHECK(fit_states(state("life.dead"), state("life.dead")) == Fit::agree);
  CHECK(fit_states(state("life.dead"), state("life.alive")) == Fit::conflict);
  CHECK(fit_states(state("life.dead"), state("life.dead", Polarity::denied)) == Fit::conflict);
  CHECK(fit_states(state("custody.held", Polarity::denied), state("custody.free")) == Fit::unknown);
}

TEST_CASE("a state within a broader one fits it, and falls with it", "[compare]") {
  const State broad = state("cause.technical"), narrow = state("cause.technical.brakes");
  CHECK(fit_states(narrow, broad) == Fit::agree);
  CHECK(fit_states(narrow, state("cause.technical.track")) == Fit::conflict);
  CHECK(fit_states(narrow, state("cause.human")) == Fit::conflict);
  CHECK(fit_states(narrow, state("cause.technical", Polarity::denied)) == Fit::conflict);
  CHECK(fit_states(state("cause.technical.brakes", Polarity::denied), broad) == Fit::unknown);
  CHECK(fit_states(state("cause.tech"), broad) == Fit::conflict);
}

}  // namespace
}  // namespace crosscheck
