#include "gate/decisions.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "absl/strings/str_cat.h"
#include "gate/gate.h"
#include "unit/ingest/memory_disk.h"

namespace crosscheck {
namespace {

Finding contradiction(std::string fingerprint, std::vector<std::string> values) {
  Finding finding;
  finding.id = "f-0001";
  finding.fingerprint = std::move(fingerprint);
  finding.verdict = Verdict::contradiction;
  finding.severity = Severity::error;
  finding.rule = "organisation.employees";
  finding.subject = "Solvane";
  finding.attribute = "employees";
  finding.values = std::move(values);
  return finding;
}

Report report_of(std::vector<Finding> findings) {
  Report report;
  report.findings = std::move(findings);
  return report;
}

Decision decided(const Finding& finding, Ruling ruling) {
  Decision out = decision_about(finding);
  out.ruling = ruling;
  out.by = "Claire Martin";
  out.at = "2026-11-26";
  if (ruling == Ruling::wait) out.until = "2026-12-31";
  if (ruling == Ruling::right) out.value = finding.values.front();
  return out;
}

const std::string kFirst = "00000000000000aa", kSecond = "00000000000000bb";

std::string problems_of(const std::string& yaml) {
  Problems problems;
  read_decisions("d.yml", MemoryDisk({{"d.yml", yaml}}), &problems);
  std::string out;
  for (const Problem& problem : problems) out += to_text(problem);
  return out;
}

std::string entry(const std::string& fields) {
  return absl::StrCat("version: 1\ndecisions:\n", "  - fingerprint: \"00000000000000aa\"\n", "    rule: r\n",
                      "    attribute: a\n", "    values: [\"750\", \"770\"]\n", fields);
}

TEST_CASE("decisions are read back as they were written", "[gate]") {
  Decision decision = decided(contradiction(kFirst, {"750 / about 760", "770"}), Ruling::right);
  decision.note = "said \"so\"\n# no comment: \xE2\x80\xAE\x1b[31m é yes";
  decision.until = "2026-12-31";
  Decision other = decided(contradiction(kSecond, {"1", "2"}), Ruling::not_same);
  other.of.subject = "yes";
  other.of.dossier = "2026-11";
  const std::string text = write_decisions({other, decision});
  CHECK(text.find("\x1b") == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);

  Problems problems;
  const auto read = read_decisions("d.yml", MemoryDisk({{"d.yml", text}}), &problems);
  CHECK(problems.empty());
  REQUIRE(read.size() == 2);
  CHECK(read[0].of.fingerprint == kFirst);
  CHECK(read[0].of.values == decision.of.values);
  CHECK(read[0].ruling == Ruling::right);
  CHECK(read[0].value == "750 / about 760");
  CHECK(read[0].by == "Claire Martin");
  CHECK(read[0].at == "2026-11-26");
  CHECK(read[0].note == decision.note);
  CHECK(read[0].until == "2026-12-31");
  CHECK(read[1].of.subject == "yes");
  CHECK(read[1].of.dossier == "2026-11");
  CHECK(write_decisions(read) == text);
}

TEST_CASE("a file of decisions that is not there holds none", "[gate]") {
  Problems problems;
  CHECK(read_decisions("none.yml", MemoryDisk({}), &problems).empty());
  CHECK(problems.empty());
}

TEST_CASE("what is wrong with a decision is told at its place", "[gate]") {
  struct Case {
    const char* yaml;
    const char* told;
  };
  const std::string tail = "    by: A\n    at: 2026-11-26\n";
  CHECK(problems_of(entry("    decision: not_same\n" + tail)).empty());
  CHECK(problems_of(entry("    decision: perhaps\n" + tail)) ==
        "d.yml:7:15: error: 'perhaps' is no decision\n"
        "        decision: perhaps\n"
        "                  ^\n"
        "  write real_conflict, not_same, right or wait\n");
  CHECK(problems_of(entry("    decision: wait\n" + tail)) ==
        "d.yml:3:5: error: who waits must say until when\n"
        "      - fingerprint: \"00000000000000aa\"\n"
        "        ^\n"
        "  add 'until: …' with a date\n");
  CHECK(problems_of(entry("    decision: wait\n    until: 2026-02-30\n" + tail)) ==
        "d.yml:8:12: error: '2026-02-30' is no date\n"
        "        until: 2026-02-30\n"
        "               ^\n"
        "  write the year, month and day: 2026-11-26\n");
  CHECK(problems_of(entry("    decision: right\n    value: \"760\"\n" + tail)) ==
        "d.yml:8:12: error: '760' is none of the values\n"
        "        value: \"760\"\n"
        "               ^\n"
        "  write one of 750, 770\n");
  CHECK(problems_of(entry("    decison: not_same\n" + tail)) ==
        "d.yml:7:5: error: the key 'decison' is not known here\n"
        "        decison: not_same\n"
        "        ^\n"
        "  write 'decision', or take the line out\n"
        "d.yml:3:5: error: the key 'decision' is missing\n"
        "      - fingerprint: \"00000000000000aa\"\n"
        "        ^\n"
        "  add 'decision: …'\n");
  CHECK(problems_of("") ==
        "d.yml: error: this file holds nothing\n"
        "  write 'version: 1' and 'decisions: []', or take the file away\n");
  CHECK(problems_of("version: 2\ndecisions: []\n") ==
        "d.yml:1:10: error: version 2 of this file is not known\n"
        "    version: 2\n"
        "             ^\n"
        "  write 'version: 1', or use a newer crosscheck\n");
}

TEST_CASE("a decision settles a finding or does not", "[gate]") {
  const Finding finding = contradiction(kFirst, {"750", "770"});
  const auto stops = [&](Ruling ruling, const char* today) {
    Report report = report_of({finding});
    apply_decisions({decided(finding, ruling)}, today, &report);
    return !stopping_findings(report, "error").empty();
  };
  CHECK_FALSE(stops(Ruling::not_same, "2030-01-01"));
  CHECK_FALSE(stops(Ruling::right, "2030-01-01"));
  CHECK(stops(Ruling::real_conflict, "2026-11-26"));
  CHECK_FALSE(stops(Ruling::wait, "2026-12-31"));
  CHECK(stops(Ruling::wait, "2027-01-01"));
}

TEST_CASE("a decision lapses by its date or when the values change", "[gate]") {
  const Finding old = contradiction(kFirst, {"750", "770"});
  const Decision decision = decided(old, Ruling::wait);

  Report report = report_of({old});
  apply_decisions({decision}, "2027-01-01", &report);
  CHECK(report.findings[0].status == Status::reopened);
  CHECK(report.findings[0].lapse == Lapse::date);
  CHECK_FALSE(report.findings[0].decision);
  REQUIRE(report.findings[0].lapsed_decision);

  report = report_of({contradiction(kSecond, {"750", "780"})});
  apply_decisions({decision}, "2026-11-27", &report);
  CHECK(report.findings[0].status == Status::reopened);
  CHECK(report.findings[0].lapse == Lapse::values);

  // Another conflict about the same question, while the first still stands, is new.
  report = report_of({contradiction(kSecond, {"12", "13"}), old});
  apply_decisions({decision}, "2026-11-27", &report);
  CHECK(report.findings[0].status == Status::fresh);
  CHECK(report.findings[1].decision);

  // What the baseline knows stays known.
  report = report_of({old});
  report.findings[0].status = Status::known;
  apply_decisions({decision}, "2027-01-01", &report);
  CHECK(report.findings[0].status == Status::known);
  CHECK(report.findings[0].lapse == Lapse::date);
}

TEST_CASE("of several that are decided at once none is lost", "[gate]") {
  const std::string folder =
      absl::StrCat(std::filesystem::temp_directory_path().string(), "/crosscheck-", getpid());
  std::filesystem::create_directory(folder);
  const std::string path = folder + "/decisions.yml";
  std::vector<std::thread> editors;
  for (int i = 0; i < 8; ++i) {
    editors.emplace_back([&, i] {
      Problems problems;
      const std::string fingerprint = absl::StrCat("00000000000000", i, "0");
      record_decision(path, decided(contradiction(fingerprint, {"1", "2"}), Ruling::not_same), &real_disk(),
                      &problems);
    });
  }
  for (std::thread& editor : editors) editor.join();
  Problems problems;
  CHECK(read_decisions(path, real_disk(), &problems).size() == 8);
  CHECK(withdraw_decision(path, "0000000000000030", &real_disk(), &problems));
  CHECK(read_decisions(path, real_disk(), &problems).size() == 7);

  // What is wrong changes nothing.
  Decision wrong = decided(contradiction(kFirst, {"1", "2"}), Ruling::wait);
  wrong.until.clear();
  CHECK_FALSE(record_decision(path, wrong, &real_disk(), &problems));
  CHECK(problems.back().what == "who waits must say until when");
  CHECK(read_decisions(path, real_disk(), &problems).size() == 7);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace crosscheck
