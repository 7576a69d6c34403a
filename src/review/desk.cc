#include "review/desk.h"

#include <algorithm>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "gate/decisions.h"
#include "report/html.h"

namespace crosscheck {
namespace {

std::string field(const FormFields& form, const std::string& name) {
  const auto found = form.find(name);
  return found == form.end() ? "" : std::string(absl::StripAsciiWhitespace(found->second));
}

Finding* contradiction_of(const std::string& fingerprint, Report* report) {
  for (Finding& finding : report->findings) {
    if (finding.verdict == Verdict::contradiction && finding.fingerprint == fingerprint) return &finding;
  }
  return nullptr;
}

// "right-1" names the second side. False when the form holds no choice.
bool read_choice(const std::string& choice, const Finding& finding, Decision* decision) {
  for (const Ruling ruling : {Ruling::real_conflict, Ruling::not_same, Ruling::wait}) {
    if (choice == to_string(ruling)) return decision->ruling = ruling, true;
  }
  absl::string_view side = choice;
  size_t number = 0;
  if (!absl::ConsumePrefix(&side, "right-") || !absl::SimpleAtoi(side, &number) ||
      number >= finding.values.size())
    return false;
  decision->ruling = Ruling::right;
  decision->value = finding.values[number];
  return true;
}

std::string in_words(const Problems& problems) {
  std::string out;
  for (const Problem& problem : problems) {
    absl::StrAppend(&out, out.empty() ? "" : "; ", problem.path, problem.path.empty() ? "" : ": ",
                    problem.what, problem.fix.empty() ? "" : ": ", problem.fix);
  }
  return out;
}

}  // namespace

Desk::Desk(Report report, std::string decisions, std::string language, std::function<std::string()> today,
           Disk* disk)
    : report_(std::move(report)),
      undecided_(report_.findings),
      path_(std::move(decisions)),
      language_(std::move(language)),
      today_(std::move(today)),
      disk_(disk) {}

bool Desk::refresh(Problems* problems) {
  const std::vector<Decision> decisions = read_decisions(path_, *disk_, problems);
  if (!problems->empty()) return false;
  report_.findings = undecided_;
  apply_decisions(decisions, today_(), &report_);
  return true;
}

Desk::Reply Desk::page() {
  const std::lock_guard lock(mutex_);
  Problems problems;
  ReviewForm form;
  form.file = path_;
  if (!refresh(&problems)) form.message = in_words(problems);
  return {200, render_review(report_, language_, form), ""};
}

Desk::Reply Desk::answer(const FormFields& form, bool card, int status, std::string message) {
  ReviewForm again;
  again.file = path_;
  const Finding* finding = contradiction_of(field(form, "finding"), &report_);
  if (!message.empty() && finding) again.entered = form, again.finding = finding->fingerprint;
  again.message = std::move(message);
  if (card && finding) return {status, render_review_card(report_, language_, again, *finding), ""};
  // A browser without the script: shown again after a redirect, so that to reload sends nothing twice.
  if (status == 200 && finding) return {303, "", absl::StrCat("./#", html_finding_id(*finding))};
  return {status, render_review(report_, language_, again), ""};
}

Desk::Reply Desk::decide(const FormFields& form, bool card) {
  const std::lock_guard lock(mutex_);
  const Words& words = Words::of(language_);
  Problems problems;
  if (!refresh(&problems)) return answer(form, card, 409, in_words(problems));
  const Finding* finding = contradiction_of(field(form, "finding"), &report_);
  if (!finding) return answer(form, false, 422, words("review.not_there"));

  bool changed = false;
  if (!field(form, "withdraw").empty()) {
    withdraw_decision(path_, finding->fingerprint, field(form, "seen"), &changed, disk_, &problems);
  } else {
    Decision decision = decision_about(*finding);
    if (!read_choice(field(form, "choice"), *finding, &decision))
      return answer(form, card, 422, words("review.no_choice"));
    decision.by = field(form, "by");
    decision.note = field(form, "note");
    decision.until = field(form, "until");
    decision.at = today_();
    record_decision(path_, decision, field(form, "seen"), &changed, disk_, &problems);
  }
  if (!problems.empty()) return answer(form, card, 422, in_words(problems));
  refresh(&problems);
  return changed ? answer(form, card, 409, words("review.changed")) : answer(form, card, 200, "");
}

}  // namespace crosscheck
