// The parts of crosscheck.yml that are more than one value each:
//
//   per-rule:
//     letter.signatories: {severity: warning}
//     person.return: {off: true}
//   per-reason:
//     update: warning
//   per-source:
//     Carnet techno: {ignore: true}
//     Le Blog: {severity: note}
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "base/yaml.h"
#include "crosscheck/policy.h"

namespace crosscheck {

class Rulebook;

// One line of the policy, for `config show` and for messages.
struct PolicyLine {
  std::string name;   // "per-rule letter.signatories"
  std::string value;  // "severity: warning"
  std::string from;   // "crosscheck.yml:7"
  Problem place;      // of its key, to be filled in
};

bool is_policy_key(absl::string_view key);
void read_policy(absl::string_view key, const YamlNode& map, const std::string& path, Policy* policy,
                 std::vector<PolicyLine>* lines, Problems* problems);

// Reports rules that are named but not there.
void check_policy(const Policy& policy, const std::vector<PolicyLine>& lines, const Rulebook& rules,
                  Problems* problems);

}  // namespace crosscheck
