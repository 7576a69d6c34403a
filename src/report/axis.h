// Where values lie on a line, for plots: each value as one or two numbers, the ends of the line and what is
// written below it. Binary numbers are good enough here: nothing is judged by what is drawn.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crosscheck/document.h"
#include "crosscheck/value.h"
#include "report/words.h"

namespace crosscheck {

// An open side is nullopt.
struct Ends {
  std::optional<double> low;
  std::optional<double> high;
  friend bool operator==(const Ends&, const Ends&) = default;
};

// Values that can be drawn on one line are of one kind and one unit: they have the same measure, which is
// empty for a value that has no place on a line. `as_told` asks for the unit of the article, not the base.
std::string axis_measure(const Value& value, bool as_told);
Ends ends_of(const Value& value, bool as_told);
// The seconds since 1970 in UTC at which an article came out; of the day's begin where no time is known.
std::optional<double> published_at(const Document& document);

struct Tick {
  double percent = 0;  // of the line, from its left end
  std::string label;
};

// A line from `low` to `high`, by powers of ten where the values are far apart.
class Axis {
 public:
  // `like` is one of the values that are drawn and gives the unit of the labels. `labels` as
  // Report::labels.
  Axis(const std::vector<Ends>& drawn, const Value& like, bool as_told, const Words& words);

  double percent(double at) const;
  const std::vector<Tick>& ticks() const { return ticks_; }

 private:
  double placed(double at) const;
  bool full() const;
  void add_tick(double at, const Value& value, const Words& words);
  void amount_ticks(Value like, bool as_told, const Words& words);
  void moment_ticks(const Words& words);
  void clock_ticks(const Words& words);

  bool powers_ = false;
  bool whole_ = false;         // all that is drawn are whole numbers
  double low_ = 0, high_ = 1;  // as placed
  std::vector<Tick> ticks_;
};

}  // namespace crosscheck
