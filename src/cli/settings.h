// What a call is to do: from the command line, else from crosscheck.yml, else built in. Each setting knows
// from where it has its value.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "cli/policy_file.h"
#include "crosscheck/problem.h"

namespace crosscheck {

// One row of the table of settings, which feeds flags, crosscheck.yml, `config show` and --help.
struct SettingRow {
  const char* name;     // "fail-on": the flag without its dashes, the key of crosscheck.yml
  const char* values;   // "FILE", or the words that are allowed: "never|note|warning|error"
  const char* initial;  // built-in value
  const char* help;
  bool repeatable;
};

absl::Span<const SettingRow> setting_rows();

struct Setting {
  std::vector<std::string> values;
  std::string from;  // "built in", "crosscheck.yml:3", "command line"
};

class Settings {
 public:
  Settings();

  // Reads a configuration file; paths in it are relative to its folder.
  void read_file(const std::string& path, Problems* problems);
  // Walks up from `folder` to the first crosscheck.yml; empty when there is none.
  static std::string find_file(std::string folder);

  void set(const std::string& name, std::vector<std::string> values, std::string from);
  const Setting& get(const std::string& name) const { return settings_.at(name); }
  std::string text(const std::string& name) const;  // the last value; "" when there is none
  bool flag(const std::string& name) const { return text(name) == "true"; }
  int number(const std::string& name) const;
  // What a configuration file says of rules, reasons and sources, and where each line of it stands.
  const Policy& policy() const { return policy_; }
  const std::vector<PolicyLine>& policy_lines() const { return policy_lines_; }

 private:
  std::map<std::string, Setting> settings_;
  Policy policy_;
  std::vector<PolicyLine> policy_lines_;
};

}  // namespace crosscheck
