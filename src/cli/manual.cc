// manual: the page that `man crosscheck` shows, in the language of troff.
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "cli/option_table.h"
#include "cli/session.h"

namespace crosscheck {
namespace {

// A hyphen of troff is no minus that can be copied, and a dot or quote at the start of a line is a command.
std::string troff(absl::string_view text) {
  std::string out = absl::StrReplaceAll(text, {{"\\", "\\e"}, {"-", "\\-"}});
  if (!out.empty() && (out[0] == '.' || out[0] == '\'')) out = "\\&" + out;
  return out;
}

std::string option(const OptionRow& row) {
  std::string out = absl::StrCat(".TP\n.B ", troff("--" + row.name));
  if (!row.is_flag()) absl::StrAppend(&out, " \\fI", troff(row.values), "\\fR");
  return absl::StrCat(out, "\n", troff(row.help), row.repeatable ? "; may be given several times" : "", "\n");
}

// Options of every verb first, those of `check` alone apart.
std::string options() {
  std::string all = ".SH OPTIONS\n", own = ".SS Of check alone\n";
  const std::vector<OptionRow> common = options_of_verb(*verb_named("config"));
  for (const OptionRow& row : common) absl::StrAppend(&all, option(row));
  const std::vector<OptionRow> of_check = options_of_verb(*verb_named("check"));
  for (size_t i = common.size(); i < of_check.size(); ++i) absl::StrAppend(&own, option(of_check[i]));
  return all + own;
}

std::string verbs_section() {
  std::string out = ".SH VERBS\n";
  for (const Verb& verb : verbs()) {
    absl::StrAppend(&out, ".TP\n.B ", verb.name, " \\fI", troff(verb.words), "\\fR\n", troff(verb.help),
                    "\n");
  }
  return out;
}

constexpr char kBefore[] =
    ".SH NAME\ncrosscheck \\- compare news articles about one event\n"
    ".SH SYNOPSIS\n.B crosscheck\n.I verb\n[\\fIoption\\fR]... [\\fIword\\fR]...\n"
    ".SH DESCRIPTION\nReads several articles about one event, in French or English, draws the checkable "
    "claims out of each, compares them, "
    "and reports which agree, which contradict each other and which stand on a single source. It needs no "
    "network.\n";

constexpr char kAfter[] =
    ".SH EXIT STATUS\n"
    ".TP\n.B 0\nnothing to stop for\n"
    ".TP\n.B 1\nthe gate found what \\fB\\-\\-fail\\-on\\fR stops for\n"
    ".TP\n.B 2\nthe call, the configuration or a rule is wrong\n"
    ".TP\n.B 3\nsome input could not be read; the rest was checked and reported\n"
    ".SH FILES\n"
    ".TP\n.I crosscheck.yml\nsettings, named as the options are; found by walking up from the working "
    "folder\n"
    ".TP\n.I documents.yml\nsource, date and language of the articles beside it\n"
    ".SH EXAMPLES\n"
    ".TP\n.B crosscheck check articles/ \\-\\-html\\-output report.html\nall conflicts of a folder, side by "
    "side, in one page\n"
    ".TP\n.B crosscheck check \\-\\-draft draft.md sources/ \\-\\-checklist\\-output list.html\n"
    "a draft against its sources, and the list to tick off\n"
    ".TP\n.B crosscheck check articles/ \\-\\-fail\\-on error \\-\\-sarif\\-output report.sarif\nstop a "
    "change that contradicts\n";

}  // namespace

ExitStatus run_manual(const Call& call) {
  const std::string page = absl::StrCat(".TH CROSSCHECK 1 \"\" \"crosscheck ", CROSSCHECK_VERSION, "\"\n",
                                        kBefore, verbs_section(), options(), kAfter);
  return write_output(call.output, page) ? ExitStatus::ok : ExitStatus::wrong_call;
}

}  // namespace crosscheck
