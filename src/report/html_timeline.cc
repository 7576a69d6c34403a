// Figures that changed over time, all on one line of publication times, with the steps in words below.
#include <algorithm>
#include <limits>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/date_words.h"
#include "report/escape.h"
#include "report/html.h"
#include "report/plot.h"

namespace crosscheck {
namespace {

// What one side told, and the first article that did.
struct Step {
  SideView side;
  double at = std::numeric_limits<double>::infinity();
  const Document* first = nullptr;
};

std::vector<Step> steps_of(const View& view, const Finding& finding) {
  std::vector<Step> out;
  for (SideView& side : view.sides(finding)) {
    Step step;
    for (const uint32_t claim : side.claims) {
      const Document& document = view.document(view.claim(claim));
      const auto at = published_at(document);
      if (at && *at < step.at) step.at = *at, step.first = &document;
    }
    step.side = std::move(side);
    out.push_back(std::move(step));
  }
  std::stable_sort(out.begin(), out.end(), [](const Step& a, const Step& b) { return a.at < b.at; });
  return out;
}

std::vector<const Finding*> updates(const View& view) {
  std::vector<const Finding*> out;
  for (const Finding& finding : view.report.findings) {
    if (finding.verdict == Verdict::contradiction && finding.reason == Reason::update)
      out.push_back(&finding);
  }
  return out;
}

std::string step_item(const Page& page, const Step& step) {
  std::string when = escape_html(page.view.words("text.unknown"));
  if (step.first) {
    const Moment& moment = step.first->metadata.published.value;
    when = absl::StrCat("<time datetime=\"", escape_html(moment.text), "\">",
                        escape_html(published_in_words(moment, page.view.words)), "</time>");
  }
  return absl::StrCat("<li class=\"", html_side(step.side.side), "\">", when, " <b class=\"told\">",
                      escape_html(absl::StrJoin(step.side.values, " / ")), "</b> <span class=\"from\">",
                      escape_html(page.view.sources(step.side)), "</span></li>\n");
}

std::string entry(const Page& page, const Finding& finding, const std::optional<Axis>& axis) {
  std::vector<PlotRow> points;
  std::string items;
  for (const Step& step : steps_of(page.view, finding)) {
    absl::StrAppend(&items, step_item(page, step));
    PlotRow point;
    point.side = step.side.side;
    if (axis && step.first) point.low = axis->percent(step.at), points.push_back(point);
  }
  return absl::StrCat("<li><a href=\"#", html_finding_id(finding), "\">",
                      escape_html(page.view.subject_and_label(finding)), "</a>",
                      axis ? html_points(axis->ticks(), points) : "", "<ol class=\"steps\">\n", items,
                      "</ol></li>\n");
}

// nullopt when all came out at one moment.
std::optional<Axis> common_axis(const View& view, const std::vector<const Finding*>& findings) {
  std::vector<Ends> all;
  for (const Finding* finding : findings) {
    for (const Step& step : steps_of(view, *finding)) {
      if (step.first) all.push_back({step.at, step.at});
    }
  }
  const bool alike = std::all_of(all.begin(), all.end(), [&](const Ends& at) { return at == all[0]; });
  if (alike) return std::nullopt;
  return Axis(all, Date{}, true, view.words);
}

}  // namespace

std::string html_timeline(const Page& page) {
  const auto findings = updates(page.view);
  if (findings.empty()) return "";
  const auto axis = common_axis(page.view, findings);
  std::string out =
      absl::StrCat("<section aria-labelledby=\"timeline\">\n",
                   html_heading(page, "timeline", "page.timeline", findings.size()), "<p class=\"hint\">",
                   escape_html(page.view.words("page.timeline_hint")), "</p>\n<ol class=\"timeline\">\n");
  for (const Finding* finding : findings) absl::StrAppend(&out, entry(page, *finding, axis));
  if (axis) absl::StrAppend(&out, html_axis(axis->ticks()));
  return absl::StrCat(out, "</ol>\n</section>\n");
}

}  // namespace crosscheck
