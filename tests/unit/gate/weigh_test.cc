#include "gate/weigh.h"

#include <catch2/catch.hpp>

#include "gate/gate.h"

namespace crosscheck {
namespace {

// Three articles, a contradiction of the first against the second and one of all three.
Report sample() {
  Report report;
  for (const char* name : {"North", "South", "West"}) {
    Document document;
    document.id = document.path = name;
    document.metadata.source = {name, MetadataOrigin::given};
    report.documents.push_back(document);
  }
  const auto add = [&](const char* rule, Reason reason, std::vector<uint32_t> documents) {
    Finding finding;
    finding.verdict = Verdict::contradiction;
    finding.severity = reason == Reason::update ? Severity::note : Severity::error;
    finding.reason = reason;
    finding.rule = rule;
    finding.id = report.findings.empty() ? "f-0001" : "f-0002";
    for (size_t i = 0; i < documents.size(); ++i) {
      Claim claim;
      claim.document = documents[i];
      claim.rule = rule;
      report.claims.push_back(claim);
      finding.members.push_back({static_cast<uint32_t>(report.claims.size() - 1), static_cast<int>(i)});
    }
    report.findings.push_back(finding);
  };
  add("pair", Reason::value, {0, 1});
  add("three", Reason::value, {0, 1, 2});
  return report;
}

TEST_CASE("severities follow the policy, and the order follows them", "[gate]") {
  Report report = sample();
  Policy policy;
  policy.rules["pair"].severity = Severity::warning;
  weigh_findings(policy, &report);
  CHECK(report.findings[0].rule == "three");
  CHECK(report.findings[0].id == "f-0001");
  CHECK(report.findings[1].severity == Severity::warning);

  // A rule's severity is not that of its updates; a reason's is.
  report = sample();
  report.findings[0].reason = Reason::update;
  report.findings[0].severity = Severity::note;
  policy.rules["pair"].severity = Severity::error;
  weigh_findings(policy, &report);
  CHECK(report.findings[1].severity == Severity::note);
  policy.reasons[Reason::update] = Severity::error;
  weigh_findings(policy, &report);
  CHECK(report.findings[1].severity == Severity::error);

  // A source counts where the contradiction is not there without it.
  report = sample();
  policy = {};
  policy.sources["South"].severity = Severity::note;
  weigh_findings(policy, &report);
  CHECK(report.findings[0].rule == "three");
  CHECK(report.findings[0].severity == Severity::error);
  CHECK(report.findings[1].severity == Severity::note);
}

TEST_CASE("an article's wish ignores what is not there without it", "[gate]") {
  Report report = sample();
  report.ignores = {{"pair", "a quotation", "North", 3, 5, 0},
                    {"three", "so", "North", 4, 5, 0},
                    {"pair", "", "West", 2, 5, 2}};
  ignore_findings(&report);
  REQUIRE(report.findings[0].ignored);
  CHECK(report.findings[0].ignored->reason == "a quotation");
  CHECK_FALSE(report.findings[1].ignored);
  CHECK(stopping_findings(report, "error") == std::vector<const Finding*>{&report.findings[1]});
  CHECK(report.documents[0].warnings.empty());
  CHECK(report.documents[2].warnings ==
        std::vector<std::string>{
            "it asks to ignore the rule pair (West:2), but no contradiction of that rule concerns it"});
}

TEST_CASE("claims of a rule that is switched off are held back", "[gate]") {
  Policy policy;
  policy.rules["pair"].off = true;
  std::vector<Claim> claims(2);
  claims[0].rule = "pair";
  claims[1].rule = "three";
  hold_back(policy, &claims);
  CHECK(claims[0].held_back == "its rule is switched off");
  CHECK(claims[1].held_back.empty());
}

}  // namespace
}  // namespace crosscheck
