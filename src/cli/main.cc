// The command line: a table of verbs, a table of settings, CLI11 between them.
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "base/text.h"
#include "cli/option_table.h"
#include "cli/session.h"
#include "cli/verbs.h"
#include "crosscheck/formats.h"

namespace crosscheck {

absl::Span<const Verb> verbs() {
  static constexpr Verb kVerbs[] = {
      {"check", "PATH...", 1, true, "compare articles and report what agrees and what does not", run_check},
      {"mentions", "PATH...", 1, true, "print the typed spans of each article as JSON Lines", run_mentions},
      {"claims", "PATH...", 1, true, "print the claims of each article as JSON Lines", run_claims},
      {"explain", "FILE:LINE[:COL] [FILE:LINE]", 1, false,
       "tell why a claim was read as it was, or why two were paired or not", run_explain},
      {"rules", "test|lint|list|show [ID]", 1, false, "what those who write rules need", run_rules},
      {"baseline", "create|accept|prune|diff [PATH...] [ID...]", 1, false,
       "keep the findings that are known, so that a gate stops for others alone", run_baseline},
      {"review", "REPORT|PATH...", 1, true, "decide about contradictions on a page in a browser", run_review},
      {"config", "show", 1, false, "show every setting with its value and where it came from", run_config},
      {"completion", "bash|zsh|fish", 1, false, "print the completion of a shell", run_completion},
      {"manual", "", 0, false, "print the manual page, for man", run_manual},
  };
  return kVerbs;
}

const Verb* verb_named(absl::string_view name) {
  for (const Verb& verb : verbs()) {
    if (name == verb.name) return &verb;
  }
  return nullptr;
}

namespace {

// What CLI11 fills for one verb.
struct Flags {
  std::map<std::string, std::vector<std::string>> options;  // by name
  std::vector<std::string> words;

  std::string text(const std::string& name) const {
    const auto found = options.find(name);
    return found == options.end() || found->second.empty() ? "" : found->second.back();
  }
};

void describe(CLI::App* app, Flags* flags, const Verb& verb) {
  app->add_option("words", flags->words, verb.words)->type_name(verb.words);
  for (const OptionRow& row : options_of_verb(verb)) {
    std::vector<std::string>& target = flags->options[row.name];
    const std::string name = absl::StrCat("--", row.name);
    if (row.is_flag()) {
      app->add_flag(name + "{true}", target, row.help);
      continue;
    }
    CLI::Option* option =
        app->add_option(name, target, row.help)->type_name(row.values)->allow_extra_args(false);
    if (!row.repeatable) option->take_last();
    if (!row.choices().empty()) option->check(CLI::IsMember(row.choices()));
  }
}

int terminal_width() {
  const char* columns = std::getenv("COLUMNS");
  int width = 0;
  if (columns && absl::SimpleAtoi(columns, &width) && width >= 20) return std::min(width, 200);
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
    return std::min<int>(size.ws_col, 200);
  return 80;
}

ExitStatus run_verb(const Verb& verb, Flags& flags) {
  Call call;
  call.words = std::move(flags.words);
  Problems problems;
  std::error_code ignored;
  const std::string named = flags.text("config");
  const std::string config =
      named.empty() ? Settings::find_file(std::filesystem::current_path(ignored).string()) : named;
  if (!config.empty()) call.settings.read_file(config, &problems);
  show(problems);
  if (has_error(problems)) return ExitStatus::wrong_call;
  for (const SettingRow& row : setting_rows()) {
    const std::vector<std::string>& values = flags.options[row.name];
    if (!values.empty()) call.settings.set(row.name, values, "command line");
  }
  const bool draft = verb.of_articles && !call.settings.text("draft").empty();
  if (verb.of_articles && call.words.empty()) call.words = call.settings.get("articles").values;
  // Lines of JSON come on standard input where nothing else is named; a draft may be held against itself.
  if (verb.of_articles && !draft && call.words.empty() && call.settings.text("input") == "jsonl")
    call.words.push_back("-");
  if (!draft && static_cast<int>(call.words.size()) < verb.least_words) {
    std::fputs(absl::StrCat("crosscheck ", verb.name, ": nothing is named\n  write crosscheck ", verb.name,
                            " ", verb.words, "\n")
                   .c_str(),
               stderr);
    return ExitStatus::wrong_call;
  }
  for (const OwnOption& option : own_options()) {
    if (absl::string_view(option.verb) == verb.name) call.own[option.name] = flags.text(option.name);
  }
  call.format = flags.text("format");
  call.output = flags.text("output");
  for (const Format& format : formats()) {
    const std::string path = flags.text(absl::StrCat(format.name, "-output"));
    if (!path.empty()) call.outputs.emplace_back(format.name, path);
  }
  call.terminal = isatty(STDOUT_FILENO) && !std::getenv("NO_COLOR");
  call.width = terminal_width();
  return verb.run(call);
}

// CLI11's errors in the form of all others: what is wrong, then what to do.
ExitStatus wrong_call(const CLI::App& app, const CLI::ParseError& error, const std::string& verb) {
  std::string what = error.what();
  std::string fix = absl::StrCat("see 'crosscheck ", verb.empty() ? "" : verb + " ", "--help'");
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    const std::string flag = what.substr(what.rfind(' ') + 1);
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) names.push_back(option->get_name());
    std::vector<absl::string_view> known(names.begin(), names.end());
    const absl::string_view nearest = nearest_word(flag, known.data(), known.size());
    what = absl::StrCat("'", flag, "' is not known");
    if (!nearest.empty()) fix = absl::StrCat("write ", nearest);
  }
  std::fputs(
      absl::StrCat("crosscheck", verb.empty() ? "" : " " + verb, ": ", show_controls(what), "\n  ", fix, "\n")
          .c_str(),
      stderr);
  return ExitStatus::wrong_call;
}

// What stands where a verb should; nullptr when one does, or a flag.
const char* no_verb(int argc, char** argv) {
  if (argc < 2) return "";
  for (const Verb& verb : verbs()) {
    if (absl::string_view(verb.name) == argv[1]) return nullptr;
  }
  return argv[1][0] == '-' ? nullptr : argv[1];
}

ExitStatus wrong_verb(absl::string_view word) {
  std::vector<absl::string_view> names;
  for (const Verb& verb : verbs()) names.push_back(verb.name);
  const absl::string_view nearest = nearest_word(word, names.data(), names.size());
  std::fputs(
      absl::StrCat(
          "crosscheck: ",
          word.empty() ? "no verb is given" : absl::StrCat("'", show_controls(word), "' is no verb"), "\n  ",
          nearest.empty() || word.empty() ? "see 'crosscheck --help'" : absl::StrCat("write ", nearest), "\n")
          .c_str(),
      stderr);
  return ExitStatus::wrong_call;
}

ExitStatus run(int argc, char** argv) {
  if (const char* word = no_verb(argc, argv)) return wrong_verb(word);
  CLI::App app(
      "crosscheck compares articles about one event: what agrees, what contradicts, what stands on a single "
      "source.",
      "crosscheck");
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string("crosscheck ") + CROSSCHECK_VERSION);
  std::map<std::string, Flags> flags;
  std::map<std::string, CLI::App*> apps;
  for (const Verb& verb : verbs()) {
    apps[verb.name] = app.add_subcommand(verb.name, verb.help);
    describe(apps[verb.name], &flags[verb.name], verb);
  }
  std::string chosen;
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& done) {
    app.exit(done);
    return ExitStatus::ok;
  } catch (const CLI::ParseError& error) {
    for (const auto& [name, sub] : apps) {
      if (sub->parsed()) chosen = name;
    }
    return wrong_call(chosen.empty() ? app : *apps[chosen], error, chosen);
  }
  for (const Verb& verb : verbs()) {
    if (apps[verb.name]->parsed()) return run_verb(verb, flags[verb.name]);
  }
  return ExitStatus::wrong_call;
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  return static_cast<int>(crosscheck::run(argc, argv));
}
