// What one source alone tells. Many of them are folded by what they are about; those that no rule read come
// last and always folded.
#include <map>

#include "absl/strings/str_cat.h"
#include "report/escape.h"
#include "report/html.h"

namespace crosscheck {
namespace {

constexpr size_t kContext = 60;  // bytes of the sentence kept on each side of a quote
constexpr size_t kManyRows = 60;

std::string cell(const Page& page, absl::string_view key, absl::string_view html) {
  return absl::StrCat("<td data-label=\"", escape_html(page.view.words(key)), "\">", html, "</td>");
}

std::string row(const Page& page, const Finding& finding) {
  const View& view = page.view;
  const uint32_t index = finding.members.front().claim;
  const Claim& claim = view.claim(index);
  std::string who = escape_html(view.outlet(view.document(claim)));
  for (const std::string& part : view.qualifiers(claim)) absl::StrAppend(&who, " · ", escape_html(part));
  const std::string context = absl::StrCat("<span class=\"quote\"", html_lang(view.document(claim)), ">",
                                           html_quote(claim, kContext), "</span>");
  return absl::StrCat("<tr id=\"", html_finding_id(finding), "\"", html_filter_data(page, finding), ">",
                      cell(page, "text.what", html_about(page, finding)),
                      cell(page, "text.value", absl::StrCat("<b>", escape_html(view.value(claim)), "</b>")),
                      cell(page, "text.who", who), cell(page, "text.quote", context),
                      cell(page, "text.where", html_place(page, index)), "</tr>\n");
}

std::string table(const Page& page, const std::vector<const Finding*>& findings) {
  std::string out = "<table>\n<thead><tr>";
  for (const char* key : {"text.what", "text.value", "text.who", "text.quote", "text.where"}) {
    absl::StrAppend(&out, "<th scope=\"col\">", escape_html(page.view.words(key)), "</th>");
  }
  absl::StrAppend(&out, "</tr></thead>\n<tbody>\n");
  for (const Finding* finding : findings) absl::StrAppend(&out, row(page, *finding));
  return absl::StrCat(out, "</tbody>\n</table>\n");
}

std::string folded(const Page& page, absl::string_view name, const std::vector<const Finding*>& findings) {
  return absl::StrCat("<details class=\"left\" data-group>\n<summary>", escape_html(name),
                      " <span class=\"n\">", findings.size(), "</span></summary>\n", table(page, findings),
                      "</details>\n");
}

// Folded by label, in the order of the report.
std::string by_label(const Page& page, const std::vector<const Finding*>& findings) {
  std::vector<std::pair<std::string, std::vector<const Finding*>>> groups;
  std::map<std::string, size_t> known;
  for (const Finding* finding : findings) {
    const auto [at, first] = known.emplace(page.view.label(*finding), groups.size());
    if (first) groups.push_back({at->first, {}});
    groups[at->second].second.push_back(finding);
  }
  std::string out;
  for (const auto& [name, members] : groups) absl::StrAppend(&out, folded(page, name, members));
  return out;
}

}  // namespace

std::string html_single_sources(const Page& page) {
  const auto findings = page.view.of(Verdict::single_source);
  if (findings.empty()) return "";
  std::vector<const Finding*> ruled, open;
  for (const Finding* finding : findings) (finding->rule == "open" ? open : ruled).push_back(finding);
  std::string out =
      absl::StrCat("<section aria-labelledby=\"single-sources\" data-list>\n",
                   html_heading(page, "single-sources", "text.single_sources", findings.size()));
  if (!ruled.empty())
    absl::StrAppend(&out, ruled.size() > kManyRows ? by_label(page, ruled) : table(page, ruled));
  if (!open.empty()) {
    absl::StrAppend(&out, open.size() > kManyRows ? by_label(page, open)
                                                  : folded(page, page.view.words("page.unruled"), open));
  }
  return absl::StrCat(out, "</section>\n");
}

}  // namespace crosscheck
