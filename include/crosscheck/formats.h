// Every format is a function from a report to text, one file each, and one row of formats(), which feeds
// --format, --help and the --<name>-output flags.
#pragma once

#include <string>

#include "absl/types/span.h"
#include "crosscheck/finding.h"

namespace crosscheck {

struct FormatOptions {
  int width = 80;                        // columns of the terminal
  bool colour = false;                   // terminal only
  std::string language = "en";           // of the report's own words: "en" or "fr"
  bool quiet = false;                    // terminal: only contradictions and the summary line
  bool show_baselined = false;           // terminal, markdown, sarif: contradictions of the baseline, too
  Severity fail_on = Severity::warning;  // from which severity a new contradiction is a failure (JUnit)
  // For formats that name files as a repository does: its folder, and the folder that relative paths start
  // from, both absolute. Without them paths are shown as they were named.
  std::string root;
  std::string folder;
};

struct Format {
  const char* name;
  const char* help;
  std::string (*render)(const Report& report, const FormatOptions& options);
};

absl::Span<const Format> formats();

}  // namespace crosscheck
