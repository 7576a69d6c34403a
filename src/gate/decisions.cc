#include "gate/decisions.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/decision_mark.h"
#include "base/lock.h"
#include "base/yaml.h"
#include "gate/entries.h"

namespace crosscheck {
namespace {

constexpr uint64_t kSizeLimit = 64u << 20;
constexpr std::array kRulings = {Ruling::real_conflict, Ruling::not_same, Ruling::right, Ruling::wait};

// A problem of one decision: which field, and what about it.
struct Fault {
  const char* field;
  std::string what;
  std::string fix;
};

std::vector<Fault> faults(const Decision& decision) {
  std::vector<Fault> out;
  if (decision.by.empty())
    out.push_back({"by", "nobody is named who decided", "add 'by: …' with a person's name"});
  if (decision.at.empty()) out.push_back({"at", "no day is told on which it was decided", "add 'at: …'"});
  const auto& values = decision.of.values;
  const bool known = std::find(values.begin(), values.end(), decision.value) != values.end();
  if (decision.ruling == Ruling::right && !known) {
    out.push_back({"value",
                   decision.value.empty() ? std::string("no value is told that is right")
                                          : absl::StrCat("'", decision.value, "' is none of the values"),
                   absl::StrCat("write one of ", absl::StrJoin(values, ", "))});
  }
  if (decision.ruling != Ruling::right && !decision.value.empty())
    out.push_back({"value", "a value goes with 'decision: right' alone", "take the line out"});
  if (decision.ruling == Ruling::wait && decision.until.empty())
    out.push_back({"until", "who waits must say until when", "add 'until: …' with a date"});
  return out;
}

Ruling read_ruling(const YamlNode& node, Problems* problems) {
  const std::string word = node.text(problems);
  for (const Ruling ruling : kRulings) {
    if (word == to_string(ruling)) return ruling;
  }
  if (node.type() == YamlNode::Type::scalar) {
    node.report(absl::StrCat("'", word, "' is no decision"), "write real_conflict, not_same, right or wait",
                problems);
  }
  return Ruling::real_conflict;
}

Decision read_decision(const YamlNode& entry, Problems* problems) {
  entry.expect_keys({"fingerprint", "dossier", "rule", "subject", "attribute", "values", "decision", "value",
                     "by", "at", "note", "until"},
                    problems);
  const auto optional = [&](absl::string_view name) {
    const YamlNode node = entry.at(name);
    return node ? node.text(problems) : "";
  };
  const size_t before = problems->size();
  Decision out;
  out.of = read_key(entry, problems);
  out.ruling = read_ruling(entry.at("decision"), problems);
  out.value = optional("value");
  out.by = optional("by");
  out.at = read_day(entry, "at", problems);
  out.note = optional("note");
  out.until = read_day(entry, "until", problems);
  if (problems->size() > before) return out;
  for (const Fault& fault : faults(out)) {
    const YamlNode field = entry.at(fault.field);
    (field ? field : entry).report(fault.what, fault.fix, problems);
  }
  return out;
}

std::string write_decision(const Decision& decision) {
  return absl::StrCat(write_key(decision.of), write_field("decision", to_string(decision.ruling)),
                      write_field("value", decision.value), write_field("by", decision.by),
                      write_field("at", decision.at), write_field("note", decision.note),
                      write_field("until", decision.until));
}

bool has_errors(const Problems& problems, size_t from) {
  return std::any_of(problems.begin() + static_cast<std::ptrdiff_t>(from), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::error; });
}

// Changes the file under the lock, unless `change` gives false.
template <typename Change>
bool change_file(const std::string& path, Disk* disk, Problems* problems, const Change& change) {
  const size_t before = problems->size();
  const FolderLock lock(path, problems);
  if (!lock.held()) return false;
  std::vector<Decision> decisions = read_decisions(path, *disk, problems);
  if (has_errors(*problems, before)) return false;
  if (!change(&decisions)) return false;
  return disk->write(path, write_decisions(std::move(decisions)), problems);
}

// Puts `decision`, or nothing when it is nullptr, in the place of what is there about the finding; not when
// `seen` is given and is not the mark of that.
bool replace(const std::string& path, absl::string_view fingerprint, const Decision* decision,
             const absl::string_view* seen, bool* changed, Disk* disk, Problems* problems) {
  if (decision) {
    Problems wrong = check_decision(*decision);
    std::move(wrong.begin(), wrong.end(), std::back_inserter(*problems));
    if (!wrong.empty()) return false;
  }
  return change_file(path, disk, problems, [&](std::vector<Decision>* decisions) {
    const auto about = [&](const Decision& old) { return old.of.fingerprint == fingerprint; };
    const auto old = std::find_if(decisions->begin(), decisions->end(), about);
    const std::string mark = decision_mark(old == decisions->end() ? std::nullopt : std::optional(*old));
    if (seen && mark != *seen) return !(*changed = true);
    std::erase_if(*decisions, about);
    if (decision) decisions->push_back(*decision);
    return true;
  });
}

}  // namespace

std::vector<Decision> read_decisions(const std::string& path, const Disk& disk, Problems* problems) {
  const size_t before = problems->size();
  std::string bytes;
  if (disk.kind(path) == Disk::Kind::missing || !disk.read(path, kSizeLimit, &bytes, problems)) return {};
  const YamlFile file = YamlFile::parse(path, std::move(bytes), problems);
  if (has_errors(*problems, before)) return {};
  return read_all(file, "decisions", read_decision, problems);
}

std::string write_decisions(std::vector<Decision> decisions) {
  std::stable_sort(decisions.begin(), decisions.end(),
                   [](const Decision& a, const Decision& b) { return a.of.fingerprint < b.of.fingerprint; });
  std::string out = "# Written by crosscheck; comments are not kept.\nversion: 1\ndecisions:";
  out += decisions.empty() ? " []\n" : "\n";
  for (const Decision& decision : decisions) out += write_decision(decision);
  return out;
}

Problems check_decision(const Decision& decision) {
  Problems out;
  const auto add = [&](std::string what, std::string fix) {
    Problem problem;
    problem.what = std::move(what);
    problem.fix = std::move(fix);
    out.push_back(std::move(problem));
  };
  for (const std::string* day : {&decision.at, &decision.until}) {
    if (!day->empty() && !is_day(*day))
      add(absl::StrCat("'", *day, "' is no date"), "write the year, month and day: 2026-11-26");
  }
  for (Fault& fault : faults(decision)) add(std::move(fault.what), std::move(fault.fix));
  return out;
}

Decision decision_about(const Finding& finding) {
  Decision out;
  out.of = key_of(finding);
  return out;
}

bool record_decision(const std::string& path, const Decision& decision, Disk* disk, Problems* problems) {
  return replace(path, decision.of.fingerprint, &decision, nullptr, nullptr, disk, problems);
}

bool withdraw_decision(const std::string& path, absl::string_view fingerprint, Disk* disk,
                       Problems* problems) {
  return replace(path, fingerprint, nullptr, nullptr, nullptr, disk, problems);
}

bool record_decision(const std::string& path, const Decision& decision, absl::string_view seen, bool* changed,
                     Disk* disk, Problems* problems) {
  return replace(path, decision.of.fingerprint, &decision, &seen, changed, disk, problems);
}

bool withdraw_decision(const std::string& path, absl::string_view fingerprint, absl::string_view seen,
                       bool* changed, Disk* disk, Problems* problems) {
  return replace(path, fingerprint, nullptr, &seen, changed, disk, problems);
}

void apply_decisions(const std::vector<Decision>& decisions, absl::string_view today, Report* report) {
  std::vector<const FindingKey*> keys;
  for (const Decision& decision : decisions) keys.push_back(&decision.of);
  const Answers answers = find_answers(*report, keys);
  const auto lapse = [](const Decision& decision, Lapse why, Finding* finding) {
    finding->lapsed_decision = decision;
    finding->lapse = why;
    if (finding->status == Status::fresh) finding->status = Status::reopened;
  };
  for (size_t f = 0; f < report->findings.size(); ++f) {
    Finding& finding = report->findings[f];
    if (answers.same[f] >= 0) {
      const Decision& decision = decisions[static_cast<size_t>(answers.same[f])];
      const bool over = !decision.until.empty() && absl::string_view(decision.until) < today;
      if (over) {
        lapse(decision, Lapse::date, &finding);
      } else {
        finding.decision = decision;
      }
    } else if (answers.changed[f] >= 0) {
      lapse(decisions[static_cast<size_t>(answers.changed[f])], Lapse::values, &finding);
    }
  }
  report->has_baseline = report->has_baseline || !decisions.empty();
}

}  // namespace crosscheck
