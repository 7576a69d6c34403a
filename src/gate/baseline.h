// The findings that are accepted as they are, kept in a file that is reviewed like code: baseline.yml.
//
//   version: 1
//   findings:
//     - fingerprint: "6d1f0c2b9a83e745"
//       rule: organisation.employees
//       subject: Solvane
//       attribute: employees
//       values: ["750", "770"]     # what the sides told, in words
//       reason: "the two articles count differently"
//       owner: Claire Martin
//       expires: 2027-01-31        # the last day on which it is accepted
//
// No time of writing, path or line stands in it, so that it changes when what the articles say does, and only
// then. `subject`, `reason`, `owner` and `expires` may be missing, `dossier` may be there. Comments do not
// outlive a change that is made here.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "base/disk.h"
#include "crosscheck/finding.h"
#include "gate/plain_baseline.h"

namespace crosscheck {

// The entries, in the order of the file. Of a long file few are ever asked for: the others stay where they
// are, and of the file as a whole little is ever in memory.
class Baseline {
 public:
  Baseline() = default;
  Baseline(std::vector<Accepted> entries, std::shared_ptr<const OpenFile> file = nullptr)
      : file_(std::move(file)), entries_(std::move(entries)) {}
  // What read_plain_baseline() found in a file.
  Baseline(std::vector<PlainEntry> entries, std::shared_ptr<const OpenFile> file)
      : file_(std::move(file)), plain_(std::move(entries)) {}

  size_t size() const { return entries_.size() + plain_.size(); }
  // Empty when the file was written to since it was read.
  Accepted at(size_t index) const {
    return plain_.empty() ? entries_[index] : to_accepted(*file_, plain_[index]).value_or(Accepted());
  }
  std::vector<Accepted> all() const;
  // False when its file was written to since it was read: nothing that is asked then counts.
  bool unchanged() const { return !file_ || file_->unchanged(); }
  // Indices of the entries that may concern a contradiction of the report: they are about it, or about the
  // question that it answers.
  std::vector<size_t> near(const Report& report) const;

 private:
  std::shared_ptr<const OpenFile> file_;
  std::vector<Accepted> entries_;  // one of these two is empty
  std::vector<PlainEntry> plain_;
};

// With an error in `problems` the result is of no use; a file that is not there is
// one.
Baseline read_baseline(const std::string& path, const Disk& disk, Problems* problems);

// The whole file, sorted by what the entries are about.
std::string write_baseline(std::vector<Accepted> entries);

// An entry for a finding of a report.
Accepted accept(const Finding& finding, std::string reason, std::string owner, std::string expires);

// Sets accepted, accepted_lapse and status of the report's contradictions, and its count of entries that are
// gone. `today` is an ISO day. Returns the indices of the entries that are gone.
std::vector<size_t> apply_baseline(const Baseline& entries, absl::string_view today, Report* report);

// The same in two steps, for a report that comes in parts, each with all that is told of some dossiers. The
// first marks in `used` the entries that a finding of the part answers to; the second goes to what is told of
// the whole.
void apply_baseline(const Baseline& entries, absl::string_view today, std::vector<bool>* used, Report* part);
std::vector<size_t> count_gone(const Baseline& entries, std::vector<bool> used, Report* whole);

}  // namespace crosscheck
