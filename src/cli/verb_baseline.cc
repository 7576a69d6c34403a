// baseline create, accept, prune, diff: the file of known findings.
#include <algorithm>
#include <cstdio>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/disk.h"
#include "base/lock.h"
#include "base/text.h"
#include "cli/known.h"
#include "cli/session.h"
#include "gate/baseline.h"
#include "gate/entries.h"

namespace crosscheck {
namespace {

ExitStatus wrong(absl::string_view what, absl::string_view fix) {
  std::fputs(absl::StrCat("crosscheck baseline: ", show_controls(what), "\n  ", fix, "\n").c_str(), stderr);
  return ExitStatus::wrong_call;
}

// "f-0001", or a fingerprint.
bool is_id(absl::string_view word) {
  if (absl::StartsWith(word, "f-"))
    return word.size() > 2 && word.find_first_not_of("0123456789", 2) == absl::string_view::npos;
  return word.size() == 16 && word.find_first_not_of("0123456789abcdef") == absl::string_view::npos;
}

// A call, its report and the baseline that both are about.
struct Job {
  const Call& call;
  std::string path;      // of the baseline
  std::string identity;  // what the path led to before the baseline was read
  std::vector<std::string> ids;
  Known known;
  Report report;
  std::vector<size_t> gone;

  Accepted entry(const Finding& finding) const {
    return accept(finding, call.own.at("reason"), call.own.at("owner"), call.own.at("expires"));
  }
  ExitStatus status() const { return has_error(report.problems) ? ExitStatus::unread : ExitStatus::ok; }
};

std::string told(const FindingKey& key) {
  return show_controls(absl::StrCat(key.rule, " ", key.subject, key.subject.empty() ? "" : " ",
                                    absl::StrJoin(key.values, " / ")));
}

std::string told(const Finding& finding) {
  return absl::StrCat(finding.id, " ", finding.fingerprint, " ", told(key_of(finding)));
}

// What somebody wrote into the file meanwhile is not lost.
bool write(const Job& job, std::vector<Accepted> entries) {
  if (job.known.has_baseline &&
      (!job.known.baseline.unchanged() || real_disk().identity(job.path) != job.identity)) {
    wrong(absl::StrCat(job.path, " was changed while the articles were read"),
          "run again; nothing was changed");
    return false;
  }
  return write_output(job.path, write_baseline(std::move(entries)));
}

ExitStatus create(Job& job) {
  if (real_disk().kind(job.path) != Disk::Kind::missing) {
    return wrong(absl::StrCat("there is ", job.path, " already"),
                 "add to it with 'baseline accept', or take the file away");
  }
  std::vector<Accepted> entries;
  for (const Finding& finding : job.report.findings) {
    const bool doubled = std::any_of(entries.begin(), entries.end(), [&](const Accepted& entry) {
      return entry.of.fingerprint == finding.fingerprint;
    });
    if (finding.verdict == Verdict::contradiction && !doubled) entries.push_back(job.entry(finding));
  }
  const size_t count = entries.size();
  if (!write(job, std::move(entries))) return ExitStatus::wrong_call;
  std::printf("%s: %zu accepted\n", show_controls(job.path).c_str(), count);
  return job.status();
}

// The findings that the ids name; without ids all that are new or reopened. nullopt after telling which id
// names none.
std::optional<std::vector<const Finding*>> chosen(const Job& job) {
  std::vector<const Finding*> out;
  if (job.ids.empty()) {
    for (const Finding& finding : job.report.findings) {
      if (finding.verdict == Verdict::contradiction && finding.is_new()) out.push_back(&finding);
    }
  }
  for (const std::string& id : job.ids) {
    const size_t before = out.size();
    for (const Finding& finding : job.report.findings) {
      if (finding.verdict == Verdict::contradiction && (finding.id == id || finding.fingerprint == id))
        out.push_back(&finding);
    }
    if (out.size() == before) {
      wrong(absl::StrCat("'", id, "' is no contradiction of these articles"),
            "see 'crosscheck baseline diff'; nothing was changed");
      return std::nullopt;
    }
  }
  return out;
}

ExitStatus add(Job& job) {
  const auto findings = chosen(job);
  if (!findings) return ExitStatus::wrong_call;
  std::vector<Accepted> entries = job.known.baseline.all();
  size_t added = 0;
  for (const Finding* finding : *findings) {
    const auto same = std::find_if(entries.begin(), entries.end(), [&](const Accepted& entry) {
      return entry.of.fingerprint == finding->fingerprint;
    });
    // An entry that holds is left as it is; one whose day is past gives way.
    if (same != entries.end() && finding->status == Status::known) continue;
    if (same != entries.end()) entries.erase(same);
    entries.push_back(job.entry(*finding));
    std::printf("+ %s\n", told(*finding).c_str());
    ++added;
  }
  if (added > 0 && !write(job, std::move(entries))) return ExitStatus::wrong_call;
  std::printf("%s: %zu accepted\n", show_controls(job.path).c_str(), added);
  return job.status();
}

ExitStatus prune(Job& job) {
  if (job.status() != ExitStatus::ok) {
    wrong("some articles could not be read, so that it is not known what is gone",
          "mend them first; nothing was changed");
    return ExitStatus::unread;
  }
  std::vector<Accepted> left;
  for (size_t e = 0; e < job.known.baseline.size(); ++e) {
    const Accepted entry = job.known.baseline.at(e);
    if (!std::binary_search(job.gone.begin(), job.gone.end(), e)) {
      left.push_back(entry);
    } else {
      std::printf("- %s %s\n", entry.of.fingerprint.c_str(), told(entry.of).c_str());
    }
  }
  if (!job.gone.empty() && !write(job, std::move(left))) return ExitStatus::wrong_call;
  std::printf("%s: %zu taken out\n", show_controls(job.path).c_str(), job.gone.size());
  return ExitStatus::ok;
}

ExitStatus diff(Job& job) {
  for (const Finding& finding : job.report.findings) {
    if (finding.verdict != Verdict::contradiction || !finding.is_new()) continue;
    std::printf("%c %s", finding.status == Status::reopened ? '~' : '+', told(finding).c_str());
    if (finding.accepted) {
      std::printf(finding.accepted_lapse == Lapse::values ? " (accepted with %s)" : " (accepted until %s)",
                  show_controls(finding.accepted_lapse == Lapse::values
                                    ? absl::StrJoin(finding.accepted->of.values, " / ")
                                    : finding.accepted->expires)
                      .c_str());
    }
    std::printf("\n");
  }
  for (const size_t e : job.gone) {
    const FindingKey key = job.known.baseline.at(e).of;
    std::printf("- %s %s\n", key.fingerprint.c_str(), told(key).c_str());
  }
  const Totals counts = totals(job.report);
  std::printf("%d new, %d reopened, %d known, %d gone\n", counts.fresh, counts.reopened, counts.known,
              counts.gone);
  return job.status();
}

struct Part {
  const char* name;
  bool takes_ids;
  bool reads;    // the baseline is there already
  bool changes;  // it is written
  ExitStatus (*run)(Job& job);
};
constexpr Part kParts[] = {
    {"create", false, false, true, create},
    {"accept", true, true, true, add},
    {"prune", false, true, true, prune},
    {"diff", false, true, false, diff},
};

// Articles and ids stand in any order; a file that is named like an id is an article.
void part_words(Job* job, bool takes_ids, std::vector<std::string>* articles) {
  for (size_t i = 1; i < job->call.words.size(); ++i) {
    const std::string& word = job->call.words[i];
    const bool id = takes_ids && is_id(word) && real_disk().kind(word) == Disk::Kind::missing;
    (id ? job->ids : *articles).push_back(word);
  }
  if (articles->empty()) *articles = job->call.settings.get("articles").values;
}

ExitStatus run_part(const Part& part, const Call& call) {
  const std::string path = call.settings.text("baseline");
  Job job{call, path, real_disk().identity(path), {}, {}, {}, {}};
  if (job.path.empty())
    return wrong("no baseline is named", "add --baseline FILE, or 'baseline: FILE' to crosscheck.yml");
  if (const std::string day = call.own.at("expires"); !day.empty() && !is_day(day))
    return wrong(absl::StrCat("'", day, "' is no date"),
                 "write --expires with year, month and day: 2026-11-26");
  CheckOptions options = options_of(call);
  options.paths.clear();
  part_words(&job, part.takes_ids, &options.paths);
  if (options.paths.empty())
    return wrong("no articles are named", absl::StrCat("write crosscheck baseline ", part.name, " PATH..."));
  const auto rules = rules_of(call);
  if (!rules) return ExitStatus::wrong_call;

  Problems problems;
  std::optional<FolderLock> lock;
  if (part.changes) lock.emplace(job.path, &problems);
  show(problems);
  if (has_error(problems)) return ExitStatus::wrong_call;
  if (part.reads) {
    job.known = read_known(call, &problems);
    show(problems);
    if (has_error(problems)) return ExitStatus::wrong_call;
  }
  job.report = check(options, *rules);
  show(job.report.problems);
  job.gone = apply(job.known, &job.report);
  return part.run(job);
}

}  // namespace

ExitStatus run_baseline(const Call& call) {
  for (const Part& part : kParts) {
    if (call.words[0] == part.name) return run_part(part, call);
  }
  return wrong(absl::StrCat("'", call.words[0], "' is not known"), "write create, accept, prune or diff");
}

}  // namespace crosscheck
