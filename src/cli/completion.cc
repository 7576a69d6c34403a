// completion SHELL: what the shell is to offer after "crosscheck", from the tables of verbs and options.
#include <algorithm>
#include <cstdio>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "cli/option_table.h"
#include "cli/session.h"

namespace crosscheck {
namespace {

// Within single quotes of any of the three shells.
std::string quoted(absl::string_view text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"'", "’"}}), "'");
}

std::vector<std::string> verb_names() {
  std::vector<std::string> out;
  for (const Verb& verb : verbs()) out.emplace_back(verb.name);
  return out;
}

std::vector<std::string> flag_names(const Verb& verb) {
  std::vector<std::string> out = {"--help"};
  for (const OptionRow& row : options_of_verb(verb)) out.push_back("--" + row.name);
  return out;
}

// Values depend on the option alone: no two verbs have one of the same name with other values.
std::vector<OptionRow> all_options() { return options_of_verb(*verb_named("check")); }

std::string bash() {
  std::string values, words;
  for (const OptionRow& row : all_options()) {
    const std::vector<std::string> choices = row.choices();
    if (row.is_flag()) continue;
    const std::string offer =
        !choices.empty()
            ? absl::StrCat("COMPREPLY=($(compgen -W ", quoted(absl::StrJoin(choices, " ")), " -- \"$cur\"))")
        : row.is_path() ? "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$cur\"))"
                        : "COMPREPLY=()";
    absl::StrAppend(&values, "    --", row.name, ") ", offer, "; return ;;\n");
  }
  for (const Verb& verb : verbs()) {
    const std::vector<std::string> own = words_of_verb(verb);
    absl::StrAppend(&words, "    ", verb.name, ") flags=", quoted(absl::StrJoin(flag_names(verb), " ")),
                    "; words=", quoted(absl::StrJoin(own, " ")), " ;;\n");
  }
  return absl::StrCat(
      "# bash completion of crosscheck; made by 'crosscheck completion bash'\n"
      "_crosscheck() {\n"
      "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]} flags= "
      "words=\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n"
      "    COMPREPLY=($(compgen -W ",
      quoted(absl::StrCat(absl::StrJoin(verb_names(), " "), " --help --version")),
      " -- \"$cur\"))\n    return\n  fi\n  case $prev in\n", values, "  esac\n  case $verb in\n", words,
      "  esac\n"
      "  if [[ $cur == -* ]]; then\n"
      "    COMPREPLY=($(compgen -W \"$flags\" -- \"$cur\"))\n"
      "  elif [[ -n $words ]]; then\n"
      "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
      "  else\n"
      "    compopt -o filenames\n    COMPREPLY=($(compgen -f -- \"$cur\"))\n"
      "  fi\n"
      "}\n"
      "complete -F _crosscheck crosscheck\n");
}

// Colons and brackets part the fields of zsh's specifications.
std::string zsh_text(absl::string_view text) {
  return absl::StrReplaceAll(text, {{"'", "’"}, {"\\", "\\\\"}, {":", "\\:"}, {"[", "\\["}, {"]", "\\]"}});
}

std::string zsh_option(const OptionRow& row) {
  std::string out =
      absl::StrCat("      '", row.repeatable ? "*" : "", "--", row.name, "[", zsh_text(row.help), "]");
  const std::vector<std::string> choices = row.choices();
  if (!row.is_flag()) {
    absl::StrAppend(&out, ":",
                    zsh_text(row.is_path()     ? "file"
                             : choices.empty() ? row.values
                                               : "value"),
                    ":");
    absl::StrAppend(&out, !choices.empty() ? absl::StrCat("(", absl::StrJoin(choices, " "), ")")
                          : row.is_path()  ? "_files"
                                           : "");
  }
  return out + "'";
}

std::string zsh() {
  std::string names, cases;
  for (const Verb& verb : verbs()) {
    absl::StrAppend(&names, "    '", verb.name, ":", zsh_text(verb.help), "'\n");
    std::vector<std::string> rows = {"      '--help[show what the verb takes]'"};
    for (const OptionRow& row : options_of_verb(verb)) rows.push_back(zsh_option(row));
    const std::vector<std::string> own = words_of_verb(verb);
    rows.push_back(own.empty() ? "      '*:article:_files'"
                               : absl::StrCat("      '1:what:(", absl::StrJoin(own, " "), ")'"));
    absl::StrAppend(&cases, "    ", verb.name, ") _arguments \\\n", absl::StrJoin(rows, " \\\n"), " ;;\n");
  }
  return absl::StrCat(
      "#compdef crosscheck\n# made by 'crosscheck completion zsh'\n_crosscheck() {\n  local -a verbs=(\n",
      names,
      "  )\n  if (( CURRENT == 2 )); then\n    _describe verb verbs\n    return\n  fi\n"
      "  local verb=${words[2]}\n  shift words\n  (( CURRENT-- ))\n  case $verb in\n",
      cases,
      "  esac\n}\nif [[ $funcstack[1] == _crosscheck ]]; then _crosscheck \"$@\"; else compdef _crosscheck "
      "crosscheck; fi\n");
}

std::string fish() {
  std::string out =
      "# fish completion of crosscheck; made by 'crosscheck completion fish'\ncomplete -c crosscheck -n "
      "__fish_use_subcommand -f -l help -d 'show the verbs'\n"
      "complete -c crosscheck -n __fish_use_subcommand -f -l version -d 'show the version'\n";
  for (const Verb& verb : verbs()) {
    absl::StrAppend(&out, "complete -c crosscheck -n __fish_use_subcommand -f -a ", verb.name, " -d ",
                    quoted(verb.help), "\n");
    const std::string within =
        absl::StrCat("complete -c crosscheck -n '__fish_seen_subcommand_from ", verb.name, "'");
    const std::vector<std::string> own = words_of_verb(verb);
    if (!own.empty()) absl::StrAppend(&out, within, " -f -a ", quoted(absl::StrJoin(own, " ")), "\n");
    for (const OptionRow& row : options_of_verb(verb)) {
      const std::vector<std::string> choices = row.choices();
      absl::StrAppend(&out, within, " -l ", row.name,
                      row.is_flag()   ? ""
                      : row.is_path() ? " -r -F"
                                      : " -x",
                      choices.empty() ? "" : absl::StrCat(" -a ", quoted(absl::StrJoin(choices, " "))),
                      " -d ", quoted(row.help), "\n");
    }
  }
  return out;
}

}  // namespace

ExitStatus run_completion(const Call& call) {
  const std::string& shell = call.words[0];
  const std::string text = shell == "bash" ? bash() : shell == "zsh" ? zsh() : shell == "fish" ? fish() : "";
  if (text.empty()) {
    std::fputs(absl::StrCat("crosscheck completion: '", shell, "' is not known\n  write bash, zsh or fish\n")
                   .c_str(),
               stderr);
    return ExitStatus::wrong_call;
  }
  return write_output(call.output, text) ? ExitStatus::ok : ExitStatus::wrong_call;
}

}  // namespace crosscheck
