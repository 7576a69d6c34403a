// The report as one page that needs no network and no script. The policy in its head allows only the style
// and the script that were compiled in, by their hashes: should text of an article ever slip through an
// escape, it could load and run nothing.
#include "report/html.h"

#include <algorithm>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "report/escape.h"
#include "report/files.h"
#include "report/page_policy.h"
#include "report/render.h"

namespace crosscheck {
namespace {

constexpr int kSideColours = 4;
constexpr size_t kLarge = 12;  // articles from which on the page is laid out piece by piece, as it is read

std::string title(const Page& page) {
  const Words& words = page.view.words;
  const Totals counts = totals(page.view.report);
  const std::string what = counts.contradiction == 0
                               ? words("text.no_contradiction")
                               : words.count("count.contradiction", counts.contradiction);
  return words.fill("text.in_documents",
                    {{"what", what}, {"where", words.count("count.document", counts.documents)}});
}

// One number of the head: the figure large, its noun below, linked to its section where there is one.
std::string count_item(const Page& page, const char* style, const char* target, const char* key, int n,
                       absl::string_view small) {
  const std::string phrase = page.view.words.count(key, n);
  const size_t blank = phrase.find(' ');
  const std::string href = n > 0 ? absl::StrCat(" href=\"#", target, "\"") : "";
  std::string out =
      absl::StrCat("<li class=\"", style, "\"><a", href, "><b>", escape_html(phrase.substr(0, blank)), "</b>",
                   escape_html(blank == std::string::npos ? "" : phrase.substr(blank)));
  if (!small.empty()) absl::StrAppend(&out, "<small>", escape_html(small), "</small>");
  return absl::StrCat(out, "</a></li>\n");
}

std::string header(const Page& page) {
  const Words& words = page.view.words;
  const Totals counts = totals(page.view.report);
  int notes = 0, lone = 0;
  for (const Finding& finding : page.view.report.findings) {
    const bool contradiction = finding.verdict == Verdict::contradiction;
    notes += contradiction && finding.severity == Severity::note;
    lone += page.view.rests_on_one(finding);
  }
  std::string detail = notes > 0 ? words.count("count.note", notes) : "";
  if (const std::string standing = page.view.standing(); !standing.empty())
    absl::StrAppend(&detail, detail.empty() ? "" : words("list.comma"), standing);
  return absl::StrCat(
      "<header class=\"top\">\n<p class=\"brand\">crosscheck</p>\n<h1>", escape_html(title(page)),
      "</h1>\n<nav aria-label=\"", escape_html(words("text.contents")), "\">\n<ul class=\"counts\">\n",
      count_item(page, counts.contradiction > 0 ? "bad" : "good", "contradictions", "count.contradiction",
                 counts.contradiction, detail),
      count_item(page, "good", "agreements", "count.agreement", counts.agreement,
                 lone > 0 ? words.count("count.on_one_source", lone) : ""),
      count_item(page, "one", "single-sources", "count.single_source", counts.single_source, ""),
      count_item(page, "", "not-compared", "count.not_compared", counts.not_compared, ""),
      count_item(page, "", "documents", "count.document", counts.documents,
                 words.count("count.claim", counts.claims)),
      "</ul>\n</nav>\n</header>");
}

std::string problems(const Page& page) {
  const Words& words = page.view.words;
  const Problems& all = page.view.report.problems;
  if (all.empty()) return "";
  std::string out = absl::StrCat(
      "<section class=\"problems\" aria-labelledby=\"problems\">\n<h2 id=\"problems\">",
      escape_html(words.count("count.problem", static_cast<int64_t>(all.size()))), "</h2>\n<ul>\n");
  for (const Problem& problem : all) {
    absl::StrAppend(&out, "<li>", escape_html(page.view.problem(problem)));
    if (!problem.fix.empty()) {
      absl::StrAppend(&out, " <span class=\"fix\">",
                      escape_html(words.fill("text.fix", {{"fix", problem.fix}})), "</span>");
    }
    absl::StrAppend(&out, "</li>\n");
  }
  return absl::StrCat(out, "</ul>\n</section>\n");
}

std::string main_part(const Page& page) {
  std::string findings =
      absl::StrCat(html_contradictions(page), html_matrix(page), html_timeline(page), html_agreements(page),
                   html_single_sources(page), html_not_compared(page), html_refused(page));
  if (findings.empty())
    findings = absl::StrCat("<p>", escape_html(page.view.words("text.nothing_to_compare")), "</p>\n");
  return absl::StrCat(problems(page), html_review_head(page), html_filter(page),
                      "<div id=\"findings\" tabindex=\"-1\">\n", findings, "</div>\n",
                      html_article_table(page), html_article_texts(page), html_keys(page));
}

std::string footer(const Page& page) {
  const Words& words = page.view.words;
  const Report& report = page.view.report;
  return absl::StrCat("<p>", escape_html(words("text.explain_verdicts")), "</p>\n<p>",
                      escape_html(words.fill("text.made_by", {{"version", report.tool_version},
                                                              {"rules", report.rules_digest}})),
                      "</p>");
}

std::string whole(const Page& page) {
  const bool review = page.review != nullptr;
  const std::string style = absl::StrCat(report_file("html/page.css"), report_file("html/plots.css"),
                                         review ? report_file("html/review.css") : "");
  const std::string script = absl::StrCat(report_file("html/page.js"), report_file("html/keys.js"),
                                          review ? report_file("html/review.js") : "");
  return fill_slots(
      report_file("html/page.html"), "{{", "}}",
      {{"language", escape_html(page.view.words("language"))},
       {"title", escape_html(absl::StrCat(title(page), " · crosscheck"))},
       {"style", style},
       {"style_hash", policy_hash(style)},
       {"script", script},
       {"script_hash", policy_hash(script)},
       {"sends", review ? "connect-src 'self'; form-action 'self'" : "form-action 'none'"},
       // A form tells from where it is sent, which the server asks for, only when its page lets it.
       {"referrer", review ? "same-origin" : "no-referrer"},
       {"skip", escape_html(page.view.words("text.skip"))},
       {"size", page.view.report.documents.size() > kLarge ? " class=\"large\"" : ""},
       {"header", header(page)},
       {"main", main_part(page)},
       {"footer", footer(page)}});
}

}  // namespace

Page::Page(View shown)
    : view(shown),
      findings_of(shown.report.claims.size()),
      left_out(shown.report.claims.size()),
      claims_of(shown.report.documents.size()) {
  // The report has contradictions first, so that each claim's gravest finding comes first.
  for (uint32_t i = 0; i < view.report.findings.size(); ++i) {
    for (const Member& member : view.report.findings[i].members) {
      std::vector<uint32_t>& of = findings_of[member.claim];
      if (std::find(of.begin(), of.end(), i) == of.end()) of.push_back(i);
    }
  }
  std::map<std::string, int> numbers;
  for (const Document& document : view.report.documents) {
    const auto [at, first] = numbers.emplace(view.outlet(document), static_cast<int>(outlets.size()));
    if (first) outlets.push_back(at->first);
    outlet_of.push_back(at->second);
  }
  for (const NotCompared& left : view.report.not_compared) left_out[left.claim] = 1;
  for (uint32_t i = 0; i < view.report.claims.size(); ++i) claims_of[view.claim(i).document].push_back(i);
  for (std::vector<uint32_t>& claims : claims_of) {
    std::stable_sort(claims.begin(), claims.end(), [this](uint32_t a, uint32_t b) {
      return view.claim(a).span.begin < view.claim(b).span.begin;
    });
  }
}

std::string html_side(int side) { return absl::StrCat("side-", side % kSideColours); }

std::string html_heading(const Page& page, absl::string_view id, absl::string_view words_key, size_t count) {
  return absl::StrCat("<h2 id=\"", id, "\">", escape_html(page.view.words(words_key)), " <span class=\"n\">",
                      count, "</span></h2>\n");
}

std::string html_place(const Page& page, uint32_t claim) {
  const Claim& told = page.view.claim(claim);
  // A claim without a place in the text leads to its article.
  const bool placed = !told.span.empty() && told.span.end <= page.view.document(told).text.size();
  const std::string target = placed ? absl::StrCat("c-", claim) : absl::StrCat("d-", told.document);
  return absl::StrCat("<a class=\"place\" href=\"#", target, "\" title=\"",
                      escape_html(page.view.words("text.show_in_text")), "\">",
                      escape_html(page.view.place(told)), "</a>");
}

std::string html_finding_id(const Finding& finding) {
  std::string out = finding.id;
  std::replace_if(
      out.begin(), out.end(), [](char c) { return !absl::ascii_isalnum(static_cast<unsigned char>(c)); },
      '-');
  return out;
}

std::string html_about(const Page& page, const Finding& finding) {
  const std::string label = page.view.label(finding);
  if (finding.subject.empty()) return escape_html(label);
  return absl::StrCat(escape_html(finding.subject), " <span class=\"label\">— ", escape_html(label),
                      "</span>");
}

std::string html_quote(const Claim& claim, size_t context) {
  const Excerpt parts = excerpt(claim, context);
  return absl::StrCat(escape_html(parts.before), "<mark>", escape_html(parts.quote), "</mark>",
                      escape_html(parts.after));
}

std::string html_lang(const Document& document) {
  const std::string& code = document.metadata.language.value;
  return code.empty() ? "" : absl::StrCat(" lang=\"", escape_html(code), "\"");
}

std::string render_html(const Report& report, const FormatOptions& options) {
  return whole(Page(View{report, Words::of(options.language)}));
}

std::string render_review(const Report& report, absl::string_view language, const ReviewForm& form) {
  Page page(View{report, Words::of(language)});
  page.review = &form;
  return whole(page);
}

std::string render_review_card(const Report& report, absl::string_view language, const ReviewForm& form,
                               const Finding& finding) {
  Page page(View{report, Words::of(language)});
  page.review = &form;
  const auto all = page.view.of(Verdict::contradiction);
  const auto at = std::find(all.begin(), all.end(), &finding) - all.begin();
  return html_card(page, finding, static_cast<int>(at) + 1);
}

}  // namespace crosscheck
