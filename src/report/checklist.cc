// The draft as fact-checkers mark it on paper: the whole text underlined by state, then the list with a box
// to tick. One page without a script; state shows by the kind of line as well as by colour, so that it prints
// grey.
#include "report/checklist.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "report/escape.h"
#include "report/files.h"
#include "report/page_policy.h"
#include "report/render.h"

namespace crosscheck {
namespace {

constexpr size_t kSources = 8;  // shown of one item, for it and against it
constexpr std::array<ItemState, 5> kStates = {ItemState::contradicted, ItemState::no_source,
                                              ItemState::elsewhere, ItemState::one_source,
                                              ItemState::confirmed};

class ChecklistPage {
 public:
  ChecklistPage(const Report& report, const FormatOptions& options)
      : view_{report, Words::of(options.language)}, checklist_(report) {}

  std::string write() const {
    const absl::string_view style = report_file("html/checklist.css");
    return fill_slots(
        report_file("html/checklist.html"), "{{", "}}",
        {{"language", escape_html(words()("language"))},
         {"title", escape_html(title())},
         {"style", style},
         {"style_hash", policy_hash(style)},
         {"header", header()},
         {"main", checklist_.draft ? absl::StrCat(text(), list()) : ""},
         {"footer", escape_html(words().fill("text.made_by", {{"version", view_.report.tool_version},
                                                              {"rules", view_.report.rules_digest}}))}});
  }

 private:
  const Words& words() const { return view_.words; }
  const std::vector<DraftItem>& items() const { return view_.report.checklist; }

  std::string title() const {
    if (!checklist_.draft) return words()("checklist.no_draft");
    const std::string& own = checklist_.draft->metadata.title.value;
    return words().fill("checklist.title", {{"title", own.empty() ? checklist_.draft->path : own}});
  }

  std::string header() const {
    std::string out =
        absl::StrCat("<p class=\"brand\">crosscheck</p>\n<h1>", escape_html(title()), "</h1>\n");
    for (const Problem& problem : view_.report.problems)
      absl::StrAppend(&out, "<p class=\"problem\">", escape_html(view_.problem(problem)), "</p>\n");
    if (!checklist_.draft) return out;
    absl::StrAppend(&out, "<p class=\"lede\">", escape_html(words()("checklist.intro")),
                    "</p>\n<ul class=\"legend\">\n");
    for (const ItemState state : kStates) {
      const auto count = std::count_if(checklist_.list.begin(), checklist_.list.end(),
                                       [&](const ListedItem& listed) { return listed.item->state == state; });
      absl::StrAppend(&out, "<li><b>", count, "</b> <span class=\"i ", to_string(state), "\">",
                      escape_html(words()(absl::StrCat("checklist.legend.", to_string(state)))),
                      "</span></li>\n");
    }
    return absl::StrCat(out, "</ul>\n<p class=\"sign\"><span>", escape_html(words()("checklist.by")),
                        "</span> <span>", escape_html(words()("checklist.day")), "</span></p>\n");
  }

  std::string text() const {
    const Document& draft = *checklist_.draft;
    std::string out = absl::StrCat(
        "<section aria-labelledby=\"text\">\n<h2 id=\"text\">", escape_html(words()("checklist.text")),
        "</h2>\n<p class=\"place\">", escape_html(draft.path), "</p>\n<div class=\"body\"",
        draft.metadata.language.value.empty()
            ? ""
            : absl::StrCat(" lang=\"", escape_html(draft.metadata.language.value), "\""),
        ">\n");
    for (uint32_t begin = 0; begin < draft.text.size();) {
      const auto end = static_cast<uint32_t>(std::min(draft.text.find('\n', begin), draft.text.size()));
      if (end > begin) paragraph({begin, end}, &out);
      begin = end + 1;
    }
    return absl::StrCat(out, "</div>\n</section>\n");
  }

  const char* style_of(TextSpan span) const {
    for (const Segment& segment : checklist_.draft->segments) {
      if (segment.kind == SegmentKind::title && segment.span.overlaps(span)) return " class=\"headline\"";
      if (segment.kind == SegmentKind::boilerplate && segment.span.contains(span))
        return " class=\"furniture\"";
    }
    return "";
  }

  // Cut wherever an item begins or ends; each piece is marked for the smallest item that holds it.
  void paragraph(TextSpan span, std::string* out) const {
    std::vector<size_t> here;
    std::vector<uint32_t> cuts = {span.end};
    for (size_t i = 0; i < items().size(); ++i) {
      if (!items()[i].span.overlaps(span)) continue;
      here.push_back(i);
      for (const uint32_t cut : {items()[i].span.begin, items()[i].span.end}) {
        if (cut > span.begin && cut < span.end) cuts.push_back(cut);
      }
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    absl::StrAppend(out, "<p", style_of(span), ">");
    uint32_t at = span.begin;
    for (const uint32_t cut : cuts) {
      piece({at, cut}, here, out);
      at = cut;
    }
    absl::StrAppend(out, "</p>\n");
  }

  void piece(TextSpan span, const std::vector<size_t>& here, std::string* out) const {
    const DraftItem* inner = nullptr;
    for (const size_t i : here) {
      const DraftItem& item = items()[i];
      if (item.span.contains(span) && (!inner || item.span.size() <= inner->span.size())) inner = &item;
    }
    const std::string shown = escape_html(checklist_.draft->slice(span));
    if (inner) {
      absl::StrAppend(out, "<span class=\"i ", to_string(inner->state), "\">", shown, "</span>");
    } else {
      absl::StrAppend(out, shown);
    }
    bool first = true;
    for (const size_t i : here) {
      if (items()[i].span.end != span.end) continue;
      const int number = checklist_.number_of[i];
      const std::string id = items()[i].repeats ? "" : absl::StrCat(" id=\"t-", number, "\"");
      absl::StrAppend(out, first ? "" : "<sup>,</sup>", "<a class=\"ref\"", id, " href=\"#i-", number, "\">",
                      number, "</a>");
      first = false;
    }
  }

  std::string list() const {
    std::string out = absl::StrCat("<section aria-labelledby=\"list\">\n<h2 id=\"list\">",
                                   escape_html(words()("checklist.list")), " <span class=\"n\">",
                                   checklist_.list.size(), "</span></h2>\n<table>\n<thead><tr>");
    for (const char* key : {"done", "words", "state", "sources"})
      absl::StrAppend(&out, "<th scope=\"col\">", escape_html(words()(absl::StrCat("checklist.", key))),
                      "</th>");
    absl::StrAppend(&out, "</tr></thead>\n<tbody>\n");
    for (const ListedItem& listed : checklist_.list) absl::StrAppend(&out, row(listed));
    return absl::StrCat(out, "</tbody>\n</table>\n</section>\n");
  }

  std::string row(const ListedItem& listed) const {
    const DraftItem& item = *listed.item;
    std::string small = words()(absl::StrCat("checklist.kinds.", to_string(item.kind)));
    absl::StrAppend(&small, words()("list.comma"), item.line, ":", item.column);
    if (listed.repeats > 0)
      absl::StrAppend(&small, words()("list.comma"), words().count("checklist.repeats", listed.repeats));
    std::vector<std::string> lines = sources(item);
    for (const std::string& told : remarks_in_words(item, view_))
      lines.push_back(absl::StrCat("<li class=\"small\">", escape_html(told), "</li>"));
    return absl::StrCat(
        "<tr class=\"", to_string(item.state), "\" id=\"i-", listed.number,
        "\"><td class=\"box\"><label><input type=\"checkbox\" aria-label=\"",
        escape_html(absl::StrCat(words()("checklist.done"), " ", listed.number)), "\"> ", listed.number,
        "</label></td><td><a class=\"what\" href=\"#t-", listed.number, "\">", escape_html(item.quote),
        "</a><span class=\"small\">", escape_html(small), "</span></td><td><span class=\"i ",
        to_string(item.state), "\">", escape_html(state_in_words(item, words())), "</span></td><td>",
        lines.empty() ? "" : absl::StrCat("<ul>", absl::StrJoin(lines, ""), "</ul>"), "</td></tr>\n");
  }

  // One line a source; those that write it as the draft does stand together in one.
  std::vector<std::string> sources(const DraftItem& item) const {
    std::vector<std::string> alike, out;
    for (const ItemSource& source : first_of_each(item)) {
      const Document& document = view_.report.documents[source.document];
      const std::string who =
          absl::StrCat("<b>", escape_html(view_.outlet(document)), "</b> <span class=\"place\">",
                       escape_html(document.id), ":", source.line, ":", source.column, "</span>");
      if (!source.against && source.quote == item.quote) {
        alike.push_back(who);
      } else {
        out.push_back(absl::StrCat("<li", source.against ? " class=\"against\"" : "", "><q>",
                                   escape_html(cut_quote(source.quote)), "</q> ", who, "</li>"));
      }
    }
    const size_t left =
        std::max(alike.size(), kSources) - kSources + std::max(out.size(), kSources) - kSources;
    alike.resize(std::min(alike.size(), kSources));
    out.resize(std::min(out.size(), kSources));
    if (!alike.empty())
      out.push_back(absl::StrCat("<li>", absl::StrJoin(alike, escape_html(words()("list.comma"))), "</li>"));
    if (left > 0) {
      out.push_back(absl::StrCat("<li class=\"small\">",
                                 escape_html(words().fill("text.more", {{"n", absl::StrCat(left)}})),
                                 "</li>"));
    }
    return out;
  }

  View view_;
  Checklist checklist_;
};

}  // namespace

std::string render_checklist(const Report& report, const FormatOptions& options) {
  return ChecklistPage(report, options).write();
}

}  // namespace crosscheck
