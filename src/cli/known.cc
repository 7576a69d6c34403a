#include "cli/known.h"

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "base/disk.h"
#include "cli/session.h"
#include "gate/baseline.h"
#include "gate/decisions.h"
#include "gate/entries.h"

namespace crosscheck {

// The one place where the clock is asked: whether a decision is over depends on nothing in the articles.
std::string today_of(const Call& call) {
  const std::string given = call.settings.text("today");
  return given.empty() ? absl::FormatTime("%Y-%m-%d", absl::Now(), absl::LocalTimeZone()) : given;
}

Known read_known(const Call& call, Problems* problems) {
  Known out;
  out.today = today_of(call);
  if (!is_day(out.today)) {
    Problem problem;
    problem.what = absl::StrCat("'", out.today, "' is no date");
    problem.fix = "write --today with year, month and day: 2026-11-26";
    problems->push_back(std::move(problem));
  }
  if (const std::string path = call.settings.text("baseline"); !path.empty()) {
    out.has_baseline = true;
    out.baseline_path = path;
    out.baseline = read_baseline(path, real_disk(), problems);
  }
  if (const std::string path = call.settings.text("decisions"); !path.empty())
    out.decisions = read_decisions(path, real_disk(), problems);
  return out;
}

void apply_to_part(const Known& known, std::vector<bool>* used, Report* part) {
  if (known.has_baseline) apply_baseline(known.baseline, known.today, used, part);
  apply_decisions(known.decisions, known.today, part);
}

std::vector<size_t> apply_to_whole(const Known& known, std::vector<bool> used, Report* whole) {
  if (!known.baseline.unchanged()) {
    Problem problem;
    problem.path = known.baseline_path;
    problem.what =
        "this file was changed while the articles were read; what is known and what is new may be wrong here";
    problem.fix = "run again";
    whole->problems.push_back(std::move(problem));
  }
  if (!known.has_baseline) return {};
  return count_gone(known.baseline, std::move(used), whole);
}

std::vector<size_t> apply(const Known& known, Report* report) {
  std::vector<bool> used;
  apply_to_part(known, &used, report);
  return apply_to_whole(known, std::move(used), report);
}

}  // namespace crosscheck
