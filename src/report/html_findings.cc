#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/escape.h"
#include "report/html.h"

namespace crosscheck {
namespace {

constexpr size_t kContext = 220;   // bytes of the sentence kept on each side of a quote
constexpr size_t kLongValue = 28;  // bytes from which a value is set smaller

// A claim in its sentence, who says it, and the way to its place.
std::string figure(const Page& page, uint32_t index, bool name_attribute = false) {
  const View& view = page.view;
  const Claim& claim = view.claim(index);
  const Document& document = view.document(claim);
  std::string who = absl::StrCat("<b>", escape_html(view.outlet(document)), "</b>");
  for (const std::string& part : view.qualifiers(claim)) absl::StrAppend(&who, " · ", escape_html(part));
  if (name_attribute) {
    absl::StrAppend(&who, " · ", escape_html(view.said(view.attribute(claim.attribute), view.value(claim))));
  }
  return absl::StrCat("<figure class=\"claim\">\n<blockquote", html_lang(document), "><p>",
                      html_quote(claim, kContext), "</p></blockquote>\n<figcaption>", who, " ",
                      html_place(page, index), "</figcaption>\n</figure>\n");
}

std::string side(const Page& page, const Finding& finding, const SideView& side) {
  const Words& words = page.view.words;
  // Figures that were reckoned with each other are several answers, not one told in several ways.
  const bool derived = finding.reason == Reason::derived;
  const std::string value = derived ? absl::StrJoin(side.values, " / ") : side.values.front();
  std::string out = absl::StrCat("<section class=\"side ", html_side(side.side), "\">\n");
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
  absl::StrAppend(&out, "<li>", escape_html(page.view.status(finding)), "</li>");
  if (!finding.dossier.empty()) absl::StrAppend(&out, "<li>", escape_html(finding.dossier), "</li>");
  return absl::StrCat(out, "</ul>");
}

std::string why(const Finding& finding) {
  if (finding.explanation.empty()) return "";
  return absl::StrCat("<p class=\"why\">", escape_html(finding.explanation), "</p>\n");
}

std::string decided(const Page& page, const Finding& finding) {
  std::string out;
  for (const std::string& told : page.view.decisions(finding))
    absl::StrAppend(&out, "<p class=\"decision\">", escape_html(told), "</p>\n");
  return out;
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
  return absl::StrCat("<details class=\"agree\"", html_filter_data(page, finding),
                      ">\n<summary><b class=\"told\">", escape_html(absl::StrJoin(values, " / ")),
                      "</b> <span>", html_about(page, finding), "</span> <span class=\"sources\">", sources,
                      "</span></summary>\n<div class=\"inside\" id=\"", html_finding_id(finding), "\">\n",
                      why(finding), html_plot(page, finding), "<div class=\"claims\">\n", claims,
                      "</div>\n</div>\n</details>\n");
}

}  // namespace

std::string html_card(const Page& page, const Finding& finding, int number) {
  const std::string id = html_finding_id(finding);
  std::string out =
      absl::StrCat("<article class=\"card ", to_string(finding.severity), "\" id=\"", id, "\"",
                   html_filter_data(page, finding), " aria-labelledby=\"h-", id, "\">\n<header><h3 id=\"h-",
                   id, "\"><span class=\"no\">", number, "</span> ", html_about(page, finding), "</h3>",
                   tags(page, finding), "</header>\n", why(finding), decided(page, finding),
                   html_plot(page, finding), "<div class=\"sides\">\n");
  for (const SideView& part : page.view.sides(finding)) absl::StrAppend(&out, side(page, finding, part));
  return absl::StrCat(out, "</div>\n", html_review_form(page, finding), "</article>\n");
}

std::string html_contradictions(const Page& page) {
  const auto findings = page.view.of(Verdict::contradiction);
  if (findings.empty()) return "";
  std::string out =
      absl::StrCat("<section aria-labelledby=\"contradictions\" data-list>\n",
                   html_heading(page, "contradictions", "text.contradictions", findings.size()));
  int number = 0;
  for (const Finding* finding : findings) absl::StrAppend(&out, html_card(page, *finding, ++number));
  return absl::StrCat(out, "</section>\n");
}

std::string html_agreements(const Page& page) {
  const auto findings = page.view.of(Verdict::agreement);
  if (findings.empty()) return "";
  std::string out = absl::StrCat("<section aria-labelledby=\"agreements\" data-list>\n",
                                 html_heading(page, "agreements", "text.agreements", findings.size()));
  for (const Finding* finding : findings) absl::StrAppend(&out, agreement(page, *finding));
  return absl::StrCat(out, "</section>\n");
}

}  // namespace crosscheck
