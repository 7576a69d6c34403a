// review: the editors' page in a browser.
#include <spawn.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "base/disk.h"
#include "cli/known.h"
#include "cli/session.h"
#include "report/report_reader.h"
#include "review/desk.h"
#include "review/server.h"
#include "texts.h"

extern char** environ;

namespace crosscheck {
namespace {

constexpr uint64_t kReportLimit = 1u << 30;
constexpr const char* kDecisions = "decisions.yml";

// Whether the call names one report and no article.
bool names_report(const Call& call) {
  return call.words.size() == 1 && std::filesystem::path(call.words[0]).extension() == ".json" &&
         call.settings.text("input") != "jsonl" && real_disk().kind(call.words[0]) == Disk::Kind::file;
}

// A report read from a file has its articles' texts as far as they are at hand and unchanged.
std::optional<Report> report_of(const Call& call, ExitStatus* status) {
  *status = ExitStatus::wrong_call;
  const auto rules = rules_of(call);
  if (!rules) return std::nullopt;
  if (!names_report(call)) {
    Report report = check(options_of(call), *rules);
    show(report.problems);
    return report;
  }
  Problems problems;
  std::string bytes;
  std::optional<Report> report;
  if (real_disk().read(call.words[0], kReportLimit, &bytes, &problems))
    report = read_report(call.words[0], bytes, &problems);
  show(problems);
  if (report) read_texts(*rules, real_disk(), &*report);
  *status = ExitStatus::unread;
  return report;
}

void open_browser(const std::string& url) {
#ifdef __APPLE__
  const char* program = "open";
#else
  const char* program = "xdg-open";
#endif
  std::string address = url;
  char* const words[] = {const_cast<char*>(program), address.data(), nullptr};
  pid_t child = 0;
  // Where there is none, the address was printed.
  posix_spawnp(&child, program, nullptr, nullptr, words, environ);
}

}  // namespace

ExitStatus run_review(const Call& named) {
  Call call = named;
  int port = 0;
  const std::string wanted = call.own["port"];
  if (!wanted.empty() && (!absl::SimpleAtoi(wanted, &port) || port < 0 || port > 65535)) {
    std::fputs(
        absl::StrCat("crosscheck review: '", wanted, "' is no port\n  write a number from 0 to 65535\n")
            .c_str(),
        stderr);
    return ExitStatus::wrong_call;
  }
  if (call.settings.text("decisions").empty()) call.settings.set("decisions", {kDecisions}, "built in");
  const std::string file = call.settings.text("decisions");
  Problems problems;
  Known known = read_known(call, &problems);
  show(problems);
  if (has_error(problems)) return ExitStatus::wrong_call;
  known.decisions.clear();  // the desk reads them anew each time
  ExitStatus status = ExitStatus::ok;
  std::optional<Report> report = report_of(call, &status);
  if (!report) return status;
  apply(known, &*report);
  Desk desk(
      *std::move(report), file, call.settings.text("lang"), [&call] { return today_of(call); }, &real_disk());
  const auto ready = [&](const std::string& url) {
    std::printf("%s\ndecisions are written to %s; Ctrl-C ends the review\n", url.c_str(), file.c_str());
    std::fflush(stdout);
    const bool screen = std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY");
    if (call.own["no-browser"].empty() && call.terminal && screen) open_browser(url);
  };
  problems.clear();
  const bool served = serve_review(&desk, port, ready, &problems);
  show(problems);
  return served ? ExitStatus::ok : ExitStatus::wrong_call;
}

}  // namespace crosscheck
