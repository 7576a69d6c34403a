#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "report/date_words.h"
#include "report/escape.h"
#include "report/html.h"

namespace crosscheck {
namespace {

constexpr size_t kManyArticles = 12;  // from here on their table is folded: findings come first

// "214 articles, 3 warnings"
std::string fold_note(const Page& page) {
  const auto& documents = page.view.report.documents;
  size_t warnings = 0;
  for (const Document& document : documents) warnings += document.warnings.size();
  return absl::StrCat(page.view.words.count("count.document", static_cast<int64_t>(documents.size())),
                      page.view.words("list.comma"),
                      page.view.words.count("count.warning", static_cast<int64_t>(warnings)));
}

std::string origin_note(const Page& page, MetadataOrigin origin) {
  constexpr const char* kKeys[] = {"", "text.origin_given", "text.origin_page", "text.origin_text"};
  if (origin == MetadataOrigin::absent) return "";
  return absl::StrCat("<span class=\"from\">", escape_html(page.view.words(kKeys[static_cast<int>(origin)])),
                      "</span>");
}

std::string published(const Page& page, const Document& document) {
  const Field<Moment>& field = document.metadata.published;
  if (!field) return escape_html(page.view.words("text.unknown"));
  return absl::StrCat("<time datetime=\"", escape_html(field.value.text), "\">",
                      escape_html(published_in_words(field.value, page.view.words)), "</time>");
}

// A link to the article on the net, to be followed by the reader; the page itself loads nothing.
std::string source(const Page& page, const Document& document) {
  const std::string name =
      escape_html(document.metadata.source.value.empty() ? page.view.words("text.no_source")
                                                         : document.metadata.source.value);
  const std::string& url = document.metadata.url.value;
  if (!absl::StartsWith(url, "https://") && !absl::StartsWith(url, "http://"))
    return absl::StrCat("<b>", name, "</b>");
  return absl::StrCat("<b><a href=\"", escape_html(url), "\" rel=\"noopener noreferrer nofollow\">", name,
                      "</a></b>");
}

std::string table_row(const Page& page, size_t index) {
  const Document& document = page.view.report.documents[index];
  const Words& words = page.view.words;
  const std::string& title = document.metadata.title.value;
  std::string out =
      absl::StrCat("<tr><td>", source(page, document), "<span class=\"id\">", escape_html(document.id),
                   "</span><a class=\"title\" href=\"#d-", index, "\"", html_lang(document), ">",
                   escape_html(title.empty() ? document.path : title), "</a></td><td data-label=\"",
                   escape_html(words("text.published")), "\">", published(page, document), " ",
                   origin_note(page, document.metadata.published.origin), "</td><td data-label=\"",
                   escape_html(words("text.language")), "\">",
                   escape_html(document.metadata.language.value.empty() ? words("text.unknown")
                                                                        : document.metadata.language.value),
                   " ", origin_note(page, document.metadata.language.origin), "</td><td>");
  if (!document.warnings.empty()) {
    absl::StrAppend(&out, "<ul class=\"warn\">");
    for (const std::string& warning : document.warnings)
      absl::StrAppend(&out, "<li>", escape_html(warning), "</li>");
    absl::StrAppend(&out, "</ul>");
  }
  return absl::StrCat(out, "</td></tr>\n");
}

// The text of one article, cut wherever a claim or a piece of page furniture begins or ends.
class MarkedText {
 public:
  MarkedText(const Page& page, uint32_t index) : page_(page), document_(page.view.report.documents[index]) {
    const auto size = static_cast<uint32_t>(document_.text.size());
    for (const uint32_t claim : page.claims_of[index]) {
      const TextSpan span = page.view.claim(claim).span;
      if (!span.empty() && span.end <= size) claims_.push_back(claim);
    }
    for (const Segment& segment : document_.segments) {
      if (segment.kind == SegmentKind::boilerplate) furniture_.spans.push_back(segment.span);
      if (segment.kind == SegmentKind::title) titles_.spans.push_back(segment.span);
    }
    find_cuts(size);
  }

  std::string write() {
    uint32_t begin = 0;
    while (begin < document_.text.size()) {
      const size_t stop = document_.text.find('\n', begin);
      const auto end = static_cast<uint32_t>(std::min(stop, document_.text.size()));
      if (end > begin) paragraph({begin, end});
      begin = end + 1;
    }
    return std::move(out_);
  }

 private:
  // Spans in the order of the text, asked for one place after the other.
  struct Cover {
    std::vector<TextSpan> spans;
    size_t next = 0;

    bool covers(TextSpan span) {
      while (next < spans.size() && spans[next].end <= span.begin) ++next;
      return next < spans.size() && spans[next].contains(span);
    }
  };

  void find_cuts(uint32_t size) {
    for (const uint32_t index : claims_) {
      cuts_.push_back(page_.view.claim(index).span.begin);
      cuts_.push_back(page_.view.claim(index).span.end);
    }
    for (const TextSpan span : furniture_.spans) cuts_.push_back(span.begin), cuts_.push_back(span.end);
    cuts_.push_back(size);
    std::sort(cuts_.begin(), cuts_.end());
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
  }

  void paragraph(TextSpan span) {
    const char* style = titles_.covers(span)      ? " class=\"headline\""
                        : furniture_.covers(span) ? " class=\"furniture\""
                                                  : "";
    absl::StrAppend(&out_, "<p", style, ">");
    for (uint32_t at = span.begin; at < span.end;) {
      const auto cut = std::upper_bound(cuts_.begin(), cuts_.end(), at);
      const uint32_t end = cut == cuts_.end() ? span.end : std::min(*cut, span.end);
      piece({at, end}, *style == '\0');
      at = end;
    }
    absl::StrAppend(&out_, "</p>\n");
  }

  // Text with the same claims from end to end.
  void piece(TextSpan span, bool plain_paragraph) {
    while (next_ < claims_.size() && page_.view.claim(claims_[next_]).span.begin <= span.begin) {
      absl::StrAppend(&out_, "<span class=\"at\" id=\"c-", claims_[next_], "\"></span>");
      open_.push_back(claims_[next_++]);
    }
    open_.erase(std::remove_if(open_.begin(), open_.end(),
                               [&](uint32_t i) { return page_.view.claim(i).span.end <= span.begin; }),
                open_.end());
    const std::string text = escape_html(document_.slice(span));
    if (open_.empty()) {
      const bool grey = plain_paragraph && furniture_.covers(span);
      absl::StrAppend(&out_, grey ? "<span class=\"furniture\">" : "", text, grey ? "</span>" : "");
      return;
    }
    const uint32_t gravest = *std::min_element(open_.begin(), open_.end(),
                                               [&](uint32_t a, uint32_t b) { return rank(a) < rank(b); });
    absl::StrAppend(&out_, "<a class=\"c ", style(gravest), "\" href=\"#", target(gravest), "\" title=\"",
                    hover(gravest), "\">", text, "</a>");
    for (const uint32_t index : open_) {
      if (page_.view.claim(index).span.end <= span.end) references(index, index == gravest);
    }
  }

  // A claim's first finding; a number past all of them when it was not compared.
  size_t rank(uint32_t index) const {
    const auto& findings = page_.findings_of[index];
    return findings.empty() ? page_.view.report.findings.size() : findings.front();
  }

  const Finding* finding(uint32_t index) const {
    const size_t at = rank(index);
    return at < page_.view.report.findings.size() ? &page_.view.report.findings[at] : nullptr;
  }

  std::string target(uint32_t index) const {
    if (const Finding* found = finding(index)) return html_finding_id(*found);
    return page_.left_out[index] ? absl::StrCat("n-", index) : "findings";
  }

  std::string style(uint32_t index) const {
    const Finding* found = finding(index);
    if (!found) return "out";
    switch (found->verdict) {
      case Verdict::contradiction:
        return found->severity == Severity::note ? "contradiction mild" : "contradiction";
      case Verdict::agreement:
        return "agreement";
      case Verdict::single_source:
        break;
    }
    return "single";
  }

  std::string hover(uint32_t index) const {
    const Words& words = page_.view.words;
    const Finding* found = finding(index);
    if (!found) return escape_html(words("text.not_compared"));
    const std::string verdict = words(absl::StrCat("verdict.", to_string(found->verdict)));
    const std::string what =
        page_.view.said(page_.view.subject_and_label(*found), page_.view.value(page_.view.claim(index)));
    return escape_html(page_.view.said(verdict, what));
  }

  // Links to the findings that the marked words themselves do not lead to.
  void references(uint32_t index, bool linked) {
    const auto& findings = page_.findings_of[index];
    for (size_t i = linked ? 1 : 0; i < findings.size(); ++i) {
      const Finding& other = page_.view.report.findings[findings[i]];
      absl::StrAppend(&out_, "<a class=\"ref\" href=\"#", html_finding_id(other), "\" title=\"",
                      escape_html(page_.view.subject_and_label(other)), "\">", escape_html(other.id), "</a>");
    }
  }

  const Page& page_;
  const Document& document_;
  std::vector<uint32_t> claims_;  // of this article, by their place
  Cover furniture_, titles_;
  std::vector<uint32_t> cuts_;  // ascending
  std::vector<uint32_t> open_;  // claims that the piece at hand lies in
  size_t next_ = 0;
  std::string out_;
};

std::string legend(const Page& page) {
  const Words& words = page.view.words;
  std::string out = absl::StrCat("<p class=\"legend\"><span>", escape_html(words("text.legend")), "</span>");
  const std::pair<const char*, const char*> kRows[] = {{"contradiction", "verdict.contradiction"},
                                                       {"contradiction mild", "text.contradiction_note"},
                                                       {"agreement", "verdict.agreement"},
                                                       {"single", "verdict.single_source"},
                                                       {"out", "text.not_compared"}};
  for (const auto& [style, key] : kRows) {
    absl::StrAppend(&out, "<span class=\"c ", style, "\">", escape_html(words(key)), "</span>");
  }
  return absl::StrCat(out, "</p>\n");
}

}  // namespace

std::string html_article_table(const Page& page) {
  const Words& words = page.view.words;
  const auto& documents = page.view.report.documents;
  if (documents.empty()) return "";
  std::string out = absl::StrCat("<section aria-labelledby=\"documents\">\n",
                                 html_heading(page, "documents", "text.documents", documents.size()));
  const bool folded = documents.size() > kManyArticles;
  if (folded)
    absl::StrAppend(&out, "<details class=\"left\">\n<summary>", escape_html(fold_note(page)),
                    "</summary>\n");
  absl::StrAppend(&out, "<table>\n<thead><tr>");
  for (const char* key : {"text.source", "text.published", "text.language", "text.warnings"}) {
    absl::StrAppend(&out, "<th scope=\"col\">", escape_html(words(key)), "</th>");
  }
  absl::StrAppend(&out, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < documents.size(); ++i) absl::StrAppend(&out, table_row(page, i));
  return absl::StrCat(out, "</tbody>\n</table>\n", folded ? "</details>\n" : "", "</section>\n");
}

std::string html_article_texts(const Page& page) {
  const auto& documents = page.view.report.documents;
  if (documents.empty()) return "";
  std::string out = absl::StrCat("<section aria-labelledby=\"texts\">\n<h2 id=\"texts\">",
                                 escape_html(page.view.words("text.full_texts")), "</h2>\n", legend(page));
  for (uint32_t i = 0; i < documents.size(); ++i) {
    const Document& document = documents[i];
    absl::StrAppend(
        &out, "<article class=\"text\" id=\"d-", i, "\" aria-label=\"",
        escape_html(page.view.outlet(document)), "\">\n<header>", source(page, document), " · ",
        published(page, document), " · <span class=\"place\">", escape_html(document.path),
        "</span> · <a href=\"#findings\">", escape_html(page.view.words("text.back")),
        "</a></header>\n<div class=\"body\"", html_lang(document), ">\n",
        document.text.empty()
            ? absl::StrCat("<p class=\"furniture\">", escape_html(page.view.words("page.no_text")), "</p>\n")
            : MarkedText(page, i).write(),
        "</div>\n</article>\n");
  }
  return absl::StrCat(out, "</section>\n");
}

}  // namespace crosscheck
