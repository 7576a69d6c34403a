// What the files of known findings have in common: baseline.yml and decisions.yml are lists of entries, each
// of which names a finding by what it means.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "absl/types/span.h"
#include "base/yaml.h"
#include "crosscheck/finding.h"

namespace crosscheck {

// The entries of a file {version: 1, <list>: […]}, or problems.
std::vector<YamlNode> read_entries(const YamlFile& file, absl::string_view list, Problems* problems);

// The key of a finding as a new entry has it.
FindingKey key_of(const Finding& finding);

// Reads the fields of a key from an entry.
FindingKey read_key(const YamlNode& entry, Problems* problems);
// Lines of an entry, the first with "  - " before it.
std::string write_key(const FindingKey& key);
// "    name: text\n"; nothing when `text` is empty.
std::string write_field(absl::string_view name, absl::string_view text);

// An ISO day that exists: "2026-11-26".
bool is_day(absl::string_view text);
// The day that a field tells; empty when it is not there, and a problem when it is none.
std::string read_day(const YamlNode& entry, absl::string_view name, Problems* problems);

// Reports each fingerprint that an earlier entry has already.
void report_doubles(const std::vector<YamlNode>& entries, const std::vector<FindingKey>& keys,
                    Problems* problems);

// All entries of a file, each as `read_one` reads it; one that is told twice is a problem. `Entry` has its
// key in `of`.
template <typename Entry>
std::vector<Entry> read_all(const YamlFile& file, absl::string_view list,
                            Entry (*read_one)(const YamlNode&, Problems*), Problems* problems) {
  std::vector<Entry> out;
  std::vector<FindingKey> keys;
  const std::vector<YamlNode> entries = read_entries(file, list, problems);
  for (const YamlNode& entry : entries) {
    out.push_back(read_one(entry, problems));
    keys.push_back(out.back().of);
  }
  report_doubles(entries, keys, problems);
  return out;
}

// 16 hex digits, lower case.
bool is_fingerprint(absl::string_view text);

// What a finding asks, whatever the answers are: dossier, subject, attribute. Rules may share an attribute,
// and which of them read the first claim is no part of the question.
using Question = std::tuple<absl::string_view, absl::string_view, absl::string_view>;

// How the contradictions of a report answer to entries: finding by finding the index of its entry, or -1.
struct Answers {
  std::vector<int> same;  // the entry has the finding's fingerprint
  std::vector<int>
      changed;  // the entry is about the same question, but told other values; it has no finding of its own
};
Answers find_answers(const Report& report, absl::Span<const FindingKey* const> entries);

}  // namespace crosscheck
