// Approved output: what a format makes of the sample report, kept in reports/samples/ and compared byte for
// byte. A change on purpose is taken over by running the tests once with CROSSCHECK_APPROVE=1, and reviewed
// as a diff:
//
//   CROSSCHECK_APPROVE=1 build/tests/unit_tests "[report]" && git diff reports/samples
#pragma once

#include <string>

namespace crosscheck {

// Fails the running test, naming the first line that differs, unless `text` is the approved sample `name`.
void check_approved(const std::string& name, const std::string& text);

// A file of reports/; fails the running test when there is none.
std::string read_report_file(const std::string& path);

}  // namespace crosscheck
