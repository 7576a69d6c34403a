#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/escape.h"
#include "report/html.h"
#include "report/value_words.h"

namespace crosscheck {
namespace {

constexpr size_t kContext = 220;   // bytes of the sentence kept on each side of a quote
constexpr size_t kLongValue = 28;  // bytes from which a value is set smaller
constexpr int kSideColours = 4;

std::string quote(const Claim& claim, size_t context) {
  const Excerpt parts = excerpt(claim, context);
  return absl::StrCat(escape_html(parts.before), "<mark>", escape_html(parts.quote), "</mark>",
                      escape_html(parts.after));
}

// A claim in its sentence, who says it, and the way to its place.
std::string figure(const Page& page, uint32_t index, bool name_attribute = false) {
  const View& view = page.view;
  const Claim& claim = view.claim(index);
  const Document& document = view.document(claim);
  std::string who = absl::StrCat("<b>", escape_html(view.outlet(document)), "</b>");
  for (const std::string& part : view.qualifiers(claim)) absl::StrAppend(&who, " · ", escape_html(part));
  if (name_attribute) {
    absl::StrAppend(&who, " · ", escape_html(label_of(claim.attribute, view.report.labels)), ": ",
                    escape_html(view.value(claim)));
  }
  return absl::StrCat("<figure class=\"claim\">\n<blockquote", html_lang(document), "><p>",
                      quote(claim, kContext), "</p></blockquote>\n<figcaption>", who, " ",
                      html_place(page, index), "</figcaption>\n</figure>\n");
}

std::string side(const Page& page, const Finding& finding, const SideView& side) {
  const Words& words = page.view.words;
  // Figures that were reckoned with each other are several answers, not one told in several ways.
  const bool derived = finding.reason == Reason::derived;
  const std::string value = derived ? absl::StrJoin(side.values, " / ") : side.values.front();
  std::string out = absl::StrCat("<section class=\"side side-", side.side % kSideColours, "\">\n");
  if (finding.reason == Reason::attributed && !side.speaker.empty()) {
    absl::StrAppend(&out, "<p class=\"speaker\">", escape_html(side.speaker), "</p>\n");
  }
  absl::StrAppend(&out, "<h4 class=\"value", value.size() > kLongValue ? " long" : "", "\">",
                  escape_html(value), "</h4>\n");
  if (side.values.size() > 1 && !derived) {
    const std::vector<std::string> others(side.values.begin() + 1, side.values.end());
    const std::string told = absl::StrJoin(others, words("list.comma"));
    absl::StrAppend(&out, "<p class=\"also\">", escape_html(words.fill("text.also", {{"what", told}})),
                    "</p>\n");
  }
  absl::StrAppend(&out, "<p class=\"from\">", escape_html(page.view.sources(side)), "</p>\n");
  for (const uint32_t claim : side.claims) absl::StrAppend(&out, figure(page, claim, derived));
  return absl::StrCat(out, "</section>\n");
}

std::string tags(const Page& page, const Finding& finding) {
  const Words& words = page.view.words;
  std::string out =
      absl::StrCat("<ul class=\"tags\"><li class=\"severity\">",
                   escape_html(words(absl::StrCat("severity.", to_string(finding.severity)))), "</li>");
  const std::string reason = words(absl::StrCat("reason.", to_string(finding.reason)));
  if (!reason.empty()) absl::StrAppend(&out, "<li class=\"reason\">", escape_html(reason), "</li>");
  absl::StrAppend(&out, "<li>", escape_html(words(finding.is_new ? "text.new" : "text.known")), "</li>");
  if (!finding.dossier.empty()) absl::StrAppend(&out, "<li>", escape_html(finding.dossier), "</li>");
  return absl::StrCat(out, "</ul>");
}

// "Solvane" in bold, its attribute plain.
std::string about(const Page& page, const Finding& finding) {
  const std::string label =
      finding.label.empty() ? label_of(finding.attribute, page.view.report.labels) : finding.label;
  if (finding.subject.empty()) return escape_html(label);
  return absl::StrCat(escape_html(finding.subject), " <span class=\"label\">— ", escape_html(label),
                      "</span>");
}

std::string why(const Finding& finding) {
  if (finding.explanation.empty()) return "";
  return absl::StrCat("<p class=\"why\">", escape_html(finding.explanation), "</p>\n");
}

std::string contradiction(const Page& page, const Finding& finding, int number) {
  const std::string id = html_finding_id(finding);
  std::string out = absl::StrCat("<article class=\"card ", to_string(finding.severity), "\" id=\"", id,
                                 "\" data-finding aria-labelledby=\"h-", id, "\">\n<header><h3 id=\"h-", id,
                                 "\"><span class=\"no\">", number, "</span> ", about(page, finding), "</h3>",
                                 tags(page, finding), "</header>\n", why(finding), "<div class=\"sides\">\n");
  for (const SideView& part : page.view.sides(finding)) absl::StrAppend(&out, side(page, finding, part));
  return absl::StrCat(out, "</div>\n</article>\n");
}

std::string agreement(const Page& page, const Finding& finding) {
  const View& view = page.view;
  std::vector<std::string> values;
  std::string claims;
  for (const SideView& part : view.sides(finding)) {
    values.push_back(absl::StrJoin(part.values, " / "));
    for (const uint32_t claim : part.claims) absl::StrAppend(&claims, figure(page, claim));
  }
  std::string sources = escape_html(view.sources(finding));
  if (view.rests_on_one(finding)) {
    absl::StrAppend(&sources, "; <span class=\"single\">", escape_html(view.words("text.single_origin")),
                    "</span>");
  }
  // The id is inside, as a link to something inside opens what is folded.
  return absl::StrCat("<details class=\"agree\" data-finding>\n<summary><b class=\"told\">",
                      escape_html(absl::StrJoin(values, " / ")), "</b> <span>", about(page, finding),
                      "</span> <span class=\"sources\">", sources,
                      "</span></summary>\n<div class=\"inside\" id=\"", html_finding_id(finding), "\">\n",
                      why(finding), "<div class=\"claims\">\n", claims, "</div>\n</div>\n</details>\n");
}

std::string cell(const Page& page, absl::string_view key, absl::string_view html) {
  return absl::StrCat("<td data-label=\"", escape_html(page.view.words(key)), "\">", html, "</td>");
}

std::string single_source_row(const Page& page, const Finding& finding) {
  const View& view = page.view;
  const uint32_t index = finding.members.front().claim;
  const Claim& claim = view.claim(index);
  std::string who = escape_html(view.outlet(view.document(claim)));
  for (const std::string& part : view.qualifiers(claim)) absl::StrAppend(&who, " · ", escape_html(part));
  const std::string context = absl::StrCat("<span class=\"quote\"", html_lang(view.document(claim)), ">",
                                           quote(claim, 60), "</span>");
  return absl::StrCat("<tr id=\"", html_finding_id(finding), "\" data-finding>",
                      cell(page, "text.what", about(page, finding)),
                      cell(page, "text.value", absl::StrCat("<b>", escape_html(view.value(claim)), "</b>")),
                      cell(page, "text.who", who), cell(page, "text.quote", context),
                      cell(page, "text.where", html_place(page, index)), "</tr>\n");
}

}  // namespace

std::string html_contradictions(const Page& page) {
  const auto findings = page.view.of(Verdict::contradiction);
  if (findings.empty()) return "";
  std::string out =
      absl::StrCat("<section aria-labelledby=\"contradictions\">\n",
                   html_heading(page, "contradictions", "text.contradictions", findings.size()));
  int number = 0;
  for (const Finding* finding : findings) absl::StrAppend(&out, contradiction(page, *finding, ++number));
  return absl::StrCat(out, "</section>\n");
}

std::string html_agreements(const Page& page) {
  const auto findings = page.view.of(Verdict::agreement);
  if (findings.empty()) return "";
  std::string out = absl::StrCat("<section aria-labelledby=\"agreements\">\n",
                                 html_heading(page, "agreements", "text.agreements", findings.size()));
  for (const Finding* finding : findings) absl::StrAppend(&out, agreement(page, *finding));
  return absl::StrCat(out, "</section>\n");
}

std::string html_single_sources(const Page& page) {
  const auto findings = page.view.of(Verdict::single_source);
  if (findings.empty()) return "";
  std::string out = absl::StrCat("<section aria-labelledby=\"single-sources\">\n",
                                 html_heading(page, "single-sources", "text.single_sources", findings.size()),
                                 "<table>\n<thead><tr>");
  for (const char* key : {"text.what", "text.value", "text.who", "text.quote", "text.where"}) {
    absl::StrAppend(&out, "<th scope=\"col\">", escape_html(page.view.words(key)), "</th>");
  }
  absl::StrAppend(&out, "</tr></thead>\n<tbody>\n");
  for (const Finding* finding : findings) absl::StrAppend(&out, single_source_row(page, *finding));
  return absl::StrCat(out, "</tbody>\n</table>\n</section>\n");
}

std::string html_not_compared(const Page& page) {
  const auto reasons = page.view.left_out();
  if (reasons.empty()) return "";
  std::string out = absl::StrCat(
      "<section aria-labelledby=\"not-compared\">\n",
      html_heading(page, "not-compared", "text.not_compared", page.view.report.not_compared.size()));
  for (const auto& [reason, claims] : reasons) {
    absl::StrAppend(&out, "<details class=\"left\">\n<summary>", escape_html(reason), " <span class=\"n\">",
                    claims.size(), "</span></summary>\n<ul>\n");
    for (const uint32_t claim : claims) {
      absl::StrAppend(&out, "<li id=\"n-", claim, "\">",
                      escape_html(page.view.subject_and_attribute(page.view.claim(claim))),
                      ": <span class=\"quote\"", html_lang(page.view.document(page.view.claim(claim))), ">",
                      quote(page.view.claim(claim), 60), "</span> ", html_place(page, claim), "</li>\n");
    }
    absl::StrAppend(&out, "</ul>\n</details>\n");
  }
  return absl::StrCat(out, "</section>\n");
}

}  // namespace crosscheck
