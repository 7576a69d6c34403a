#include "report/plot.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "unit/report/sample.h"

namespace crosscheck {
namespace {

const Words& english() { return Words::of("en"); }

std::vector<std::string> labels(const Axis& axis) {
  std::vector<std::string> out;
  for (const Tick& tick : axis.ticks()) out.push_back(tick.label);
  return out;
}

Axis axis_of(std::vector<Ends> drawn, const Value& like) { return Axis(drawn, like, true, english()); }

Value count(Decimal n) { return Count{{n, n, Form::exact}, "person"}; }
Ends at(double n) { return {n, n}; }

TEST_CASE("a line has a few round figures in the unit of its values", "[report]") {
  using Labels = std::vector<std::string>;
  CHECK(labels(axis_of({at(750), at(770)}, count(750))) == Labels{"750", "755", "760", "765", "770"});
  CHECK(labels(axis_of({at(0.25), at(1.5)}, count(0))) == Labels{"0.5", "1", "1.5"});
  CHECK(labels(axis_of({at(-3), at(4)}, count(0))) == Labels{"-2", "0", "2", "4"});
  const Value money = Money{{Decimal(1), Decimal(1), Form::exact}, "EUR", ""};
  CHECK(labels(axis_of({at(1e9), at(1.3e9)}, money)) ==
        Labels{"1 billion EUR", "1.1 billion EUR", "1.2 billion EUR", "1.3 billion EUR"});
}

TEST_CASE("figures far apart lie on a line by powers of ten", "[report]") {
  const Axis axis = axis_of({at(10), at(100000)}, count(10));
  CHECK(labels(axis) == std::vector<std::string>{"10", "100", "1,000", "10,000", "100,000"});
  CHECK(axis.percent(1000) == Approx(50));
}

TEST_CASE("days and hours have calendar steps", "[report]") {
  const absl::CivilSecond epoch(1970, 1, 1);
  const auto day = [&](int n) { return at(static_cast<double>(absl::CivilSecond(2024, 5, n) - epoch)); };
  CHECK(labels(axis_of({day(17), day(19)}, Date{})) ==
        std::vector<std::string>{"17 May 2024", "18 May 2024", "19 May 2024"});
  CHECK(labels(axis_of({at(9 * 3600), at(12 * 3600)}, ClockTime{})) ==
        std::vector<std::string>{"9:00", "10:00", "11:00", "12:00"});
}

TEST_CASE("a line comes to an end for any figures", "[report]") {
  for (const double n : {0.0, 1e-30, 1e18, 1e30, -1e18, 1.0}) {
    for (const double gap : {0.0, 1e-12, 1.0, 1e16}) {
      const Axis axis = axis_of({at(n), at(n + gap)}, count(1));
      CHECK(axis.ticks().size() < 8);
      CHECK(std::isfinite(axis.percent(n)));
    }
  }
  CHECK(axis_of({Ends{}}, count(1)).ticks().empty());
}

TEST_CASE("rows come by time of publication, open sides stay open", "[report]") {
  const Report report = sample::report();
  const View view{report, english()};
  const auto plot = plot_of_values(view, report.findings[4]);
  REQUIRE(plot);
  REQUIRE(plot->rows.size() == 3);
  for (const PlotRow& row : plot->rows) {
    CHECK(row.open_high);
    CHECK_FALSE(row.open_low);
  }
  CHECK(plot->rows[0].low < plot->rows[1].low);
}

TEST_CASE("about is drawn as loose, other units on one line, and what has no place not at all", "[report]") {
  const Report report = sample::report();
  const View view{report, english()};
  const auto employees = plot_of_values(view, report.findings[0]);
  REQUIRE(employees);
  int loose = 0;
  for (const PlotRow& row : employees->rows) loose += row.loose;
  CHECK(loose == 1);
  CHECK_FALSE(plot_of_values(view, report.findings[1]));  // affirmed and denied
  CHECK_FALSE(plot_of_values(view, report.findings[2]));  // a share and two counts
  CHECK_FALSE(plot_of_values(view, report.findings[5]));  // all the same
  const auto speed = plot_of_values(view, report.findings[7]);
  REQUIRE(speed);  // 140 km/h and 87 mph
  CHECK(speed->rows.size() == 2);
  CHECK(std::abs(speed->rows[0].low - speed->rows[1].low) > 1);
}

TEST_CASE("who told which is placed by publication", "[report]") {
  const Report report = sample::report();
  const View view{report, english()};
  const auto plot = plot_of_publication(view, report.findings[4]);
  REQUIRE(plot);
  CHECK(plot->rows.front().low < plot->rows.back().low);
}

}  // namespace
}  // namespace crosscheck
