#include "cli/option_table.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "crosscheck/formats.h"

namespace crosscheck {
namespace {

void add_formats(std::vector<OptionRow>* out) {
  std::vector<std::string> names;
  for (const Format& format : formats()) {
    names.emplace_back(format.name);
    out->push_back(
        {absl::StrCat(format.name, "-output"), "FILE", absl::StrCat("write ", format.help, " to a file")});
  }
  out->push_back({"format", absl::StrJoin(names, "|"), "what goes to standard output or --output"});
}

}  // namespace

std::vector<std::string> OptionRow::choices() const {
  if (is_flag() || !absl::StrContains(values, '|')) return {};
  return absl::StrSplit(values, '|');
}

absl::Span<const OwnOption> own_options() {
  static constexpr OwnOption kOptions[] = {
      {"baseline", "reason", "TEXT", "why the findings are accepted"},
      {"baseline", "owner", "NAME", "who looks after them"},
      {"baseline", "expires", "DATE", "the last day on which they are accepted"},
      {"review", "port", "N", "port of the page on this machine (default: any that is free)"},
      {"review", "no-browser", "true|false", "only print the address"},
  };
  return kOptions;
}

std::vector<OptionRow> options_of_verb(const Verb& verb) {
  std::vector<OptionRow> out = {
      {"config", "FILE", "configuration file (default: crosscheck.yml, found by walking up)"},
      {"output", "FILE", "write to a file instead of standard output"}};
  for (const SettingRow& row : setting_rows())
    out.push_back({row.name, row.values, row.help, row.repeatable});
  if (absl::string_view(verb.name) == "check") add_formats(&out);
  for (const OwnOption& option : own_options()) {
    if (absl::string_view(option.verb) == verb.name) out.push_back({option.name, option.values, option.help});
  }
  return out;
}

std::vector<std::string> words_of_verb(const Verb& verb) {
  const absl::string_view first =
      absl::string_view(verb.words).substr(0, absl::string_view(verb.words).find(' '));
  if (first.empty() || !absl::ascii_islower(static_cast<unsigned char>(first[0]))) return {};
  return absl::StrSplit(first, '|');
}

}  // namespace crosscheck
