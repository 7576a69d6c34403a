#include "gate/entries.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/civil_time.h"
#include "base/yaml_text.h"

namespace crosscheck {
namespace {

Question question(const FindingKey& key) { return {key.dossier, key.subject, key.attribute}; }
Question question(const Finding& finding) { return {finding.dossier, finding.subject, finding.attribute}; }

int shared_values(const FindingKey& key, const Finding& finding) {
  return static_cast<int>(std::count_if(key.values.begin(), key.values.end(), [&](const std::string& value) {
    return std::find(finding.values.begin(), finding.values.end(), value) != finding.values.end();
  }));
}

}  // namespace

bool is_fingerprint(absl::string_view text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == absl::string_view::npos;
}

std::vector<YamlNode> read_entries(const YamlFile& file, absl::string_view list, Problems* problems) {
  const YamlNode root = file.root();
  if (!root || root.type() == YamlNode::Type::null) {
    Problem problem;
    problem.path = file.path();
    problem.what = "this file holds nothing";
    problem.fix = absl::StrCat("write 'version: 1' and '", list, ": []', or take the file away");
    problems->push_back(std::move(problem));
    return {};
  }
  if (root.type() != YamlNode::Type::map) {
    root.report("this is no map", absl::StrCat("write 'version: 1' and '", list, ": …'"), problems);
    return {};
  }
  root.expect_keys({"version", list}, problems);
  const YamlNode version = root.at("version");
  if (const std::string told = version.text(problems); version && told != "1") {
    version.report(absl::StrCat("version ", told, " of this file is not known"),
                   "write 'version: 1', or use a newer crosscheck", problems);
  }
  return root.at(list).items(problems);
}

FindingKey key_of(const Finding& finding) {
  return {finding.fingerprint, finding.dossier,   finding.rule,
          finding.subject,     finding.attribute, finding.values};
}

FindingKey read_key(const YamlNode& entry, Problems* problems) {
  FindingKey key;
  const YamlNode fingerprint = entry.at("fingerprint");
  key.fingerprint = fingerprint.text(problems);
  if (fingerprint.type() == YamlNode::Type::scalar && !is_fingerprint(key.fingerprint)) {
    fingerprint.report(absl::StrCat("'", key.fingerprint, "' is no fingerprint"),
                       "copy the 16 digits that the JSON report tells", problems);
  }
  if (const YamlNode dossier = entry.at("dossier")) key.dossier = dossier.text(problems);
  key.rule = entry.at("rule").text(problems);
  // A finding may have no subject that is known by name.
  if (const YamlNode subject = entry.at("subject")) key.subject = subject.text(problems);
  key.attribute = entry.at("attribute").text(problems);
  const YamlNode values = entry.at("values");
  key.values = values.texts(problems);
  if (!values) values.report("the key 'values' is missing", "add 'values: …'", problems);
  return key;
}

std::string write_field(absl::string_view name, absl::string_view text) {
  return text.empty() ? "" : absl::StrCat("    ", name, ": ", yaml_text(text), "\n");
}

std::string write_key(const FindingKey& key) {
  std::vector<std::string> values;
  for (const std::string& value : key.values) values.push_back(yaml_quoted(value));
  return absl::StrCat("  - fingerprint: ", yaml_quoted(key.fingerprint), "\n",
                      write_field("dossier", key.dossier), write_field("rule", key.rule),
                      write_field("subject", key.subject), write_field("attribute", key.attribute),
                      "    values: [", absl::StrJoin(values, ", "), "]\n");
}

// By hand, as a long baseline has thousands of days.
bool is_day(absl::string_view text) {
  if (text.size() != 10 || text[0] == '0') return false;
  int parts[3] = {}, part = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    if (digit != (at != 4 && at != 7) || (!digit && text[at] != '-')) return false;
    if (digit)
      parts[part] = 10 * parts[part] + (text[at] - '0');
    else
      ++part;
  }
  const absl::CivilDay day(parts[0], parts[1], parts[2]);  // puts right what is no day
  return day.month() == parts[1] && day.day() == parts[2];
}

std::string read_day(const YamlNode& entry, absl::string_view name, Problems* problems) {
  const YamlNode node = entry.at(name);
  if (!node) return "";
  std::string text = node.text(problems);
  if (node.type() == YamlNode::Type::scalar && !is_day(text))
    node.report(absl::StrCat("'", text, "' is no date"), "write the year, month and day: 2026-11-26",
                problems);
  return text;
}

void report_doubles(const std::vector<YamlNode>& entries, const std::vector<FindingKey>& keys,
                    Problems* problems) {
  absl::flat_hash_map<absl::string_view, int> lines;
  for (size_t i = 0; i < keys.size(); ++i) {
    const auto [first, fresh] = lines.try_emplace(keys[i].fingerprint, entries[i].line());
    if (fresh || keys[i].fingerprint.empty()) continue;
    entries[i]
        .at("fingerprint")
        .report(absl::StrCat("the fingerprint ", keys[i].fingerprint,
                             " stands twice, first in the entry of line ", first->second),
                "keep one of the two entries", problems);
  }
}

Answers find_answers(const Report& report, absl::Span<const FindingKey* const> entries) {
  const size_t count = report.findings.size();
  Answers out{std::vector<int>(count, -1), std::vector<int>(count, -1)};
  absl::flat_hash_map<absl::string_view, int> by_fingerprint;
  for (size_t e = 0; e < entries.size(); ++e)
    by_fingerprint.try_emplace(entries[e]->fingerprint, static_cast<int>(e));
  std::vector<bool> used(entries.size());
  std::map<Question, std::vector<size_t>> open;  // findings without an entry, by what they ask
  for (size_t f = 0; f < count; ++f) {
    if (report.findings[f].verdict != Verdict::contradiction) continue;
    const auto found = by_fingerprint.find(report.findings[f].fingerprint);
    if (found == by_fingerprint.end()) {
      open[question(report.findings[f])].push_back(f);
    } else {
      out.same[f] = found->second;
      used[static_cast<size_t>(found->second)] = true;
    }
  }
  if (open.empty()) return out;
  // Of several entries and findings about one question, those go together that share most values.
  std::vector<std::tuple<int, std::string, size_t, size_t>> pairs;
  for (size_t e = 0; e < entries.size(); ++e) {
    if (used[e]) continue;
    const auto findings = open.find(question(*entries[e]));
    if (findings == open.end()) continue;
    for (const size_t f : findings->second) {
      const int shared = shared_values(*entries[e], report.findings[f]);
      // What no rule has read is known by little more than its values.
      if (shared == 0 && report.findings[f].rule == "open") continue;
      pairs.emplace_back(-shared, entries[e]->fingerprint, f, e);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [shared, fingerprint, f, e] : pairs) {
    if (used[e] || out.changed[f] >= 0) continue;
    out.changed[f] = static_cast<int>(e);
    used[e] = true;
  }
  return out;
}

}  // namespace crosscheck
