#include "cli/session.h"

#include <algorithm>
#include <cstdio>

#include "base/disk.h"

namespace crosscheck {

std::shared_ptr<const Rulebook> rules_of(const Call& call) {
  Problems problems;
  auto rules = load_rules(call.settings.get("rules").values, &problems);
  if (rules) check_policy(call.settings.policy(), call.settings.policy_lines(), *rules, &problems);
  show(problems);
  // Kept to the end of the program: to take it apart costs a millisecond, and nobody needs the room.
  static auto& kept = *new std::shared_ptr<const Rulebook>;
  kept = rules;
  return has_error(problems) ? nullptr : rules;
}

CheckOptions options_of(const Call& call) {
  CheckOptions out;
  out.paths = call.words;
  out.draft = call.settings.text("draft");
  out.documents = call.settings.text("documents");
  out.language = call.settings.text("language");
  out.published = call.settings.text("published");
  out.jsonl = call.settings.text("input") == "jsonl";
  out.dossiers = call.settings.flag("dossiers");
  out.jobs = call.settings.number("jobs");
  out.steps = false;  // no format of a report has them
  out.report_language = call.settings.text("lang");
  out.policy = call.settings.policy();
  return out;
}

void show(const Problems& problems) {
  for (const Problem& problem : problems) std::fputs(to_text(problem).c_str(), stderr);
}

bool has_error(const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::error; });
}

bool write_output(const std::string& path, const std::string& text) {
  return write_pieces(path, [&](const Put& put) {
    put(text);
    return true;
  });
}

bool write_pieces(const std::string& path, const std::function<bool(const Put&)>& make) {
  if (path.empty()) {
    // A reader that closes the pipe has seen enough: no error.
    const bool whole =
        make([](absl::string_view piece) { std::fwrite(piece.data(), 1, piece.size(), stdout); });
    std::fflush(stdout);
    return whole;
  }
  Problems problems;
  const bool done = real_disk().write_pieces(path, make, &problems);
  show(problems);
  return done;
}

}  // namespace crosscheck
