// Reads a report as data (reports/report.schema.json) back, as another machine may have written it. What it
// does not hold stays empty: the articles' texts, the places of claims in them, refusals.
#pragma once

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "crosscheck/finding.h"

namespace crosscheck {

// nullopt and a problem that names the place when it is no report of schema version 1, or one that does not
// add up. What editors decided and what a baseline knew is left to the files that hold it.
std::optional<Report> read_report(const std::string& path, absl::string_view bytes, Problems* problems);

}  // namespace crosscheck
