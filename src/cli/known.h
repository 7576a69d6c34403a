// What is known of findings before a run: the files that a call names, read once and applied to its report.
#pragma once

#include <string>
#include <vector>

#include "cli/verbs.h"
#include "crosscheck/finding.h"
#include "gate/baseline.h"

namespace crosscheck {

struct Known {
  bool has_baseline = false;
  std::string baseline_path;
  Baseline baseline;
  std::vector<Decision> decisions;
  std::string today;  // ISO day
};

// An ISO day: that of --today, else the clock's.
std::string today_of(const Call& call);
// With an error in `problems` the result is of no use.
Known read_known(const Call& call, Problems* problems);
// Applies it; returns the indices of the entries of the baseline that are gone.
std::vector<size_t> apply(const Known& known, Report* report);

// The same in two steps, for a report that comes in parts: see apply_baseline().
void apply_to_part(const Known& known, std::vector<bool>* used, Report* part);
std::vector<size_t> apply_to_whole(const Known& known, std::vector<bool> used, Report* whole);

}  // namespace crosscheck
