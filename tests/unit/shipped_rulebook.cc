#include "unit/shipped_rulebook.h"

#include <catch2/catch.hpp>

#include "crosscheck/problem.h"
#include "rules/load.h"

namespace crosscheck {

const Rulebook& shipped_rulebook() {
  static const auto book = [] {
    Problems problems;
    auto compiled = Rulebook::compile(shipped_rule_files(), &problems);
    for (const Problem& problem : problems) UNSCOPED_INFO(to_text(problem));
    REQUIRE(problems.empty());
    return compiled;
  }();
  return *book;
}

}  // namespace crosscheck
