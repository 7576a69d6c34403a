#include "compare/compare.h"

#include <catch2/catch.hpp>

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

// A rulebook with one rule, for the number of employees.
std::shared_ptr<const Rulebook> rulebook(const std::string& compare = "{}") {
  std::vector<RuleFile> files = {
      {"lang/en/language.yaml", "lang/en/language.yaml", "code: en\nname: English\n"},
      {"concepts/x.yaml", "concepts/x.yaml", "employee:\n  en: [employee(s)]\n"},
      {"packs/x.yaml", "packs/x/x.yaml",
       "organisation.employees:\n  kind: count\n  attribute: employees\n  subject: organisation\n"
       "  patterns: [\"{value:count:employee}\"]\n  compare: " +
           compare + "\n"},
  };
  Problems problems;
  auto book = Rulebook::compile(files, &problems);
  for (const Problem& problem : problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(problems.empty());
  return book;
}

class Builder {
 public:
  Builder& document(const std::string& id, const char* published = nullptr) {
    Document document;
    document.id = id;
    document.metadata.source = {id + " News", MetadataOrigin::given};
    if (published) {
      Moment moment;
      REQUIRE(absl::ParseLenientCivilTime(published, &moment.local));
      document.metadata.published = {moment, MetadataOrigin::given};
    }
    report.documents.push_back(std::move(document));
    return *this;
  }

  Builder& employees(uint32_t document, int64_t low, const char* subject = "acme", Form form = Form::exact) {
    Claim claim;
    claim.document = document;
    claim.rule = "organisation.employees";
    claim.kind = "count";
    claim.attribute = "employees";
    claim.subject = claim.subject_id = subject;
    Count count;
    count.amount.low = low;
    if (form != Form::more_than) count.amount.high = low;
    count.amount.form = form;
    claim.value = count;
    claim.quote = absl::StrCat(low, " employees");
    claim.context = absl::StrCat("Sentence ", report.claims.size(), ".");
    claim.context_span = {static_cast<uint32_t>(report.claims.size()) * 20,
                          static_cast<uint32_t>(report.claims.size()) * 20 + 10};
    report.claims.push_back(std::move(claim));
    return *this;
  }

  Claim& last() { return report.claims.back(); }

  Report& compared(const std::string& compare = "{}") {
    compare_claims(*rulebook(compare), CompareOptions(), &report);
    const auto wrong = totals_add_up(report);
    INFO(wrong.value_or(""));
    REQUIRE_FALSE(wrong);
    return report;
  }

  Report report;
};

TEST_CASE("two values of one subject are a contradiction with two sides", "[compare]") {
  Builder builder;
  builder.document("a1").document("a2").employees(0, 750).employees(1, 770);
  const Report& report = builder.compared();
  REQUIRE(report.findings.size() == 1);
  const Finding& finding = report.findings[0];
  CHECK(finding.verdict == Verdict::contradiction);
  CHECK(finding.reason == Reason::value);
  CHECK(finding.severity == Severity::error);
  CHECK(finding.independent_origins == 2);
  CHECK(finding.members.size() == 2);
  CHECK(finding.members[0].side != finding.members[1].side);
}

TEST_CASE("two subjects are two facts", "[compare]") {
  Builder builder;
  builder.document("a1").document("a2").employees(0, 750, "acme").employees(1, 770, "apex");
  const Report& report = builder.compared();
  REQUIRE(report.findings.size() == 2);
  CHECK(report.findings[0].verdict == Verdict::single_source);
}

TEST_CASE("an article that tells both values tells two things", "[compare]") {
  Builder builder;
  builder.document("a1").document("a2").employees(0, 750).employees(1, 750).employees(1, 770);
  const Report& report = builder.compared();
  REQUIRE(report.findings.size() == 2);
  CHECK(report.findings[0].verdict == Verdict::agreement);
  CHECK(report.findings[1].verdict == Verdict::single_source);
  REQUIRE_FALSE(report.refusals.empty());
  CHECK(report.refusals[0].reason == "a2 tells both, so they are two things");
}

TEST_CASE("a claim without a subject is ambiguous when several would fit", "[compare]") {
  Builder builder;
  builder.document("a1")
      .document("a2")
      .employees(0, 750, "acme")
      .employees(0, 20, "apex")
      .employees(1, 770, "");
  const Report& report = builder.compared();
  REQUIRE(report.findings.size() == 3);
  CHECK(report.findings[2].verdict == Verdict::single_source);
  REQUIRE(report.refusals.size() == 2);
  CHECK(report.refusals[1].reason == "whose employees it is is not told, and 2 subjects would fit: ambiguous");
}

TEST_CASE("a claim without a subject never conflicts", "[compare]") {
  Builder builder;
  builder.document("a1").document("a2").employees(0, 750, "acme").employees(1, 770, "");
  CHECK(builder.compared().findings[0].verdict == Verdict::single_source);
}

TEST_CASE("another part, place or plan is no conflict, and the reason is kept", "[compare]") {
  const auto reason = [](void (*change)(Claim*)) {
    Builder builder;
    builder.document("a1").document("a2").employees(0, 7500).employees(1, 770);
    change(&builder.last());
    const Report& report = builder.compared();
    CHECK(report.findings[0].verdict == Verdict::single_source);
    return report.refusals.empty() ? "" : report.refusals[0].reason;
  };
  CHECK(reason([](Claim* claim) { claim->qualifiers.subset = "women"; }) ==
        "one tells of a part, the other of the whole or another part");
  CHECK(reason([](Claim* claim) { claim->qualifiers.place = "france"; }) ==
        "one is told for a place, the other for more than it");
  CHECK(reason([](Claim* claim) { claim->qualifiers.modality = Modality::planned; }) ==
        "one is planned or expected, the other told as done");
  CHECK(reason([](Claim* claim) { claim->qualifiers.modality = Modality::possible; }) ==
        "one is only said to be possible");
}

TEST_CASE("a whole below its part is a contradiction", "[compare]") {
  Builder builder;
  builder.document("a1").document("a2").employees(0, 700).employees(1, 770);
  builder.last().qualifiers.subset = "women";
  CHECK(builder.compared().findings[0].verdict == Verdict::contradiction);
}

TEST_CASE("a headline against the body of its own article is a contradiction of one", "[compare]") {
  Builder builder;
  builder.document("a1").document("a2").employees(0, 750);
  builder.last().in_title = true;
  builder.employees(0, 770).employees(1, 770);
  const Finding& finding = builder.compared().findings[0];
  CHECK(finding.verdict == Verdict::contradiction);
  CHECK(finding.reason == Reason::self);
}

TEST_CASE("rival speakers are an attributed contradiction, a note", "[compare]") {
  Builder builder;
  builder.document("a1").document("a2").employees(0, 750);
  builder.last().qualifiers.attribution = "unions";
  builder.employees(1, 770);
  builder.last().qualifiers.attribution = "management";
  const Finding& finding = builder.compared().findings[0];
  CHECK(finding.reason == Reason::attributed);
  CHECK(finding.severity == Severity::note);
}

TEST_CASE("a growing figure told later is an update, a note; at one time it is a contradiction",
          "[compare]") {
  const auto reason = [](const char* first, const char* second) {
    Builder builder;
    builder.document("a1", first).document("a2", second).employees(0, 3).employees(1, 4);
    const Finding& finding = builder.compared("{grows: true}").findings[0];
    CHECK(finding.verdict == Verdict::contradiction);
    return finding.reason;
  };
  CHECK(reason("2023-11-17", "2023-11-18") == Reason::update);
  CHECK(reason("2023-11-17", "2023-11-17") == Reason::value);
  CHECK(reason("2023-11-17", nullptr) == Reason::value);
}

TEST_CASE("a fingerprint outlives renaming, order and one more outlet, not a new value", "[compare]") {
  const auto print = [](std::vector<std::pair<const char*, int>> told) {
    Builder builder;
    for (const auto& [id, value] : told) builder.document(id);
    for (uint32_t i = 0; i < told.size(); ++i) builder.employees(i, told[i].second);
    return builder.compared().findings[0].fingerprint;
  };
  const std::string known = print({{"a1", 750}, {"a2", 770}});
  CHECK(known.size() == 16);
  CHECK(print({{"b7", 770}, {"c9", 750}}) == known);
  CHECK(print({{"a1", 750}, {"a2", 770}, {"a3", 770}}) == known);
  CHECK(print({{"a1", 750}, {"a2", 771}}) != known);
  CHECK(print({{"a1", 750}}) == print({{"a1", 750}, {"a2", 750}}));
}

TEST_CASE("a copied passage is one origin", "[compare]") {
  Builder builder;
  builder.document("a1", "2023-11-17").document("a2", "2023-11-18").employees(0, 750);
  builder.last().context = "The firm of the north employs 750 people in its two old plants by the river.";
  builder.employees(1, 750);
  builder.last().context =
      "The firm of the north employs 750 people in its two old plants by the river, they say.";
  const Finding& finding = builder.compared().findings[0];
  CHECK(finding.verdict == Verdict::agreement);
  CHECK(finding.independent_origins == 1);
}

}  // namespace
}  // namespace crosscheck
