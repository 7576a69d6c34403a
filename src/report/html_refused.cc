// Pairs of claims that were compared and not called a conflict, by reason: what the program weighed and let
// go, for those who ask why something is missing among the contradictions.
#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "base/refusals.h"
#include "report/because.h"
#include "report/escape.h"
#include "report/html.h"

namespace crosscheck {
namespace {

// There may be a hundred thousand, and a page should open at once; `explain` tells of any two.
constexpr size_t kReasonsMost = 40;
constexpr size_t kPairsMost = 5;  // of a reason
constexpr size_t kContext = 40;   // bytes of the sentence kept on each side of a quote

using Reasons = std::vector<std::pair<std::string, std::vector<const Refusal*>>>;

// The most frequent first.
Reasons reasons(const Report& report) {
  std::map<std::string, std::vector<const Refusal*>> by_reason;
  for (const Refusal& refusal : report.refusals) by_reason[refusal.reason].push_back(&refusal);
  Reasons out(by_reason.begin(), by_reason.end());
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
  return out;
}

std::string claim(const Page& page, uint32_t index) {
  return absl::StrCat("<span class=\"quote\"", html_lang(page.view.document(page.view.claim(index))), ">",
                      html_quote(page.view.claim(index), kContext), "</span> ", html_place(page, index));
}

std::string pair(const Page& page, const Refusal& refusal) {
  return absl::StrCat("<li>", escape_html(page.view.subject_and_attribute(page.view.claim(refusal.first))),
                      ":<ul><li>", claim(page, refusal.first), "</li><li>", claim(page, refusal.second),
                      "</li></ul></li>\n");
}

std::string group(const Page& page, const std::string& reason, const std::vector<const Refusal*>& pairs) {
  std::string out =
      absl::StrCat("<details class=\"left\">\n<summary>", escape_html(because(page.view.words, reason)),
                   " <span class=\"n\">", pairs.size(), "</span></summary>\n<ul>\n");
  const size_t count = std::min(pairs.size(), kPairsMost);
  for (size_t i = 0; i < count; ++i) absl::StrAppend(&out, pair(page, *pairs[i]));
  return absl::StrCat(out, "</ul>\n</details>\n");
}

// Whether some dossier may have had more than it keeps.
bool may_lack_some(const Page& page) {
  std::map<absl::string_view, size_t> counts;
  const auto dossier = [&](const Refusal& refusal) -> absl::string_view {
    return page.view.document(page.view.claim(refusal.first)).metadata.dossier.value;
  };
  for (const Refusal& refusal : page.view.report.refusals) {
    if (++counts[dossier(refusal)] >= kRefusalsOfFacts) return true;
  }
  return false;
}

}  // namespace

std::string html_refused(const Page& page) {
  const Reasons all = reasons(page.view.report);
  if (all.empty()) return "";
  std::string inside;
  size_t shown = 0;
  for (size_t r = 0; r < std::min(all.size(), kReasonsMost); ++r) {
    shown += std::min(all[r].second.size(), kPairsMost);
    absl::StrAppend(&inside, group(page, all[r].first, all[r].second));
  }
  const size_t count = page.view.report.refusals.size();
  std::string receipt;
  if (shown < count) {
    receipt = absl::StrCat(
        "<p class=\"cut\">",
        escape_html(page.view.words.count("page.refused_cut", static_cast<int64_t>(count - shown))),
        "</p>\n");
  }
  return absl::StrCat("<section aria-labelledby=\"refused\">\n",
                      html_heading(page, "refused", "text.refused", count), "<p>",
                      escape_html(page.view.words("page.refused")), may_lack_some(page) ? " " : "",
                      may_lack_some(page) ? escape_html(page.view.words("page.refused_kept")) : "", "</p>\n",
                      receipt, inside, "</section>\n");
}

}  // namespace crosscheck
