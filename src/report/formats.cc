#include "crosscheck/formats.h"

#include "report/render.h"

namespace crosscheck {

absl::Span<const Format> formats() {
  static constexpr Format kFormats[] = {
      {"terminal", "plain lines for a terminal or a pipe", render_terminal},
      {"json", "the report as data, schema version 1", render_json},
      {"html", "one page that needs no network", render_html},
      {"markdown", "a comment on a change", render_markdown},
      {"csv", "a table for a spreadsheet, one row a claim", render_csv},
      {"sarif", "SARIF 2.1.0 for code scanning", render_sarif},
      {"junit", "JUnit XML for platforms that show tests", render_junit},
      {"github", "annotations of GitHub Actions", render_github},
      {"checklist", "the draft to be ticked off, a page that prints well", render_checklist},
      {"checklist-csv", "the same list for a spreadsheet", render_checklist_csv},
  };
  return kFormats;
}

}  // namespace crosscheck
