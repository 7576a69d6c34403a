// The formats of plain text: terminal and Markdown.
#include <catch2/catch.hpp>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "report/columns.h"
#include "report/render.h"
#include "unit/report/sample.h"

namespace crosscheck {
namespace {

// Takes out the colours that the report itself sets; any other escape stays.
std::string without_colour(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b' && i + 1 < text.size() && text[i + 1] == '[') {
      size_t end = i + 2;
      while (end < text.size() &&
             (absl::string_view("0123456789;").find(text[end]) != absl::string_view::npos))
        ++end;
      if (end < text.size() && text[end] == 'm') {
        i = end;
        continue;
      }
    }
    out.push_back(text[i]);
  }
  return out;
}

FormatOptions wide(int width, bool colour = false) {
  FormatOptions options;
  options.width = width;
  options.colour = colour;
  return options;
}

TEST_CASE("no line of the terminal is wider than asked for", "[report]") {
  for (const int width : {40, 60, 80, 100, 160}) {
    for (const bool colour : {false, true}) {
      const std::string text = without_colour(render_terminal(sample::report(), wide(width, colour)));
      for (const absl::string_view line : absl::StrSplit(text, '\n')) {
        INFO(width << ": " << std::string(line));
        CHECK(display_width(line) <= width);
      }
    }
  }
}

TEST_CASE("control characters of articles are shown, not obeyed", "[report]") {
  const std::string text = without_colour(render_terminal(sample::report(), wide(80, true)));
  CHECK_FALSE(absl::StrContains(text, "\x1b"));
  CHECK(absl::StrContains(text, "␛[31mSolvane␛[0m"));
}

TEST_CASE("colour changes nothing but colour and the marks of quotes", "[report]") {
  const auto letters = [](const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (absl::string_view(" *=|\n").find(c) == absl::string_view::npos) out.push_back(c);
    }
    return out;
  };
  // Stacked, so that the order of words does not hang on where columns break.
  const std::string coloured = without_colour(render_terminal(sample::report(), wide(60, true)));
  CHECK(letters(coloured) == letters(render_terminal(sample::report(), wide(60))));
}

TEST_CASE("what was not read comes before everything else", "[report]") {
  const std::string text = render_terminal(sample::report(), wide(80));
  CHECK(text.find("articles/a5.txt: error: the file is empty") < text.find("5 contradictions"));
}

TEST_CASE("quiet shows contradictions and the summary only", "[report]") {
  FormatOptions options = wide(80);
  options.quiet = true;
  const std::string text = render_terminal(sample::report(), options);
  CHECK(absl::StrContains(text, "5 contradictions"));
  CHECK(absl::StrContains(text, "number of employees"));
  CHECK_FALSE(absl::StrContains(text, "valuation"));
  CHECK_FALSE(absl::StrContains(text, "rests on"));
}

TEST_CASE("sides stand beside each other when there is room, else below", "[report]") {
  CHECK(absl::StrContains(render_terminal(sample::report(), wide(100)), "= 750      "));
  CHECK(absl::StrContains(render_terminal(sample::report(), wide(100)), "| = about 770\n"));
  CHECK(absl::StrContains(render_terminal(sample::report(), wide(60)), "\n   = about 770\n"));
}

TEST_CASE("text is wrapped at blanks by what is seen", "[report]") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("un deux trois", 8) == Lines{"un deux", "trois"});
  CHECK(wrap("éééé éééé", 9) == Lines{"éééé éééé"});
  CHECK(wrap("abcdefghij k", 4) == Lines{"abcd", "efgh", "ij k"});
  CHECK(wrap("新聞記事", 4) == Lines{"新聞", "記事"});
  CHECK(display_width("e\u0301") == 1);
}

TEST_CASE("a mark that crosses lines is ended and begun again", "[report]") {
  std::vector<std::string> lines = {"a " + std::string(kStrongBegin) + "b", "c",
                                    "d" + std::string(kStrongEnd) + " e"};
  balance_strong(&lines);
  const std::string on(kStrongBegin), off(kStrongEnd);
  CHECK(lines == std::vector<std::string>{"a " + on + "b" + off, on + "c" + off, on + "d" + off + " e"});
}

TEST_CASE("rows of a Markdown table have the cells of their head", "[report]") {
  int rows = 0;
  const std::string text = render_markdown(sample::report(), {});
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    if (!absl::StartsWith(line, "| ")) continue;
    ++rows;
    int bars = 0;
    for (size_t i = 0; i < line.size(); ++i) bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
    INFO(std::string(line));
    CHECK(bars == 5);
  }
  CHECK(rows > 10);
}

TEST_CASE("a comment stays within what GitHub takes and says what it left out", "[report]") {
  Report report = sample::report();
  const std::vector<Finding> findings = report.findings;
  report.findings.clear();
  for (const Finding& finding : findings) report.findings.insert(report.findings.end(), 300, finding);
  report.findings[0].members.resize(2000, report.findings[0].members[0]);
  report.problems.resize(2000, report.problems[0]);
  const std::string text = render_markdown(report, {});
  CHECK(text.size() < 65536);
  CHECK(absl::StrContains(text, "1,500 contradictions"));
  CHECK(absl::StrContains(text, " more*"));
  CHECK(absl::StrContains(text, "<summary>Single sources (300)</summary>"));
}

TEST_CASE("an article is no markup, mention or link in Markdown", "[report]") {
  const std::string text = render_markdown(sample::report(), {});
  for (const char* harm : {"<script", "<img", "@solvane", "](http", "**gras**", "://example", "\x1b"}) {
    INFO(harm);
    CHECK_FALSE(absl::StrContains(text, harm));
  }
}

}  // namespace
}  // namespace crosscheck
