// Where a platform shows a finding: one place in one article, the others beside it, in files named as the
// repository names them.
#pragma once

#include <string>
#include <vector>

#include "crosscheck/formats.h"
#include "report/view.h"

namespace crosscheck {

// Lines and columns count from 1, columns in code points; the end column is that of the character behind.
struct Region {
  int start_line = 1;
  int start_column = 1;
  int end_line = 1;
  int end_column = 1;
};
Region region_of(const Document& document, TextSpan span);

// The claims of a finding, each once: first the one that the finding is shown at, which is the draft's, else
// the one of the newest article; then the others in the order of the finding.
std::vector<uint32_t> claims_by_place(const View& view, const Finding& finding);

// A path as the repository has it, with slashes: "articles/a1.txt". Outside of the repository, and where no
// root is given, the path as it was named.
std::string repository_path(const std::string& path, const FormatOptions& options);

}  // namespace crosscheck
