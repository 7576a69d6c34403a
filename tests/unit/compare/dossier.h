// Checks a few articles with the shipped rules, all in memory: for tests of what only shows over several
// articles.
#pragma once

#include <string>
#include <vector>

#include "crosscheck/finding.h"

namespace crosscheck {

struct Told {
  std::string source;
  std::string language;
  std::string text;
};

// Articles get the ids a1, a2, …
Report checked(const std::vector<Told>& articles);

// The findings of a rule as "verdict: quote (a1) | quote (a2)", ordered by the report.
std::vector<std::string> findings_of(const Report& report, const std::string& rule);

}  // namespace crosscheck
