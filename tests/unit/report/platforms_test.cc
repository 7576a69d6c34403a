// The formats that platforms read: what each must bear, on the sample report.
#include <catch2/catch.hpp>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "report/placing.h"
#include "report/render.h"
#include "unit/report/sample.h"

namespace crosscheck {
namespace {

size_t count(absl::string_view text, absl::string_view what) {
  size_t out = 0;
  for (size_t at = text.find(what); at != absl::string_view::npos; at = text.find(what, at + 1)) ++out;
  return out;
}

// The cells of each row, unquoted.
std::vector<std::vector<std::string>> table(absl::string_view text, char separator) {
  std::vector<std::vector<std::string>> rows(1);
  std::string cell;
  bool quoted = false;
  for (size_t i = 3; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      if (quoted && i + 1 < text.size() && text[i + 1] == '"') {
        cell += '"', ++i;
      } else {
        quoted = !quoted;
      }
    } else if (!quoted && (c == separator || c == '\n')) {
      rows.back().push_back(std::move(cell));
      cell.clear();
      if (c == '\n') rows.emplace_back();
    } else if (c != '\r' || quoted) {
      cell += c;
    }
  }
  rows.pop_back();
  return rows;
}

TEST_CASE("SARIF: contradictions that are known are left out, the others are shown at the newest article",
          "[report]") {
  const std::string text = render_sarif(sample::report(), {});
  CHECK(count(text, "\"ruleId\"") == 4);
  CHECK(absl::StrContains(text, "\"startLine\": 2"));
  const size_t first = text.find("\"locations\"");
  CHECK(absl::StrContains(absl::string_view(text).substr(first, 300), "articles/a2.txt"));
  CHECK(absl::StrContains(text, "Compare with: [750 (Le Courrier de l’Estuaire)](1), [750 (blog)](2)."));
}

TEST_CASE("SARIF: with a draft, findings stand in it, and what no source has is told as a note", "[report]") {
  const std::string text = render_sarif(sample::draft(), {});
  const size_t first = text.find("\"locations\"");
  CHECK(absl::StrContains(absl::string_view(text).substr(first, 300), "articles/a1.txt"));
}

TEST_CASE("SARIF: what its reader refuses is cut, the least grave first, and the cut is told", "[report]") {
  Report report = sample::report();
  const std::vector<Finding> findings = report.findings;
  report.findings.assign(25001, findings[4]);
  report.findings[0] = findings[0];
  report.findings[1].members.assign(1, findings[4].members[0]);
  const std::string text = render_sarif(report, {});
  CHECK(count(text, "\"ruleId\"") == 25000);
  CHECK(absl::StrContains(text, "1 finding was left out: code scanning takes 25,000"));
  CHECK(absl::StrContains(text, "\"level\": \"error\""));
}

TEST_CASE("SARIF: a finding with more places than its reader takes keeps the first thousand", "[report]") {
  Report report = sample::report();
  std::vector<Member>& members = report.findings[0].members;
  for (Member more = members.back(); members.size() < 1500; members.push_back(more)) {
    report.claims.push_back(report.claims[members.back().claim]);
    more.claim = static_cast<uint32_t>(report.claims.size() - 1);
  }
  report.findings.resize(1);
  const std::string text = render_sarif(report, {});
  CHECK(count(text, "\"physicalLocation\"") == 1000);
  CHECK(absl::StrContains(text, "500 places of one finding were left out: code scanning takes 1,000"));
}

TEST_CASE("SARIF: a file that would be too large is cut, and the cut is told", "[report]") {
  Report report = sample::report();
  report.findings.assign(60, report.findings[0]);
  for (Claim& claim : report.claims) claim.quote = std::string(1 << 20, 'x');
  const std::string text = render_sarif(report, {});
  CHECK(text.size() < (100u << 20) + (1u << 20));
  CHECK(absl::StrContains(text, "were left out: code scanning takes files of 10 MB"));
}

TEST_CASE("SARIF: text of an article makes no link", "[report]") {
  Report report = sample::report();
  report.findings[0].explanation = "see [this](https://example.invalid)";
  const std::string text = render_sarif(report, {});
  CHECK_FALSE(absl::StrContains(text, "](https"));
}

// What stands between `from` and the next `to`, of each `from` in turn.
std::vector<std::string> parts(absl::string_view text, absl::string_view from, absl::string_view to) {
  std::vector<std::string> out;
  for (size_t at = text.find(from); at != absl::string_view::npos; at = text.find(from, at + 1))
    out.emplace_back(text.substr(at + from.size(), text.find(to, at + from.size()) - at - from.size()));
  return out;
}

TEST_CASE("SARIF: what is known or decided is left out and counted, what editors say else is told",
          "[report]") {
  const std::string text = render_sarif(sample::decided(), {});
  CHECK(parts(text, "\"baselineState\": \"", "\"") == std::vector<std::string>{"new", "updated"});
  CHECK(absl::StrContains(text, "Decided by Claire Martin on 20 May 2024: a real conflict"));
  CHECK(absl::StrContains(text, "before the values changed: not the same thing (two rounds). Compare with"));
  CHECK(absl::StrContains(text, "3 contradictions are known or decided and not shown here"));
  CHECK_FALSE(absl::StrContains(render_sarif(sample::report(), {}), "\"suppressions\""));
}

TEST_CASE("SARIF: asked for, they are shown with their suppressions", "[report]") {
  FormatOptions options;
  options.show_baselined = true;
  const std::string text = render_sarif(sample::decided(), options);
  CHECK(parts(text, "\"baselineState\": \"", "\"") ==
        std::vector<std::string>{"new", "new", "unchanged", "new", "updated"});
  CHECK(parts(text, "\"status\": \"", "\"") ==
        std::vector<std::string>{"accepted", "rejected", "accepted", "underReview"});
  CHECK(parts(text, "\"justification\": \"", "\"")[3] ==
        "Decided by Claire Martin on 20 May 2024: wait until 30 June 2024 (the union is asked)");
  CHECK(count(text, "\"external\"") == 4);
  CHECK_FALSE(absl::StrContains(text, "--show-baselined"));

  Report report = sample::report();
  report.findings[0].ignored = Ignore{"organisation.employees", "quoted", "articles/a1.txt", 3, 1, 0};
  report.findings[1].ignored = Ignore{"organisation.employees", "quoted", "documents.yml", 3, 1, 0};
  const std::string ignored = render_sarif(report, options);
  CHECK(parts(ignored, "\"kind\": \"", "\"") == std::vector<std::string>{"inSource", "external"});
  CHECK_FALSE(absl::StrContains(ignored, "baselineState"));
}

TEST_CASE("JUnit: what is decided is skipped and says by whom, what holds no more fails and says so",
          "[report]") {
  FormatOptions options;
  options.fail_on = Severity::note;
  const std::string text = render_junit(sample::decided(), options);
  const auto skipped = parts(text, "<skipped message=\"", "\"");
  REQUIRE(skipped.size() == 3);
  CHECK(absl::StrContains(skipped[0], "Decided by Claire Martin on 20 May 2024: “750” is right (=1+1"));
  CHECK(absl::StrContains(skipped[1], "Accepted: known when we began until 31 December 2024 (Marc Tessier)"));
  CHECK(absl::StrContains(skipped[2], "wait until 30 June 2024"));
  const auto failures = parts(text, "<failure message=\"", "\"");
  REQUIRE(failures.size() == 2);
  CHECK(absl::StrContains(failures[0], "a real conflict (␛[31mseen)"));
  CHECK(count(text, "before the values changed: not the same thing") == 2);
}

TEST_CASE("GitHub: what is decided is not annotated, what holds no more is, with what was said", "[report]") {
  const std::string text = render_github(sample::decided(), {});
  CHECK_FALSE(absl::StrContains(text, "number of employees::"));
  CHECK(absl::StrContains(text, ". Decided by Claire Martin on 20 May 2024: a real conflict (␛[31mseen)"));
  CHECK(absl::StrContains(text, "before the values changed: not the same thing (two rounds)"));
}

TEST_CASE("CSV: who decided what and until when has its columns", "[report]") {
  const auto rows = table(render_csv(sample::decided(), {}), ',');
  const auto at = [&](const char* column) {
    return static_cast<size_t>(std::find(rows[0].begin(), rows[0].end(), column) - rows[0].begin());
  };
  const auto row = [&](const char* finding) {
    return *std::find_if(rows.begin(), rows.end(), [&](const auto& cells) { return cells[0] == finding; });
  };
  CHECK(row("f-0001")[at("Status")] == "decided");
  CHECK(row("f-0001")[at("Note")] == "'=1+1, the register says so");
  CHECK(row("f-0003")[at("Decided by")] == "Marc Tessier");
  CHECK(row("f-0003")[at("Until")] == "2024-12-31");
  CHECK(row("f-0004")[at("Decision")] ==
        "Decided by Claire Martin on 20 May 2024: wait until 30 June 2024 (the union is asked)");
  CHECK(row("f-0005")[at("Status")] == "reopened");
  CHECK(absl::StrContains(row("f-0005")[at("Decision")], "before the values changed"));
  CHECK(row("f-0006")[at("Decision")].empty());
}

TEST_CASE("JUnit: failures are what the gate stops for", "[report]") {
  FormatOptions options;
  const std::string text = render_junit(sample::report(), options);
  CHECK(absl::StrContains(
      text, "<testsuites name=\"crosscheck\" tests=\"9\" failures=\"2\" errors=\"1\" skipped=\"1\">"));
  options.fail_on = Severity::note;
  CHECK(absl::StrContains(render_junit(sample::report(), options), "failures=\"4\""));
  CHECK(count(text, "differ by 2.6 %") == 2);  // in the message and in the body
  CHECK_FALSE(absl::StrContains(text, "<b>"));
}

TEST_CASE("GitHub: each line is a command of ours or the program's own", "[report]") {
  Report report = sample::report();
  report.findings[0].explanation = "a\n::set-env name=X::y % 100";
  const std::string text = render_github(report, {});
  for (const absl::string_view line : absl::StrSplit(text, '\n', absl::SkipEmpty())) {
    INFO(std::string(line));
    CHECK((absl::StartsWith(line, "::error ") || absl::StartsWith(line, "::warning ") ||
           absl::StartsWith(line, "::notice ") || absl::StartsWith(line, "crosscheck: ")));
  }
  CHECK(absl::StrContains(text, "%25 100"));
  CHECK(absl::StrContains(text,
                          "::error file=articles/a2.txt,line=2,endLine=2,col=6,endColumn=15,title=Solvane — "
                          "number of employees::"));
  report.findings.assign(30, report.findings[0]);
  CHECK(absl::StrContains(render_github(report, {}),
                          "crosscheck: 21 annotations are not shown beside the lines"));
}

TEST_CASE("CSV: every row has the columns of the head, in French with semicolons", "[report]") {
  FormatOptions options;
  options.language = "fr";
  for (const Report& report : {sample::report(), sample::report_of_values()}) {
    const std::string text = render_csv(report, options);
    CHECK(absl::StartsWith(text, "\uFEFF\"Constat\";\"Verdict\""));
    const auto rows = table(text, ';');
    CHECK(rows.size() > 5);
    for (const auto& row : rows) CHECK(row.size() == rows[0].size());
  }
}

TEST_CASE("CSV: no cell can be taken for a formula", "[report]") {
  Report report = sample::report();
  int k = 0;
  for (const char* harm : {"=1+1", "+1", "-1", "@SUM(1)", " =1", "\t=1", "＝1", "'=1", "\"=1\"", "x\n=1"})
    report.findings[static_cast<size_t>(k++) % 9].subject = harm;
  for (Claim& claim : report.claims) claim.context = "=HYPERLINK(\"http://example.invalid\")";
  for (const auto& row : table(render_csv(report, {}), ',')) {
    for (const std::string& cell : row) {
      INFO(cell);
      const size_t start = cell.find_first_not_of(' ');
      if (start == std::string::npos) continue;
      CHECK_FALSE(absl::StartsWith(cell.substr(start), "＝"));
      CHECK(absl::string_view("=+@").find(cell[start]) == absl::string_view::npos);
      // A minus may begin a number of our own.
      if (cell[start] == '-') CHECK(cell.find_first_not_of("-0123456789.") == std::string::npos);
    }
  }
}

TEST_CASE("CSV: no text is taken for a day or rounded as a number", "[report]") {
  Report report = sample::report();
  report.findings[0].fingerprint = "1234567890123456";
  report.findings[1].fingerprint = "12345e7890123456";
  report.findings[2].fingerprint = "123456789012345f";
  report.findings[0].subject = "3-2";
  report.findings[1].subject = "1/2";
  report.findings[2].subject = "12.5";
  const std::string text = render_csv(report, {});
  for (const char* cell :
       {"'1234567890123456", "'12345e7890123456", "123456789012345f", "'3-2", "'1/2", "12.5"})
    CHECK(absl::StrContains(text, absl::StrCat("\"", cell, "\"")));
  FormatOptions french;
  french.language = "fr";
  CHECK(absl::StrContains(render_csv(report, french), "\"'12.5\""));
}

TEST_CASE("paths are those of the repository, from whatever folder of it the call was made", "[report]") {
  FormatOptions options;
  CHECK(repository_path("./a/../b.txt", options) == "b.txt");
  options.root = "/home/x/news";
  options.folder = "/home/x/news/desk";
  CHECK(repository_path("a.txt", options) == "desk/a.txt");
  CHECK(repository_path("../b.txt", options) == "b.txt");
  CHECK(repository_path("/home/x/news/c.txt", options) == "c.txt");
  CHECK(repository_path("../../d.txt", options) == "/home/x/d.txt");
  CHECK(repository_path("-", options) == "-");
}

TEST_CASE("the checklist shows the whole draft, each item once in the list, and runs nothing", "[report]") {
  const std::string text = render_checklist(sample::draft(), {});
  CHECK(absl::StrContains(text, "Le prototype a tourné à <span class=\"i elsewhere\">140 km/h</span>"));
  CHECK(count(text, "type=\"checkbox\"") == 7);
  CHECK(absl::StrContains(text, "1 more time in the text"));
  CHECK(absl::StrContains(text, "confirmed by 2 origins"));
  CHECK(absl::StrContains(text, "a source writes “Claire &lt;b&gt;Aubanelle&lt;/b&gt;”"));
  CHECK_FALSE(absl::StrContains(text, "<script"));
  CHECK(table(render_checklist_csv(sample::draft(), {}), ',').size() == 8);
}

}  // namespace
}  // namespace crosscheck
