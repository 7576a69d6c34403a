#include "gate/baseline.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "base/yaml.h"
#include "gate/entries.h"
#include "gate/plain_entries.h"

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

// Where a field of an entry goes; nullptr when it is no text or not known.
std::string* place_of(absl::string_view name, Accepted* entry) {
  if (name == "rule") return &entry->of.rule;
  if (name == "subject") return &entry->of.subject;
  if (name == "attribute") return &entry->of.attribute;
  if (name == "reason") return &entry->reason;
  if (name == "owner") return &entry->owner;
  if (name == "expires") return &entry->expires;
  return name == "dossier" ? &entry->of.dossier : nullptr;
}

bool is_whole(const Accepted& entry) {
  return !entry.of.rule.empty() && !entry.of.attribute.empty() &&
         (entry.expires.empty() || is_day(entry.expires));
}

// The file as write_baseline() lays it out; nullopt when it is laid out otherwise or something in it is
// wrong.
std::optional<std::vector<Accepted>> read_plain(absl::string_view bytes) {
  std::vector<Accepted> out;
  absl::flat_hash_set<std::string> fingerprints;
  const auto take = [&](PlainField& field) {
    if (field.name == "fingerprint") {
      if (field.is_list || !is_fingerprint(field.texts[0]) || (!out.empty() && !is_whole(out.back())))
        return false;
      out.emplace_back().of.fingerprint = std::move(field.texts[0]);
      return fingerprints.insert(out.back().of.fingerprint).second;
    }
    Accepted& entry = out.back();
    if (field.is_list) {
      if (field.name != "values" || !entry.of.values.empty()) return false;
      entry.of.values = std::move(field.texts);
      return !entry.of.values.empty();
    }
    std::string* place = place_of(field.name, &entry);
    if (!place || !place->empty() || field.texts[0].empty()) return false;
    *place = std::move(field.texts[0]);
    return true;
  };
  if (!read_plain_entries(bytes, "findings", take)) return std::nullopt;
  if (!out.empty() && !is_whole(out.back())) return std::nullopt;
  return out;
}

auto order(const Accepted& entry) {
  return std::tie(entry.of.dossier, entry.of.rule, entry.of.subject, entry.of.attribute,
                  entry.of.fingerprint);
}

}  // namespace

std::vector<Accepted> read_baseline(const std::string& path, const Disk& disk, Problems* problems) {
  if (disk.kind(path) == Disk::Kind::missing) {
    Problem problem;
    problem.path = path;
    problem.what = "there is no such baseline";
    problem.fix = absl::StrCat("write it with 'crosscheck baseline create PATH... --baseline ", path, "'");
    problems->push_back(std::move(problem));
    return {};
  }
  const size_t before = problems->size();
  std::string bytes;
  if (!disk.read(path, kSizeLimit, &bytes, problems)) return {};
  if (std::optional<std::vector<Accepted>> plain = read_plain(bytes)) return *std::move(plain);
  const YamlFile file = YamlFile::parse(path, std::move(bytes), problems);
  if (problems->size() > before) return {};
  std::vector<Accepted> out;
  std::vector<FindingKey> keys;
  const std::vector<YamlNode> entries = read_entries(file, "findings", problems);
  for (const YamlNode& entry : entries) {
    out.push_back(read_entry(entry, problems));
    keys.push_back(out.back().of);
  }
  report_doubles(entries, keys, problems);
  return out;
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

std::vector<size_t> apply_baseline(const std::vector<Accepted>& entries, absl::string_view today,
                                   Report* report) {
  std::vector<const FindingKey*> keys;
  for (const Accepted& entry : entries) keys.push_back(&entry.of);
  const Answers answers = find_answers(*report, keys);
  std::vector<bool> used(entries.size());
  for (size_t f = 0; f < report->findings.size(); ++f) {
    const bool same = answers.same[f] >= 0;
    const int index = same ? answers.same[f] : answers.changed[f];
    if (index < 0) continue;
    const Accepted& entry = entries[static_cast<size_t>(index)];
    const bool over = !entry.expires.empty() && absl::string_view(entry.expires) < today;
    Finding& finding = report->findings[f];
    finding.accepted = entry;
    finding.accepted_lapse = !same ? Lapse::values : over ? Lapse::date : Lapse::none;
    finding.status = finding.accepted_lapse == Lapse::none ? Status::known : Status::reopened;
    used[static_cast<size_t>(index)] = true;
  }
  std::vector<size_t> gone;
  for (size_t e = 0; e < entries.size(); ++e) {
    if (!used[e]) gone.push_back(e);
  }
  report->has_baseline = true;
  report->gone = static_cast<int>(gone.size());
  return gone;
}

}  // namespace crosscheck
