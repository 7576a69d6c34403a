// What the page of `crosscheck review` has beside the report: a form under each contradiction. It is an
// ordinary form, which the script only makes quicker.
#include "absl/strings/str_cat.h"
#include "base/decision_mark.h"
#include "report/escape.h"
#include "report/html.h"

namespace crosscheck {
namespace {

constexpr int kLongestName = 100, kLongestNote = 1000;  // letters

// What was typed into this finding's form before it was refused; else what is decided.
class Entered {
 public:
  Entered(const ReviewForm& form, const Finding& finding)
      : form_(form), again_(!form.finding.empty() && form.finding == finding.fingerprint) {
    const auto& decision = finding.decision ? finding.decision : finding.lapsed_decision;
    if (!decision) return;
    made_ = true;
    values_ = {{"by", decision->by}, {"note", decision->note}, {"until", decision->until}};
    values_["choice"] = to_string(decision->ruling);
    for (size_t i = 0; decision->ruling == Ruling::right && i < finding.values.size(); ++i) {
      if (finding.values[i] == decision->value) values_["choice"] = absl::StrCat("right-", i);
    }
  }

  bool made() const { return made_; }
  bool again() const { return again_; }
  std::string operator()(const std::string& name) const {
    const std::map<std::string, std::string>& from = again_ ? form_.entered : values_;
    const auto found = from.find(name);
    return found == from.end() ? "" : found->second;
  }

 private:
  const ReviewForm& form_;
  bool made_ = false;
  bool again_ = false;
  std::map<std::string, std::string> values_;
};

std::string hidden(const char* name, absl::string_view value) {
  return absl::StrCat("<input type=\"hidden\" name=\"", name, "\" value=\"", escape_html(value), "\">");
}

std::string choice(absl::string_view value, absl::string_view shown, const std::string& chosen) {
  return absl::StrCat("<label><input type=\"radio\" name=\"choice\" value=\"", value, "\" required",
                      chosen == value ? " checked" : "", "> ", escape_html(shown), "</label>\n");
}

std::string choices(const Page& page, const Finding& finding, const std::string& chosen) {
  const Words& words = page.view.words;
  std::string out = choice("real_conflict", words("review.real_conflict"), chosen);
  absl::StrAppend(&out, choice("not_same", words("review.not_same"), chosen));
  for (size_t i = 0; i < finding.values.size(); ++i) {
    absl::StrAppend(&out, choice(absl::StrCat("right-", i),
                                 words.fill("review.right", {{"value", finding.values[i]}}), chosen));
  }
  return absl::StrCat(out, choice("wait", words("review.wait"), chosen));
}

std::string input(const Page& page, const char* name, absl::string_view attributes, const Entered& entered) {
  return absl::StrCat("<label class=\"", name, "\">",
                      escape_html(page.view.words(absl::StrCat("review.", name))), " <input name=\"", name,
                      "\" ", attributes, " value=\"", escape_html(entered(name)), "\"></label>\n");
}

}  // namespace

std::string html_review_form(const Page& page, const Finding& finding) {
  if (!page.review) return "";
  const Words& words = page.view.words;
  const Entered entered(*page.review, finding);
  const auto& decision = finding.decision ? finding.decision : finding.lapsed_decision;
  std::string out =
      absl::StrCat("<form class=\"decide\" method=\"post\" action=\"decide\">\n",
                   hidden("finding", finding.fingerprint), hidden("seen", decision_mark(decision)), "\n");
  if (entered.again()) {
    absl::StrAppend(&out, "<p class=\"refused\" role=\"alert\">", escape_html(page.review->message),
                    "</p>\n");
  }
  absl::StrAppend(
      &out, "<fieldset><legend>", escape_html(words("review.decide")), "</legend>\n",
      choices(page, finding, entered("choice")), "</fieldset>\n<div class=\"fields\">\n",
      input(page, "by", absl::StrCat("required autocomplete=\"name\" maxlength=\"", kLongestName, "\""),
            entered),
      input(page, "note", absl::StrCat("autocomplete=\"off\" maxlength=\"", kLongestNote, "\""), entered),
      input(page, "until", "type=\"date\"", entered), "<button>", escape_html(words("review.record")),
      "</button>\n");
  if (entered.made()) {
    absl::StrAppend(&out, "<button name=\"withdraw\" value=\"yes\" class=\"plain\" formnovalidate>",
                    escape_html(words("review.withdraw")), "</button>\n");
  }
  return absl::StrCat(out, "</div>\n</form>\n");
}

std::string html_review_head(const Page& page) {
  if (!page.review) return "";
  std::string out = absl::StrCat(
      "<p class=\"desk\">", escape_html(page.view.words.fill("review.file", {{"file", page.review->file}})),
      " <span role=\"status\" data-recorded=\"", escape_html(page.view.words("review.recorded")),
      "\" data-unsent=\"", escape_html(page.view.words("review.unsent")), "\"></span></p>\n");
  if (page.review->finding.empty() && !page.review->message.empty()) {
    absl::StrAppend(&out, "<p class=\"refused\" role=\"alert\">", escape_html(page.review->message),
                    "</p>\n");
  }
  return out;
}

}  // namespace crosscheck
