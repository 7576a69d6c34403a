// Source by source: where two of them contradict each other, and where they tell the same.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "report/escape.h"
#include "report/html.h"
#include "report/relations.h"

namespace crosscheck {
namespace {

constexpr size_t kMostSources = 16;  // a wider table fits on no screen
constexpr int kShades = 4;

// "2 contradictions" with the noun for those who do not see the colour.
std::string counted(const Page& page, const char* key, const char* style, int n) {
  const std::string phrase = page.view.words.count(key, n);
  const size_t blank = std::min(phrase.find(' '), phrase.size());
  return absl::StrCat("<span class=\"", style, "\">", escape_html(phrase.substr(0, blank)),
                      "<span class=\"unseen\">", escape_html(phrase.substr(blank)), "</span></span>");
}

std::string cell(const Page& page, const Relations& all, int row, int column) {
  if (row == column) return "<td class=\"same\"></td>";
  const auto found = all.find(std::minmax(row, column));
  if (found == all.end()) return "<td></td>";
  const auto& [conflicts, agreements] = found->second;
  return absl::StrCat("<td class=\"", conflicts > 0 ? absl::StrCat("x", std::min(conflicts, kShades)) : "y",
                      "\" data-pair=\"", row, " ", column, "\">",
                      conflicts > 0 ? counted(page, "count.contradiction", "no", conflicts) : "",
                      conflicts > 0 && agreements > 0 ? " " : "",
                      agreements > 0 ? counted(page, "count.agreement", "yes", agreements) : "", "</td>");
}

}  // namespace

std::string html_matrix(const Page& page) {
  const Words& words = page.view.words;
  const Relations all = relations(page.view.report, page.outlet_of);
  const std::vector<int> shown = most_related(all, kMostSources);
  if (shown.size() < 2) return "";
  const size_t related = most_related(all, page.outlets.size()).size();
  std::string out = absl::StrCat("<section aria-labelledby=\"matrix\">\n<h2 id=\"matrix\">",
                                 escape_html(words("page.matrix")), "</h2>\n<p class=\"hint\">",
                                 escape_html(words("page.matrix_hint")), "</p>\n<div class=\"wide\">",
                                 "<table class=\"matrix\">\n<thead><tr><td></td>");
  for (const int source : shown) {
    absl::StrAppend(&out, "<th scope=\"col\"><abbr title=\"", escape_html(page.outlets[source]), "\">",
                    source + 1, "</abbr></th>");
  }
  absl::StrAppend(&out, "</tr></thead>\n<tbody>\n");
  for (const int row : shown) {
    absl::StrAppend(&out, "<tr><th scope=\"row\"><span class=\"n\">", row + 1, "</span> ",
                    escape_html(page.outlets[row]), "</th>");
    for (const int column : shown) absl::StrAppend(&out, cell(page, all, row, column));
    absl::StrAppend(&out, "</tr>\n");
  }
  absl::StrAppend(&out, "</tbody>\n</table></div>\n");
  if (related > shown.size()) {
    absl::StrAppend(&out, "<p class=\"hint\">",
                    escape_html(words.fill("page.matrix_cut", {{"n", absl::StrCat(related - shown.size())}})),
                    "</p>\n");
  }
  return absl::StrCat(out, "</section>\n");
}

}  // namespace crosscheck
