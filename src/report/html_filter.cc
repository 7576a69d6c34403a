// What the findings can be filtered by. The form is hidden until the script, which alone makes it work, shows
// it; so are the keys.
#include <set>

#include "absl/strings/str_cat.h"
#include "report/escape.h"
#include "report/html.h"

namespace crosscheck {
namespace {

struct Choice {
  std::string value, shown;
};

std::string select(const Page& page, const char* name, const char* label,
                   const std::vector<Choice>& choices) {
  std::string out =
      absl::StrCat("<label>", escape_html(page.view.words(label)), " <select name=\"", name,
                   "\"><option value=\"\">", escape_html(page.view.words("page.all")), "</option>");
  for (const Choice& choice : choices) {
    absl::StrAppend(&out, "<option value=\"", escape_html(choice.value), "\">", escape_html(choice.shown),
                    "</option>");
  }
  return absl::StrCat(out, "</select></label>\n");
}

// One for each word that a finding can carry, in the order of the enumeration.
std::vector<Choice> worded(const Page& page, absl::string_view prefix,
                           std::initializer_list<const char*> names) {
  std::vector<Choice> out;
  for (const char* name : names) out.push_back({name, page.view.words(absl::StrCat(prefix, name))});
  return out;
}

std::vector<Choice> sources(const Page& page) {
  std::vector<Choice> out;
  for (size_t i = 0; i < page.outlets.size(); ++i) out.push_back({absl::StrCat(i), page.outlets[i]});
  return out;
}

std::vector<Choice> same(const std::set<std::string>& values) {
  std::vector<Choice> out;
  for (const std::string& value : values) out.push_back({value, value});
  return out;
}

}  // namespace

std::string html_filter(const Page& page) {
  const Words& words = page.view.words;
  std::set<std::string> rules, dossiers;
  for (const Finding& finding : page.view.report.findings) {
    rules.insert(finding.rule);
    if (!finding.dossier.empty()) dossiers.insert(finding.dossier);
  }
  std::string out =
      absl::StrCat("<form class=\"filter\" role=\"search\" aria-label=\"", escape_html(words("text.filter")),
                   "\" hidden>\n<label class=\"words\">", escape_html(words("text.filter")),
                   " <input type=\"search\" name=\"q\" autocomplete=\"off\" placeholder=\"",
                   escape_html(words("text.filter_hint")), "\"></label>\n");
  absl::StrAppend(
      &out,
      select(page, "v", "page.verdict",
             worded(page, "verdict.", {"contradiction", "agreement", "single_source"})),
      select(page, "s", "page.severity", worded(page, "severity.", {"error", "warning", "note"})),
      select(page, "n", "page.status",
             worded(page, "page.status_", {"new", "reopened", "known", "decided", "undecided", "ignored"})),
      select(page, "f", "text.source", sources(page)), select(page, "r", "page.rule", same(rules)));
  if (dossiers.size() > 1) absl::StrAppend(&out, select(page, "d", "page.dossier", same(dossiers)));
  return absl::StrCat(out, "<button type=\"reset\">", escape_html(words("page.reset")),
                      "</button>\n<p class=\"shown\" role=\"status\" data-words=\"",
                      escape_html(words("page.shown")), "\" data-none=\"",
                      escape_html(words("text.filter_none")), "\"></p>\n</form>\n");
}

std::string html_filter_data(const Page& page, const Finding& finding) {
  std::set<int> told;
  for (const Member& member : finding.members)
    told.insert(page.outlet_of[page.view.claim(member.claim).document]);
  std::string from = " ";
  for (const int outlet : told) absl::StrAppend(&from, outlet, " ");
  std::string out = absl::StrCat(" data-finding data-v=\"", to_string(finding.verdict), "\"");
  // Only contradictions are grave, new or decided.
  if (finding.verdict == Verdict::contradiction) {
    absl::StrAppend(&out, " data-s=\"", to_string(finding.severity), "\" data-n=\"",
                    to_string(finding.status), finding.decision ? " decided" : " undecided",
                    finding.ignored ? " ignored" : "", "\"");
  }
  absl::StrAppend(&out, " data-f=\"", from, "\" data-r=\"", escape_html(finding.rule), "\"");
  if (!finding.dossier.empty()) absl::StrAppend(&out, " data-d=\"", escape_html(finding.dossier), "\"");
  return out;
}

std::string html_keys(const Page& page) {
  const Words& words = page.view.words;
  std::string out = absl::StrCat("<details class=\"keys\" id=\"keys\" hidden>\n<summary>",
                                 escape_html(words("page.keys")), "</summary>\n<dl>\n");
  constexpr const char* kKeys[][2] = {{"j", "next"}, {"k", "previous"}, {"o", "open"},    {"a", "article"},
                                      {"u", "back"}, {"/", "filter"},   {"Esc", "clear"}, {"?", "help"}};
  for (const auto& [key, what] : kKeys) {
    absl::StrAppend(&out, "<div><dt><kbd>", key, "</kbd></dt><dd>",
                    escape_html(words(absl::StrCat("page.key_", what))), "</dd></div>\n");
  }
  if (page.review) {
    absl::StrAppend(&out, "<div><dt><kbd>1</kbd> …</dt><dd>", escape_html(words("page.key_choose")),
                    "</dd></div>\n");
  }
  return absl::StrCat(out, "</dl>\n<p><label><input type=\"checkbox\" checked> ",
                      escape_html(words("page.keys_on")), "</label></p>\n</details>\n");
}

}  // namespace crosscheck
