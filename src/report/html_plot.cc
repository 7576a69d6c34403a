// Plots as rows of HTML, each with a line of SVG: names and values stay text that wraps, is read aloud and
// can be searched; only the line itself is drawn, in percent of the room it gets.
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "base/text.h"
#include "report/date_words.h"
#include "report/escape.h"
#include "report/html.h"
#include "report/plot.h"

namespace crosscheck {
namespace {

constexpr const char* kArrowRight = "<path d=\"M-6 -4L0 0L-6 4\"/>";
constexpr const char* kArrowLeft = "<path d=\"M6 -4L0 0L6 4\"/>";

std::string percent(double at) { return absl::StrFormat("%.1f%%", at); }

std::string line(double from, double to, absl::string_view style) {
  return absl::StrCat("<line class=\"", style, "\" x1=\"", percent(from), "\" x2=\"", percent(to),
                      "\" y1=\"11\" y2=\"11\"/>");
}

std::string arrow(double at, const char* path) {
  return absl::StrCat("<svg x=\"", percent(at), "\" y=\"11\" overflow=\"visible\">", path, "</svg>");
}

std::string dot(double at, bool loose) {
  return absl::StrCat("<circle", loose ? " class=\"loose\"" : "", " cx=\"", percent(at),
                      "\" cy=\"11\" r=\"5\"/>");
}

std::string mark(const PlotRow& row) {
  std::string out;
  if (row.open_high) absl::StrAppend(&out, line(row.high, 100, "open"), arrow(100, kArrowRight));
  if (row.open_low) absl::StrAppend(&out, line(0, row.low, "open"), arrow(0, kArrowLeft));
  if (row.high > row.low) {
    return absl::StrCat(out, line(row.low, row.high, row.loose ? "reach loose" : "reach"));
  }
  return absl::StrCat(out, dot(row.low, row.loose));
}

std::string grid(const std::vector<Tick>& ticks) {
  std::string out;
  for (const Tick& tick : ticks) {
    const std::string at = percent(tick.percent);
    absl::StrAppend(&out, "<line class=\"grid\" x1=\"", at, "\" x2=\"", at, "\" y1=\"0\" y2=\"100%\"/>");
  }
  return out;
}

std::string drawing(absl::string_view inside) {
  return absl::StrCat("<svg class=\"line\" aria-hidden=\"true\" width=\"100%\" height=\"22\">", inside,
                      "</svg>");
}

std::string who(const Page& page, const Document& document) {
  std::string out = absl::StrCat("<span class=\"who\"><b>", escape_html(page.view.outlet(document)), "</b>");
  const Field<Moment>& published = document.metadata.published;
  if (published) {
    absl::StrAppend(&out, " <time datetime=\"", escape_html(published.value.text), "\">",
                    escape_html(published_in_words(published.value, page.view.words)), "</time>");
  }
  return absl::StrCat(out, "</span>");
}

std::string row(const Page& page, const PlotRow& row, absl::string_view grid_lines) {
  const Claim& claim = page.view.claim(row.claim);
  return absl::StrCat("<li class=\"", html_side(row.side), "\">", who(page, page.view.document(claim)),
                      drawing(absl::StrCat(grid_lines, mark(row))), "<span class=\"told\">",
                      escape_html(page.view.value(claim)), "</span></li>\n");
}

}  // namespace

std::string html_axis(const std::vector<Tick>& ticks) {
  std::string out;
  for (const Tick& tick : ticks) {
    // About half of the label's width, in percent of the line.
    const double half = 0.62 * count_code_points(tick.label);
    const char* anchor = tick.percent < half ? "start" : tick.percent > 100 - half ? "end" : "middle";
    absl::StrAppend(&out, "<text x=\"", percent(tick.percent), "\" y=\"13\" text-anchor=\"", anchor, "\">",
                    escape_html(tick.label), "</text>");
  }
  return absl::StrCat("<li class=\"axis\" aria-hidden=\"true\"><span class=\"who\"></span>", drawing(out),
                      "<span class=\"told\"></span></li>\n");
}

std::string html_points(const std::vector<Tick>& ticks, const std::vector<PlotRow>& rows) {
  std::string out = grid(ticks);
  for (const PlotRow& point : rows) {
    absl::StrAppend(&out, "<g class=\"", html_side(point.side), "\">", dot(point.low, false), "</g>");
  }
  return drawing(out);
}

std::string html_plot(const Page& page, const Finding& finding) {
  const bool contradiction = finding.verdict == Verdict::contradiction;
  const auto values = plot_of_values(page.view, finding);
  const auto plot = values || !contradiction ? values : plot_of_publication(page.view, finding);
  if (!plot) return "";
  const Words& words = page.view.words;
  const std::string grid_lines = grid(plot->ticks);
  std::string out = absl::StrCat("<figure class=\"plot\">\n<figcaption>",
                                 escape_html(words(values ? "page.plot_values" : "page.plot_published")),
                                 "</figcaption>\n<ol>\n");
  for (const PlotRow& drawn : plot->rows) absl::StrAppend(&out, row(page, drawn, grid_lines));
  absl::StrAppend(&out, html_axis(plot->ticks), "</ol>\n");
  if (plot->left_out > 0) {
    absl::StrAppend(&out, "<p class=\"from\">",
                    escape_html(words.fill("text.more", {{"n", absl::StrCat(plot->left_out)}})), "</p>\n");
  }
  return absl::StrCat(out, "</figure>\n");
}

}  // namespace crosscheck
