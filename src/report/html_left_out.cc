// What no finding holds, by reason.
#include "absl/strings/str_cat.h"
#include "report/escape.h"
#include "report/html.h"

namespace crosscheck {
namespace {

constexpr size_t kContext = 60;  // bytes of the sentence kept on each side of a quote

}  // namespace

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
                      html_quote(page.view.claim(claim), kContext), "</span> ", html_place(page, claim),
                      "</li>\n");
    }
    absl::StrAppend(&out, "</ul>\n</details>\n");
  }
  return absl::StrCat(out, "</section>\n");
}

}  // namespace crosscheck
