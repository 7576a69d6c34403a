#include "gate/baseline.h"

#include <catch2/catch.hpp>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "gate/entries.h"
#include "gate/gate.h"
#include "unit/ingest/memory_disk.h"

namespace crosscheck {
namespace {

Finding contradiction(const std::string& fingerprint, const std::string& attribute,
                      std::vector<std::string> values) {
  Finding finding;
  finding.fingerprint = fingerprint;
  finding.verdict = Verdict::contradiction;
  finding.severity = Severity::error;
  finding.rule = "organisation." + attribute;
  finding.subject = "Société du Nord";
  finding.attribute = attribute;
  finding.values = std::move(values);
  return finding;
}

const std::string kFirst = "00000000000000aa", kSecond = "00000000000000bb", kThird = "00000000000000cc";

std::vector<Accepted> read(const std::string& text, Problems* problems) {
  return read_baseline("b.yml", MemoryDisk({{"b.yml", text}}), problems).all();
}

std::string problems_of(const std::string& text) {
  Problems problems;
  read(text, &problems);
  std::string out;
  for (const Problem& problem : problems) out += to_text(problem);
  return out;
}

std::vector<Accepted> entries() {
  return {accept(contradiction(kSecond, "sites", {"12", "13 \"parcs\" \\ C:"}), "yes", "", "2026-12-31"),
          accept(contradiction(kFirst, "employees",
                               {"750 / about 760",
                                "1\xE2\x80\xAF"
                                "271"}),
                 "- [no", "Claire", "")};
}

TEST_CASE("a baseline is sorted by what it is about and read back as it was written", "[gate]") {
  const std::string text = write_baseline(entries());
  CHECK(text.find("employees") < text.find("sites"));
  Problems problems;
  const std::vector<Accepted> back = read(text, &problems);
  CHECK(problems.empty());
  REQUIRE(back.size() == 2);
  CHECK(back[0].of.fingerprint == kFirst);
  CHECK(back[0].of.values == entries()[1].of.values);
  CHECK(back[1].of.values == entries()[0].of.values);
  CHECK(back[1].expires == "2026-12-31");
  CHECK(write_baseline(back) == text);
}

TEST_CASE("the quick reader and the reader of all YAML understand the same", "[gate]") {
  // A blank line or other quotes are good YAML, but not as the program writes it.
  for (const std::string& text : {write_baseline(entries()), write_baseline({})}) {
    Problems problems;
    const std::string quick = write_baseline(read(text, &problems));
    const std::string slow = write_baseline(read(absl::StrCat(text, "\n# the end\n"), &problems));
    CHECK(quick == slow);
    CHECK(quick == text);
    CHECK(problems.empty());
  }
}

TEST_CASE("what is wrong with a baseline is told at its place", "[gate]") {
  const std::string text = write_baseline({entries()[0]});
  CHECK(problems_of(text).empty());
  CHECK(problems_of(absl::StrReplaceAll(text, {{"expires: 2026-12-31", "expires: 2026-13-31"}})) ==
        "b.yml:10:14: error: '2026-13-31' is no date\n"
        "        expires: 2026-13-31\n"
        "                 ^\n"
        "  write the year, month and day: 2026-11-26\n");
  CHECK(problems_of(absl::StrReplaceAll(text, {{kSecond, "00000000000000BB"}})) ==
        "b.yml:4:18: error: '00000000000000BB' is no fingerprint\n"
        "      - fingerprint: \"00000000000000BB\"\n"
        "                     ^\n"
        "  copy the 16 digits that the JSON report tells\n");
  CHECK(problems_of(absl::StrReplaceAll(text, {{"reason:", "raison:"}})) ==
        "b.yml:9:5: error: the key 'raison' is not known here\n"
        "        raison: \"yes\"\n"
        "        ^\n"
        "  write 'reason', or take the line out\n");
  const std::string twice = write_baseline({entries()[0], entries()[0]});
  CHECK(problems_of(twice) ==
        "b.yml:11:18: error: the fingerprint 00000000000000bb stands twice, first in the entry of line 4\n"
        "      - fingerprint: \"00000000000000bb\"\n"
        "                     ^\n"
        "  keep one of the two entries\n");
}

TEST_CASE("a file as the program writes it answers as its entries do", "[gate]") {
  const Finding staff = contradiction(kFirst, "employees", {"750", "770 \"sic\" \\"});
  Finding quoted = contradiction(kSecond, "sites", {"12", "13"});
  quoted.subject = "\"Nord\": parcs \\ mer";
  Finding changed = quoted;
  changed.fingerprint = kThird;
  changed.values = {"12", "14"};
  const std::vector<Accepted> entries = {
      accept(staff, "", "", ""), accept(quoted, "", "", ""),
      accept(contradiction("00000000000000dd", "price", {"1", "2"}), "", "", "")};
  Problems problems;
  const MemoryDisk disk({{"b.yml", write_baseline(entries)}});
  Report report;
  report.findings = {staff, changed};
  const auto gone = apply_baseline(read_baseline("b.yml", disk, &problems), "2026-12-01", &report);
  CHECK(problems.empty());
  CHECK(report.findings[0].status == Status::known);
  CHECK(report.findings[0].accepted->of.values == staff.values);
  CHECK(report.findings[1].status == Status::reopened);
  CHECK(report.findings[1].accepted->of.subject == quoted.subject);
  CHECK(gone.size() == 1);
}

TEST_CASE("a fingerprint is read as a number of sixteen digits, and nothing else is", "[gate]") {
  CHECK(number_of("0123456789abcdef") == uint64_t{0x0123456789abcdef});
  CHECK(number_of("fedcba9876543210") == uint64_t{0xfedcba9876543210});
  CHECK(!number_of("0123456789abcde"));
  for (size_t at = 0; at < 16; ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = "0123456789abcdef";
      text[at] = static_cast<char>(byte);
      CHECK(number_of(text).has_value() == is_fingerprint(text));
    }
  }
}

TEST_CASE("a day that is not in the calendar is none", "[gate]") {
  for (const char* day : {"2026-01-31", "2024-02-29", "2000-02-29", "2026-12-31"}) CHECK(is_day(day));
  for (const char* day :
       {"2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-10", "2026-10-00", "0999-01-01",
        "2026-1-01", "2026/01/01", "2026-01-01 ", "+026-01-01", "20260-01-1", ""})
    CHECK(!is_day(day));
}

TEST_CASE("what is wrong in the middle of a long file is told", "[gate]") {
  std::vector<Accepted> many;
  for (int i = 0; i < 300; ++i)
    many.push_back(accept(contradiction(absl::StrFormat("%016x", i), "sites", {"1", "2"}), "why", "", ""));
  const std::string text = write_baseline(many);
  CHECK(problems_of(text).empty());
  const std::string entry = "0000000000000096\"\n";
  const auto spoilt = [&](absl::string_view line) {
    return problems_of(absl::StrReplaceAll(text, {{entry, absl::StrCat(entry, line, "\n")}}));
  };
  CHECK(absl::StrContains(spoilt("<<<<<<< mine"), "b.yml:906:9: error: this is not valid YAML"));
  CHECK(absl::StrContains(spoilt("    expires: soon"), "'soon' is no date"));
  CHECK(absl::StrContains(spoilt("    reason: why"), "b.yml:910:5: error: the key 'reason' stands twice"));
  CHECK(absl::StrContains(problems_of(text.substr(0, text.size() - 40)), "the key 'values' is missing"));
  CHECK(problems_of(text.substr(0, text.size() - 1)).empty());  // the last line without its end is good YAML
}

TEST_CASE("a file far larger than what is read at a time is understood as YAML understands it", "[gate]") {
  std::vector<Accepted> many;
  for (int i = 0; i < 2000; ++i) {
    Finding finding = contradiction(absl::StrFormat("%016x", i * 2654435761u), i % 3 ? "sites" : "employees",
                                    {absl::StrCat(i), absl::StrCat(i, " \"sic\"")});
    if (i % 5 == 0) finding.subject.clear();
    if (i % 7 == 0) finding.subject = absl::StrCat("Société n° ", i, ": \"Nord\"");
    if (i % 2 == 0) finding.dossier = absl::StrCat("E", i / 2);
    many.push_back(accept(finding, i % 4 ? "known" : "", i % 11 ? "" : "Claire", i % 13 ? "" : "2026-12-31"));
  }
  const std::string text = write_baseline(many);
  Problems problems;
  CHECK(write_baseline(read(text, &problems)) == text);
  CHECK(write_baseline(read(absl::StrCat(text, "\n# the end\n"), &problems)) == text);
  CHECK(problems.empty());
  // The last entry once more, far from the first one.
  many.front().of.fingerprint = many.back().of.fingerprint;
  CHECK(absl::StrContains(problems_of(write_baseline(many)), "stands twice, first in the entry of line"));
}

TEST_CASE("findings are known, reopened or new, and entries may be gone", "[gate]") {
  const Finding staff = contradiction(kFirst, "employees", {"750", "770"});
  const Finding parks = contradiction(kSecond, "sites", {"12", "13"});
  const std::vector<Accepted> known = {accept(staff, "", "", ""), accept(parks, "", "", "2026-12-31")};

  Report report;
  report.findings = {staff, parks};
  CHECK(apply_baseline(known, "2026-12-31", &report).empty());
  CHECK(stopping_findings(report, "note").empty());

  report.findings = {staff, parks};
  apply_baseline(known, "2027-01-01", &report);
  CHECK(report.findings[0].status == Status::known);
  CHECK(report.findings[1].status == Status::reopened);
  CHECK(report.findings[1].accepted_lapse == Lapse::date);

  // Other values reopen; another rule of the same attribute is the same question.
  Finding changed = contradiction(kThird, "employees", {"750", "780"});
  changed.rule = "organisation.employees-whole";
  report.findings = {changed};
  const auto gone = apply_baseline(known, "2026-12-01", &report);
  CHECK(report.findings[0].status == Status::reopened);
  CHECK(gone == std::vector<size_t>{1});
  CHECK(totals(report).gone == 1);

  // While its own finding is still there, an entry answers to no other.
  report.findings = {changed, staff};
  apply_baseline(known, "2026-12-01", &report);
  CHECK(report.findings[0].status == Status::fresh);
  CHECK(report.findings[1].status == Status::known);
}

}  // namespace
}  // namespace crosscheck
