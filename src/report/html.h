// The parts of the HTML page, each written by a file of its own: html_findings.cc and html_articles.cc.
// html.cc puts them into reports/html/page.html. All text goes through escape_html(); ids are made of the
// report's own numbers.
#pragma once

#include <string>
#include <vector>

#include "report/view.h"

namespace crosscheck {

// A report with what its pages need to know of each claim.
struct Page {
  View view;
  std::vector<std::vector<uint32_t>> findings_of;  // by claim: indices of findings, the gravest first
  std::vector<int> left_out;                       // by claim: 1 when it is among not_compared
  std::vector<std::vector<uint32_t>> claims_of;    // by document, ordered by place

  explicit Page(View view);
};

std::string html_contradictions(const Page& page);
std::string html_agreements(const Page& page);
std::string html_single_sources(const Page& page);
std::string html_not_compared(const Page& page);

std::string html_article_table(const Page& page);
std::string html_article_texts(const Page& page);

// "<h2 id=…>Agreements <span>9</span></h2>"
std::string html_heading(const Page& page, absl::string_view id, absl::string_view words_key, size_t count);
// The link from a claim to where it stands in its article.
std::string html_place(const Page& page, uint32_t claim);
std::string html_finding_id(const Finding& finding);
// The language of an article as an attribute: ` lang="fr"`.
std::string html_lang(const Document& document);

}  // namespace crosscheck
