#include "unit/report/approved.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <vector>

#include "absl/strings/str_split.h"

namespace crosscheck {
namespace {

std::string path_of(const std::string& name) { return std::string(CROSSCHECK_REPORTS) + "/" + name; }

}  // namespace

std::string read_report_file(const std::string& name) {
  std::ifstream file(path_of(name), std::ios::binary);
  INFO("reports/" << name);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

void check_approved(const std::string& name, const std::string& text) {
  const std::string place = "samples/" + name;
  if (std::getenv("CROSSCHECK_APPROVE")) {
    std::ofstream(path_of(place), std::ios::binary) << text;
    return;
  }
  const std::string approved = read_report_file(place);
  if (text == approved) {
    SUCCEED();
    return;
  }
  const std::vector<std::string> want = absl::StrSplit(approved, '\n');
  const std::vector<std::string> got = absl::StrSplit(text, '\n');
  size_t line = 0;
  while (line < want.size() && line < got.size() && want[line] == got[line]) ++line;
  FAIL("reports/" << place << ":" << line + 1 << "\napproved: " << (line < want.size() ? want[line] : "(end)")
                  << "\nis now:   " << (line < got.size() ? got[line] : "(end)")
                  << "\nRun with CROSSCHECK_APPROVE=1 to take it over, then review the diff.");
}

}  // namespace crosscheck
