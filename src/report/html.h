// The parts of the HTML page, each written by a file of its own (html_findings.cc, html_matrix.cc, …).
// html.cc puts them into reports/html/page.html. All text goes through escape_html(); ids are made of the
// report's own numbers.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/axis.h"
#include "report/plot.h"
#include "report/view.h"

namespace crosscheck {

// What the page of `crosscheck review` has beside the report.
struct ReviewForm {
  std::string file;                            // where decisions go, for people
  std::string finding;                         // fingerprint of the finding whose form is shown again
  std::map<std::string, std::string> entered;  // what was typed into it, by field
  std::string message;                         // why it is; without a finding it stands at the head
};

// A report with what its pages need to know of each claim.
struct Page {
  View view;
  std::vector<std::vector<uint32_t>> findings_of;  // by claim: indices of findings, the gravest first
  std::vector<int> left_out;                       // by claim: 1 when it is among not_compared
  std::vector<std::vector<uint32_t>> claims_of;    // by document, ordered by place
  std::vector<std::string> outlets;                // each once, in the order of their first articles
  std::vector<int> outlet_of;                      // by document: index in `outlets`

  const ReviewForm* review = nullptr;  // none in a report

  explicit Page(View view);
};

std::string html_contradictions(const Page& page);
std::string html_agreements(const Page& page);
std::string html_single_sources(const Page& page);
std::string html_not_compared(const Page& page);
std::string html_refused(const Page& page);
std::string html_matrix(const Page& page);
std::string html_timeline(const Page& page);
std::string html_filter(const Page& page);
std::string html_keys(const Page& page);
// All of these are empty in a report.
std::string html_review_head(const Page& page);
std::string html_review_form(const Page& page, const Finding& finding);

// The card of one contradiction; `number` is its place among them, from 1.
std::string html_card(const Page& page, const Finding& finding, int number);

// The page of `crosscheck review`, and a card of it.
std::string render_review(const Report& report, absl::string_view language, const ReviewForm& form);
std::string render_review_card(const Report& report, absl::string_view language, const ReviewForm& form,
                               const Finding& finding);

std::string html_article_table(const Page& page);
std::string html_article_texts(const Page& page);

// Where the values of a finding lie; empty where there is nothing to see.
std::string html_plot(const Page& page, const Finding& finding);
// What a line of a plot says below it, as the last item of its list.
std::string html_axis(const std::vector<Tick>& ticks);
// One line with a dot for each row.
std::string html_points(const std::vector<Tick>& ticks, const std::vector<PlotRow>& rows);
// The attributes of a finding's element by which the filter finds it.
std::string html_filter_data(const Page& page, const Finding& finding);

// "<h2 id=…>Agreements <span>9</span></h2>"
std::string html_heading(const Page& page, absl::string_view id, absl::string_view words_key, size_t count);
// The link from a claim to where it stands in its article.
std::string html_place(const Page& page, uint32_t claim);
std::string html_finding_id(const Finding& finding);
// The class that gives a side its colour: "side-0" … "side-3".
std::string html_side(int side);
// "<b>Solvane</b> — number of employees".
std::string html_about(const Page& page, const Finding& finding);
// The sentence of a claim, its words marked; at most `context` bytes on each side of them.
std::string html_quote(const Claim& claim, size_t context);
// The language of an article as an attribute: ` lang="fr"`.
std::string html_lang(const Document& document);

}  // namespace crosscheck
