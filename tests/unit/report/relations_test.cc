#include "report/relations.h"

#include <catch2/catch.hpp>

namespace crosscheck {
namespace {

// Three articles of three sources, each with as many claims as findings need.
Report report_of(const std::vector<std::pair<Verdict, std::vector<std::pair<int, int>>>>& findings) {
  Report out;
  out.documents.resize(3);
  for (const auto& [verdict, members] : findings) {
    Finding finding;
    finding.verdict = verdict;
    for (const auto& [document, side] : members) {
      Claim claim;
      claim.document = static_cast<uint32_t>(document);
      finding.members.push_back({static_cast<uint32_t>(out.claims.size()), side});
      out.claims.push_back(claim);
    }
    out.findings.push_back(finding);
  }
  return out;
}

TEST_CASE("two sources conflict where they stand on different sides, else they agree", "[report]") {
  const Report report = report_of({{Verdict::contradiction, {{0, 0}, {1, 0}, {2, 1}}},
                                   {Verdict::agreement, {{0, 0}, {2, 0}, {2, 0}}},
                                   {Verdict::single_source, {{1, 0}}}});
  const Relations all = relations(report, {0, 1, 2});
  CHECK(all.at({0, 1}).agreements == 1);
  CHECK(all.at({0, 1}).conflicts == 0);
  CHECK(all.at({0, 2}).conflicts == 1);
  CHECK(all.at({0, 2}).agreements == 1);
  CHECK(all.at({1, 2}).conflicts == 1);
  CHECK(all.size() == 3);
}

TEST_CASE("a finding counts once for two sources, whatever the number of claims", "[report]") {
  const Report report = report_of({{Verdict::contradiction, {{0, 0}, {0, 1}, {1, 1}, {1, 1}}}});
  const Relations all = relations(report, {0, 1, 2});
  CHECK(all.at({0, 1}).conflicts == 1);
  CHECK(all.at({0, 1}).agreements == 0);
}

TEST_CASE("those with most conflicts are shown, in the order of their numbers", "[report]") {
  const Relations all = {{{0, 1}, {0, 9}}, {{1, 2}, {1, 0}}, {{3, 4}, {0, 1}}};
  CHECK(most_related(all, 2) == std::vector<int>{1, 2});
  CHECK(most_related(all, 9) == std::vector<int>{0, 1, 2, 3, 4});
}

}  // namespace
}  // namespace crosscheck
