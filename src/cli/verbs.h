// The verbs of the command line: one row each, one file for a family.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "cli/exit_status.h"
#include "cli/settings.h"

namespace crosscheck {

// A call, parsed: the verb's words and the settings of every source.
struct Call {
  std::vector<std::string> words;  // paths, spots, "test", …
  Settings settings;
  std::string format;  // of what goes to --output or standard output
  std::string output;
  std::map<std::string, std::string> own;  // values of the verb's own flags; "" when not given
  std::vector<std::pair<std::string, std::string>> outputs;  // format, file: --json-output and its like
  bool terminal = false;                                     // standard output is one
  int width = 80;
};

struct Verb {
  const char* name;
  const char* words;  // "PATH…": shown in --help
  int least_words;
  bool of_articles;  // its words are articles, else those of the configuration
  const char* help;
  ExitStatus (*run)(const Call& call);
};

absl::Span<const Verb> verbs();

// The row of a name; nullptr when there is none.
const Verb* verb_named(absl::string_view name);

ExitStatus run_check(const Call& call);
ExitStatus run_mentions(const Call& call);
ExitStatus run_claims(const Call& call);
ExitStatus run_explain(const Call& call);
ExitStatus run_rules(const Call& call);
ExitStatus run_baseline(const Call& call);
ExitStatus run_review(const Call& call);
ExitStatus run_config(const Call& call);
ExitStatus run_completion(const Call& call);
ExitStatus run_manual(const Call& call);

}  // namespace crosscheck
