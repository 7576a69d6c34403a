#include "gate/weigh.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace crosscheck {
namespace {

// Whether two sides are left when the claims that `out` names are taken away.
bool stands_without(const Report& report, const Finding& finding,
                    const std::function<bool(const Claim&)>& out) {
  std::set<int> sides;
  for (const Member& member : finding.members) {
    if (!out(report.claims[member.claim])) sides.insert(member.side);
  }
  return sides.size() > 1;
}

bool is_explained(Reason reason) { return reason == Reason::update || reason == Reason::attributed; }

Severity severity_of(const Policy& policy, const Report& report, const Finding& finding) {
  Severity out = finding.severity;
  if (const auto told = policy.reasons.find(finding.reason); told != policy.reasons.end()) out = told->second;
  if (const auto told = policy.rules.find(finding.rule);
      told != policy.rules.end() && told->second.severity && !is_explained(finding.reason)) {
    out = *told->second.severity;
  }
  for (const auto& [name, source] : policy.sources) {
    if (!source.severity || *source.severity >= out) continue;
    const bool needed = !stands_without(report, finding, [&, source_name = &name](const Claim& claim) {
      return report.documents[claim.document].metadata.source.value == *source_name;
    });
    if (needed) out = *source.severity;
  }
  return out;
}

// The wish of an article that concerns its claim in a finding; nullptr when it has none.
const Ignore* wish(const Report& report, const Finding& finding, const Claim& claim) {
  for (const Ignore& ignore : report.ignores) {
    if (ignore.document != claim.document) continue;
    if (ignore.rule == finding.rule || ignore.rule == claim.rule) return &ignore;
  }
  return nullptr;
}

}  // namespace

bool is_left_out(const Policy& policy, const Document& document) {
  const auto source = policy.sources.find(document.metadata.source.value);
  return source != policy.sources.end() && source->second.ignore;
}

void hold_back(const Policy& policy, std::vector<Claim>* claims) {
  if (policy.rules.empty()) return;
  for (Claim& claim : *claims) {
    const auto rule = policy.rules.find(claim.rule);
    if (rule != policy.rules.end() && rule->second.off && claim.held_back.empty())
      claim.held_back = "its rule is switched off";
  }
}

void weigh_findings(const Policy& policy, Report* report) {
  if (policy.rules.empty() && policy.reasons.empty() && policy.sources.empty()) return;
  for (Finding& finding : report->findings) {
    if (finding.verdict == Verdict::contradiction) finding.severity = severity_of(policy, *report, finding);
  }
  std::stable_sort(report->findings.begin(), report->findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.dossier, a.verdict, b.severity) < std::tie(b.dossier, b.verdict, a.severity);
  });
  for (size_t f = 0; f < report->findings.size(); ++f)
    report->findings[f].id = absl::StrFormat("f-%04d", f + 1);
}

void ignore_findings(Report* report) {
  std::set<const Ignore*> used;
  for (Finding& finding : report->findings) {
    if (finding.verdict != Verdict::contradiction) continue;
    const Ignore* first = nullptr;
    for (const Member& member : finding.members) {
      const Ignore* own = wish(*report, finding, report->claims[member.claim]);
      if (own && !first) first = own;
      if (own) used.insert(own);
    }
    if (first && !stands_without(*report, finding, [&](const Claim& claim) {
          return wish(*report, finding, claim) != nullptr;
        })) {
      finding.ignored = *first;
    }
  }
  for (const Ignore& ignore : report->ignores) {
    if (used.contains(&ignore)) continue;
    report->documents[ignore.document].warnings.push_back(
        absl::StrCat("it asks to ignore the rule ", ignore.rule, " (", ignore.path, ":", ignore.line,
                     "), but no contradiction of that rule concerns it"));
  }
}

}  // namespace crosscheck
