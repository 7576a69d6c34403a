// A quick reader of baselines as write_baseline() lays them out. A baseline may have ten thousand entries and
// is read on every run; a reader of all YAML takes longer for that than checking a small dossier does.
// Nothing is copied: most entries are looked at once and never asked for again.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/finding.h"

namespace crosscheck {

// The fields of an entry as they stand in the file, quotes and all; empty when they are not there.
struct PlainEntry {
  absl::string_view fingerprint, dossier, rule, subject, attribute, values, reason, owner, expires;
};

// False, with entries of no use, when anything stands in the file that is laid out in another way or is
// wrong: the caller then reads it as YAML, which also tells what is wrong, if something is.
bool read_plain_baseline(absl::string_view bytes, std::vector<PlainEntry>* entries);

// What a field tells, without its quotes. It lies in the file or in `room`.
absl::string_view plain_text(absl::string_view field, std::string* room);
Accepted to_accepted(const PlainEntry& entry);

}  // namespace crosscheck
