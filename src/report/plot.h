// Where the values of one finding lie, or when each was published: rows on one line, ready to be drawn.
#pragma once

#include <optional>
#include <vector>

#include "report/axis.h"
#include "report/view.h"

namespace crosscheck {

// One article's value, placed in percent of the line.
struct PlotRow {
  uint32_t claim = 0;
  int side = 0;
  double low = 0, high = 0;
  bool open_low = false, open_high = false;  // goes on to that end of the line
  bool loose = false;                        // told as about, or vaguely
};

struct Plot {
  std::vector<Tick> ticks;
  std::vector<PlotRow> rows;  // by time of publication, each article's value once
  size_t left_out = 0;        // rows past what a reader can take in
};

// nullopt where there is nothing to see: values without a place on one line, or all alike.
std::optional<Plot> plot_of_values(const View& view, const Finding& finding);
// Who told what when: nullopt when fewer than two moments are known.
std::optional<Plot> plot_of_publication(const View& view, const Finding& finding);

}  // namespace crosscheck
