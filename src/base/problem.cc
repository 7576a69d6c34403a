#include "crosscheck/problem.h"

#include "absl/strings/str_cat.h"
#include "base/text.h"

namespace crosscheck {

std::string to_text(const Problem& problem) {
  std::string out;
  if (!problem.path.empty()) {
    out = show_controls(problem.path);
    if (problem.line > 0) absl::StrAppend(&out, ":", problem.line);
    if (problem.line > 0 && problem.column > 0) absl::StrAppend(&out, ":", problem.column);
    out += ": ";
  }
  absl::StrAppend(&out, to_string(problem.severity), ": ", show_controls(problem.what), "\n");
  if (!problem.excerpt.empty()) {
    absl::StrAppend(&out, "    ", show_controls(problem.excerpt), "\n");
    if (problem.column > 0)
      absl::StrAppend(&out, std::string(static_cast<size_t>(problem.column) + 3, ' '), "^\n");
  }
  if (!problem.fix.empty()) absl::StrAppend(&out, "  ", show_controls(problem.fix), "\n");
  return out;
}

}  // namespace crosscheck
