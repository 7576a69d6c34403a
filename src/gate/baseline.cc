#include "gate/baseline.h"

#include <algorithm>
#include <bitset>
#include <numeric>
#include <tuple>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "base/yaml.h"
#include "gate/entries.h"

namespace crosscheck {
namespace {

constexpr uint64_t kSizeLimit = 64u << 20;

Accepted read_entry(const YamlNode& entry, Problems* problems) {
  entry.expect_keys(
      {"fingerprint", "dossier", "rule", "subject", "attribute", "values", "reason", "owner", "expires"},
      problems);
  const auto optional = [&](absl::string_view name) {
    const YamlNode node = entry.at(name);
    return node ? node.text(problems) : "";
  };
  Accepted out;
  out.of = read_key(entry, problems);
  out.reason = optional("reason");
  out.owner = optional("owner");
  out.expires = read_day(entry, "expires", problems);
  return out;
}

std::string read_whole(const std::string& path, const OpenFile& file, Problems* problems) {
  std::string out(static_cast<size_t>(file.size()), '\0');
  if (file.read(0, out.size(), out.data()) == out.size()) return out;
  Problem problem;
  problem.path = path;
  problem.what = "this file could not be read to its end";
  problem.fix = "run again";
  problems->push_back(std::move(problem));
  return {};
}

auto order(const Accepted& entry) {
  return std::tie(entry.of.dossier, entry.of.rule, entry.of.subject, entry.of.attribute,
                  entry.of.fingerprint);
}

}  // namespace

Baseline read_baseline(const std::string& path, const Disk& disk, Problems* problems) {
  if (disk.kind(path) == Disk::Kind::missing) {
    Problem problem;
    problem.path = path;
    problem.what = "there is no such baseline";
    problem.fix = absl::StrCat("write it with 'crosscheck baseline create PATH... --baseline ", path, "'");
    problems->push_back(std::move(problem));
    return {};
  }
  const size_t before = problems->size();
  std::shared_ptr<const OpenFile> open = disk.open(path, kSizeLimit, problems);
  if (!open) return {};
  if (std::vector<PlainEntry> plain; read_plain_baseline(*open, &plain))
    return {std::move(plain), std::move(open)};
  std::string bytes = read_whole(path, *open, problems);
  if (problems->size() > before) return {};
  const YamlFile file = YamlFile::parse(path, std::move(bytes), problems);
  if (problems->size() > before) return {};
  return {read_all(file, "findings", read_entry, problems), std::move(open)};
}

std::string write_baseline(std::vector<Accepted> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const Accepted& a, const Accepted& b) { return order(a) < order(b); });
  std::string out = "# Written by crosscheck; comments are not kept.\nversion: 1\nfindings:";
  out += entries.empty() ? " []\n" : "\n";
  for (const Accepted& entry : entries) {
    absl::StrAppend(&out, write_key(entry.of), write_field("reason", entry.reason),
                    write_field("owner", entry.owner), write_field("expires", entry.expires));
  }
  return out;
}

Accepted accept(const Finding& finding, std::string reason, std::string owner, std::string expires) {
  return {key_of(finding), std::move(reason), std::move(owner), std::move(expires)};
}

std::vector<Accepted> Baseline::all() const {
  std::vector<Accepted> out;
  for (size_t e = 0; e < size(); ++e) out.push_back(at(e));
  return out;
}

std::vector<size_t> Baseline::near(const Report& report) const {
  std::vector<size_t> out(entries_.size());
  std::iota(out.begin(), out.end(), 0);
  if (plain_.empty()) return out;
  absl::flat_hash_set<uint64_t> fingerprints;
  absl::flat_hash_set<uint32_t> questions;
  // Most entries concern no contradiction, and one look at a few bits tells so.
  std::bitset<1 << 12> hints;
  for (const Finding& finding : report.findings) {
    if (finding.verdict != Verdict::contradiction) continue;
    const uint32_t question = mark_of({finding.dossier, finding.subject, finding.attribute});
    questions.insert(question);
    hints.set(question % hints.size());
    const auto number = number_of(finding.fingerprint);
    if (!number) continue;
    fingerprints.insert(*number);
    hints.set(*number % hints.size());
  }
  for (size_t e = 0; e < plain_.size(); ++e) {
    const auto& [fingerprint, question, start] = plain_[e];
    if (!hints[question % hints.size()] && !hints[fingerprint % hints.size()]) continue;
    if (questions.contains(question) || fingerprints.contains(fingerprint)) out.push_back(e);
  }
  return out;
}

void apply_baseline(const Baseline& entries, absl::string_view today, std::vector<bool>* used, Report* part) {
  const std::vector<size_t> near = entries.near(*part);
  std::vector<Accepted> asked;
  std::vector<const FindingKey*> keys;
  for (const size_t e : near) asked.push_back(entries.at(e));
  for (const Accepted& entry : asked) keys.push_back(&entry.of);
  const Answers answers = find_answers(*part, keys);
  used->resize(entries.size());
  for (size_t f = 0; f < part->findings.size(); ++f) {
    const bool same = answers.same[f] >= 0;
    if (!same && answers.changed[f] < 0) continue;
    const auto index = static_cast<size_t>(same ? answers.same[f] : answers.changed[f]);
    const Accepted& entry = asked[index];
    const bool over = !entry.expires.empty() && absl::string_view(entry.expires) < today;
    Finding& finding = part->findings[f];
    finding.accepted = entry;
    finding.accepted_lapse = !same ? Lapse::values : over ? Lapse::date : Lapse::none;
    finding.status = finding.accepted_lapse == Lapse::none ? Status::known : Status::reopened;
    (*used)[near[index]] = true;
  }
}

std::vector<size_t> count_gone(const Baseline& entries, std::vector<bool> used, Report* whole) {
  used.resize(entries.size());
  std::vector<size_t> gone;
  for (size_t e = 0; e < entries.size(); ++e) {
    if (!used[e]) gone.push_back(e);
  }
  whole->has_baseline = true;
  whole->gone = static_cast<int>(gone.size());
  return gone;
}

std::vector<size_t> apply_baseline(const Baseline& entries, absl::string_view today, Report* report) {
  std::vector<bool> used;
  apply_baseline(entries, today, &used, report);
  return count_gone(entries, std::move(used), report);
}

}  // namespace crosscheck
