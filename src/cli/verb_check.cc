// check: the whole job.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <future>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/disk.h"
#include "base/text.h"
#include "cli/known.h"
#include "cli/session.h"
#include "crosscheck/formats.h"
#include "gate/gate.h"
#include "report/json_parts.h"

namespace crosscheck {
namespace {

const Format* format_named(absl::string_view name) {
  for (const Format& format : formats()) {
    if (name == format.name) return &format;
  }
  return nullptr;
}

// The folder of the repository around `folder`; the folder itself where there is none.
std::filesystem::path repository_of(const std::filesystem::path& folder) {
  for (std::filesystem::path at = folder; !at.empty(); at = at.parent_path()) {
    if (real_disk().kind((at / ".git").string()) != Disk::Kind::missing) return at;
    if (at == at.parent_path()) break;
  }
  return folder;
}

// A checklist is made of a draft.
bool lacks_draft(const Call& call) {
  if (!call.settings.text("draft").empty()) return false;
  const auto is_checklist = [](absl::string_view format) { return absl::StartsWith(format, "checklist"); };
  return is_checklist(call.format) ||
         std::any_of(call.outputs.begin(), call.outputs.end(),
                     [&](const auto& output) { return is_checklist(output.first); });
}

FormatOptions format_options(const Call& call, bool to_terminal) {
  FormatOptions out;
  const std::string colour = call.settings.text("color");
  out.colour = colour == "always" || (colour == "auto" && to_terminal && call.terminal);
  out.width = call.width;
  out.language = call.settings.text("lang");
  out.show_baselined = call.settings.flag("show-baselined");
  out.quiet = call.settings.flag("quiet");
  const std::string level = call.settings.text("fail-on");
  out.fail_on = level == "note" ? Severity::note : level == "error" ? Severity::error : Severity::warning;
  std::error_code failed;
  const std::filesystem::path here = std::filesystem::current_path(failed);
  if (!failed) {
    out.folder = here.generic_string();
    out.root = repository_of(here).generic_string();
  }
  return out;
}

// Entries that nothing answers to are no fault: the articles were mended, or taken away.
Problem stale(const Call& call, int gone) {
  Problem out;
  out.severity = Severity::note;
  out.path = call.settings.text("baseline");
  out.what = gone == 1 ? "1 entry is about nothing that these articles tell"
                       : absl::StrCat(gone, " entries are about nothing that these articles tell");
  out.fix = "take it out with 'crosscheck baseline prune'";
  if (gone > 1) out.fix = "take them out with 'crosscheck baseline prune'";
  return out;
}

// What the gate stops for; the same list is printed and decides the exit status.
class Stops {
 public:
  explicit Stops(const Call& call) : level_(call.settings.text("fail-on")) {}

  void add(const Report& part) {
    for (const Finding* finding : stopping_findings(part, level_)) {
      ++count_;
      absl::StrAppend(
          &list_, "  ", finding->id, " ", to_string(finding->status), " ", to_string(finding->severity), ": ",
          show_controls(absl::StrCat(finding->subject, finding->subject.empty() ? "" : ", ", finding->label,
                                     ": ", absl::StrJoin(finding->values, " / "))),
          "\n");
    }
  }

  bool any() const { return count_ > 0; }
  void show() const {
    if (!any()) return;
    std::fputs(absl::StrCat("stopped by ", count_, count_ == 1 ? " contradiction" : " contradictions",
                            " (--fail-on ", level_, ")\n", list_)
                   .c_str(),
               stderr);
  }

 private:
  std::string level_;
  size_t count_ = 0;
  std::string list_;
};

// What follows the report: `whole` has what is told of all of it.
ExitStatus end(const Call& call, const Report& whole, const Stops& stops) {
  if (whole.gone > 0) show({stale(call, whole.gone)});
  stops.show();
  if (stops.any()) return ExitStatus::gate;
  return has_error(whole.problems) ? ExitStatus::unread : ExitStatus::ok;
}

// Whether all that is asked for can be written dossier by dossier.
bool is_written_in_parts(const Call& call) {
  return call.format == "json" && call.outputs.empty() && call.settings.text("draft").empty();
}

ExitStatus check_in_parts(const Call& call, const Rulebook& rules, const Known& known) {
  JsonParts parts;
  Stops stops(call);
  std::vector<bool> used;
  Report frame = check_by_dossier(options_of(call), rules, [&](Report part) {
    apply_to_part(known, &used, &part);
    stops.add(part);
    parts.add(part);
  });
  apply_to_whole(known, std::move(used), &frame);
  if (!write_pieces(call.output, [&](const Put& put) { return parts.finish(frame, put); }))
    return ExitStatus::wrong_call;
  show(frame.problems);
  return end(call, frame, stops);
}

}  // namespace

ExitStatus run_check(const Call& call) {
  if (lacks_draft(call)) {
    std::fputs("crosscheck check: a checklist is made of a draft, and none is named\n  write --draft FILE\n",
               stderr);
    return ExitStatus::wrong_call;
  }
  // A long baseline is read while the rules are.
  Problems problems;
  std::future<Known> reading = std::async(std::launch::async, [&] { return read_known(call, &problems); });
  const auto rules = rules_of(call);
  const Known known = reading.get();
  show(problems);
  if (!rules || has_error(problems)) return ExitStatus::wrong_call;
  if (is_written_in_parts(call)) return check_in_parts(call, *rules, known);
  Report report = check(options_of(call), *rules);
  apply(known, &report);
  Stops stops(call);
  stops.add(report);
  bool written = true;
  for (const auto& [format, path] : call.outputs) {
    written &= write_output(path, format_named(format)->render(report, format_options(call, false)));
  }
  // Several files from one run leave the terminal report on standard output unless a format was asked for.
  const Format* format = format_named(call.format.empty() ? "terminal" : call.format);
  written &= write_output(call.output, format->render(report, format_options(call, call.output.empty())));
  // The terminal report says it first already.
  if (!(call.output.empty() && absl::string_view(format->name) == "terminal")) show(report.problems);
  return written ? end(call, report, stops) : ExitStatus::wrong_call;
}

}  // namespace crosscheck
