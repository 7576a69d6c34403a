// check: the whole job.
#include <cstdio>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/session.h"
#include "gate/gate.h"
#include "report/formats.h"

namespace crosscheck {
namespace {

const Format* format_named(absl::string_view name) {
  for (const Format& format : formats()) {
    if (name == format.name) return &format;
  }
  return nullptr;
}

FormatOptions format_options(const Call& call, bool to_terminal) {
  FormatOptions out;
  const std::string colour = call.settings.text("color");
  out.colour = colour == "always" || (colour == "auto" && to_terminal && call.terminal);
  out.width = call.width;
  out.language = call.settings.text("lang");
  out.quiet = call.settings.flag("quiet");
  return out;
}

}  // namespace

ExitStatus run_check(const Call& call) {
  const auto rules = rules_of(call);
  if (!rules) return ExitStatus::wrong_call;
  const Report report = check(options_of(call), *rules);
  bool written = true;
  for (const auto& [format, path] : call.outputs) {
    written &= write_output(path, format_named(format)->render(report, format_options(call, false)));
  }
  // Several files from one run leave the terminal report on standard output unless a format was asked for.
  const Format* format = format_named(call.format.empty() ? "terminal" : call.format);
  written &= write_output(call.output, format->render(report, format_options(call, call.output.empty())));
  // The terminal report says it first already.
  if (!(call.output.empty() && absl::string_view(format->name) == "terminal")) show(report.problems);
  if (!written) return ExitStatus::wrong_call;
  const std::vector<std::string> stops = stopping_findings(report, call.settings.text("fail-on"));
  if (!stops.empty()) {
    std::fputs(absl::StrCat("stopped by ", absl::StrJoin(stops, ", "), " (--fail-on ",
                            call.settings.text("fail-on"), ")\n")
                   .c_str(),
               stderr);
    return ExitStatus::gate;
  }
  return has_error(report.problems) ? ExitStatus::unread : ExitStatus::ok;
}

}  // namespace crosscheck
