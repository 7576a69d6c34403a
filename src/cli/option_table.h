// What each verb can be told, in one table: the command line, --help, the manual page and the completions of
// shells are made of it.
#pragma once

#include <string>
#include <vector>

#include "cli/verbs.h"

namespace crosscheck {

struct OptionRow {
  std::string name;    // without its dashes
  std::string values;  // as SettingRow::values; "true|false" is a flag
  std::string help;
  bool repeatable = false;

  bool is_flag() const { return values == "true|false"; }
  // The words that are allowed; empty when any is.
  std::vector<std::string> choices() const;
  // Whether the value is a path, which a shell can complete.
  bool is_path() const { return values == "FILE" || values == "PATH"; }
};

// An option that one verb has for itself and that is no setting.
struct OwnOption {
  const char* verb;
  const char* name;
  const char* values;
  const char* help;
};
absl::Span<const OwnOption> own_options();

std::vector<OptionRow> options_of_verb(const Verb& verb);

// The words that a verb takes first ("test", "lint", …); empty when it takes paths.
std::vector<std::string> words_of_verb(const Verb& verb);

}  // namespace crosscheck
