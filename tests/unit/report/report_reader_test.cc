#include "report/report_reader.h"

#include <catch2/catch.hpp>

#include "absl/strings/str_replace.h"
#include "report/render.h"
#include "unit/report/sample.h"

namespace crosscheck {
namespace {

std::string told(const std::string& bytes) {
  Problems problems;
  CHECK_FALSE(read_report("r.json", bytes, &problems));
  return problems.empty() ? "" : problems[0].what;
}

TEST_CASE("a report that is read back is written as it was", "[report]") {
  for (Report report : {sample::report(), sample::empty(), sample::report_of_values()}) {
    // What a baseline knew comes from its file.
    for (Finding& finding : report.findings) finding.status = Status::fresh;
    const std::string written = render_json(report, {});
    Problems problems;
    const auto read = read_report("r.json", written, &problems);
    REQUIRE(read);
    CHECK(problems.empty());
    CHECK(render_json(*read, {}) == written);
  }
}

TEST_CASE("a report that is none, or that does not add up, is told", "[report]") {
  CHECK(told("") == "the report cannot be read: it is no valid JSON");
  CHECK(told("[1, 2]") ==
        "the report cannot be read: it is no report of crosscheck, or one of another version");
  CHECK(told(std::string(100000, '[')) == "the report cannot be read: it is no valid JSON");
  CHECK(told("{\"schema_version\": \"1\"}") == "the report cannot be read: it has no list 'problems'");
  const std::string written = render_json(sample::report(), {});
  CHECK(told(absl::StrReplaceAll(written, {{"\"document\": \"a2\"", "\"document\": \"a9\""}})) ==
        "the report cannot be read: a claim is of a document 'a9' that is not there");
  CHECK(told(absl::StrReplaceAll(written, {{"\"group\": 1", "\"group\": 100000000"}})) ==
        "the report cannot be read: f-0001 has a side 100000000");
}

}  // namespace
}  // namespace crosscheck
