// What editors said about findings, kept in a file that people can read and change: decisions.yml.
//
//   version: 1
//   decisions:
//     - fingerprint: "6d1f0c2b9a83e745"
//       rule: organisation.employees
//       subject: Solvane
//       attribute: employees
//       values: ["750", "770"]     # what the sides told, in words
//       decision: wait             # real_conflict, not_same, right or wait
//       value: "750"               # the side that is right, with `right` alone
//       by: Claire Martin
//       at: 2026-11-26
//       note: "the company answers on Monday"
//       until: 2026-12-31          # the last day on which it holds; `wait` needs one
//
// `subject`, `value`, `note` and `until` may be missing, `dossier` may be there. Comments do not outlive a
// change that is made here.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "base/disk.h"
#include "crosscheck/finding.h"

namespace crosscheck {

// In the order of the file. A file that is not there holds no decision: nobody made one yet. With an error in
// `problems` the result is of no use.
std::vector<Decision> read_decisions(const std::string& path, const Disk& disk, Problems* problems);

// The whole file, sorted by fingerprint.
std::string write_decisions(std::vector<Decision> decisions);

// What is wrong with a decision that did not come from a file; empty when nothing is.
Problems check_decision(const Decision& decision);

// A decision about a finding of a report, to be filled in: its key is set.
Decision decision_about(const Finding& finding);

// Puts a decision into the file, in the place of an earlier one about the same finding. Reads and writes
// under a lock, so that of two callers none loses what the other wrote; the file is replaced whole. False and
// problems when the decision, the file or its folder is wrong; the file is then as it was.
bool record_decision(const std::string& path, const Decision& decision, Disk* disk, Problems* problems);
// Takes back what was decided about a finding. True also when nothing was.
bool withdraw_decision(const std::string& path, absl::string_view fingerprint, Disk* disk,
                       Problems* problems);

// The same two for somebody who has seen what the file holds about the finding: `seen` is the mark of that
// (base/decision_mark). When another has been written since, the file stays as it is, *changed becomes true
// and the result is false without a problem.
bool record_decision(const std::string& path, const Decision& decision, absl::string_view seen, bool* changed,
                     Disk* disk, Problems* problems);
bool withdraw_decision(const std::string& path, absl::string_view fingerprint, absl::string_view seen,
                       bool* changed, Disk* disk, Problems* problems);

// Sets decision, lapsed_decision, lapse and, where one has lapsed, status of the report's contradictions.
// `today` is an ISO day. Call it after the baseline was applied, if there is one: what that knows stays
// known.
void apply_decisions(const std::vector<Decision>& decisions, absl::string_view today, Report* report);

}  // namespace crosscheck
