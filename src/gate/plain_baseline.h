// A quick reader of baselines as write_baseline() lays them out. A baseline may have ten thousand entries and
// is read on every run; a reader of all YAML takes longer for that than checking a small dossier does.
// Everything is looked at once, piece by piece, and nothing is kept but numbers: most entries are never asked
// for.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "base/disk.h"
#include "crosscheck/finding.h"
#include "gate/entries.h"

namespace crosscheck {

// What tells whether an entry is asked for, and where it stands.
struct PlainEntry {
  uint64_t fingerprint;  // its digits as a number
  uint32_t question;     // mark_of() its question
  uint32_t start;        // the first byte of the entry
};

// The same for the same question, within one run of the program; seldom for two.
uint32_t mark_of(const Question& question);
// A fingerprint as a number; nothing for what is no fingerprint.
std::optional<uint64_t> number_of(absl::string_view fingerprint);

// False, with entries of no use, when anything stands in the file that is laid out in another way or is
// wrong: the caller then reads it as YAML, which also tells what is wrong, if something is.
bool read_plain_baseline(const OpenFile& file, std::vector<PlainEntry>* entries);

// All of an entry that read_plain_baseline() found; nothing when the file has been written to since.
std::optional<Accepted> to_accepted(const OpenFile& file, const PlainEntry& entry);

}  // namespace crosscheck
