#include "compare/compare.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "absl/strings/str_format.h"
#include "base/sorted_large.h"
#include "compare/comparators/fit.h"
#include "compare/conflicts.h"
#include "compare/derived.h"
#include "compare/disputed_names.h"
#include "compare/disputed_quotations.h"
#include "compare/facts.h"
#include "compare/fingerprint.h"
#include "compare/labels.h"
#include "compare/origins.h"
#include "compare/reasons.h"
#include "rules/rule.h"

namespace crosscheck {
namespace {

class Assembler {
 public:
  Assembler(const Rulebook& rulebook, const CompareOptions& options, Report* report)
      : rulebook_(rulebook), options_(options), report_(*report) {}

  void run() {
    keep_disputed_names(&report_);
    std::vector<Cluster> quotations = keep_disputed_quotations(&report_);
    find_origins(rulebook_, options_.agencies, &report_);
    const Likeness likeness(rulebook_, report_);
    std::vector<Fact> facts = find_facts(rulebook_, report_, likeness, &report_.refusals);
    std::erase_if(facts,
                  [&](const Fact& fact) { return claim(fact.claims.front()).attribute == kQuotation; });
    for (Cluster& cluster :
         find_conflicts(rulebook_, report_, likeness, std::move(facts), &report_.refusals)) {
      add(std::move(cluster));
    }
    for (const Derived& derived : find_derived(rulebook_, report_, likeness)) add(derived);
    for (Cluster& cluster : quotations) add(std::move(cluster));
    sort_findings();
    collect_labels(rulebook_, options_.language, &report_);
    for (size_t i = 0; i < report_.findings.size(); ++i)
      report_.findings[i].id = absl::StrFormat("f-%04d", i + 1);
    std::sort(report_.not_compared.begin(), report_.not_compared.end(),
              [](const NotCompared& a, const NotCompared& b) { return a.claim < b.claim; });
    std::sort(report_.refusals.begin(), report_.refusals.end(), [](const Refusal& a, const Refusal& b) {
      return std::tie(a.first, a.second, a.reason) < std::tie(b.first, b.second, b.reason);
    });
  }

 private:
  const Claim& claim(uint32_t c) const { return report_.claims[c]; }

  void add(Cluster cluster) {
    std::stable_sort(cluster.sides.begin(), cluster.sides.end(),
                     [](const Fact& a, const Fact& b) { return a.claims.front() < b.claims.front(); });
    std::stable_sort(cluster.sides.begin(), cluster.sides.end(),
                     [](const Fact& a, const Fact& b) { return a.claims.size() > b.claims.size(); });
    std::vector<Member> members;
    for (size_t s = 0; s < cluster.sides.size(); ++s) {
      for (const uint32_t c : cluster.sides[s].claims) members.push_back({c, static_cast<int>(s)});
    }
    Finding finding = finding_of(std::move(members));
    settle(cluster, &finding);
    finish(std::move(finding));
  }

  void add(const Derived& derived) {
    std::vector<Member> members;
    for (const uint32_t c : derived.told) members.push_back({c, 0});
    for (const uint32_t c : derived.measured) members.push_back({c, 1});
    Finding finding = finding_of(std::move(members));
    finding.verdict = Verdict::contradiction;
    finding.reason = Reason::derived;
    finding.severity = Severity::warning;
    finding.calculation = derived.calculation;
    std::set<std::string> origins;
    for (const Member& member : finding.members) origins.insert(claim(member.claim).origin);
    finding.independent_origins = static_cast<int>(origins.size());
    finish(std::move(finding));
  }

  // What it is about; its verdict is left to fill in.
  Finding finding_of(std::vector<Member> members) const {
    Finding finding;
    finding.members = std::move(members);
    const Claim& first = claim(finding.members.front().claim);
    finding.rule = rule_of(finding);
    finding.dossier = dossier_of(report_, first);
    finding.attribute = attribute_of(finding);
    finding.kind = first.kind;
    finding.subject = subject_of(finding);
    finding.label = label_of(rulebook_, options_.language, finding);
    return finding;
  }

  void finish(Finding finding) {
    finding.fingerprint = fingerprint(report_, finding);
    report_.findings.push_back(std::move(finding));
  }

  // A rule stands before "open", should both have read the values.
  std::string rule_of(const Finding& finding) const {
    for (const Member& member : finding.members) {
      if (rulebook_.rule(claim(member.claim).rule)) return claim(member.claim).rule;
    }
    return claim(finding.members.front().claim).rule;
  }

  // "le patron" and "the chief executive" tell the post of a chief executive; empty where none is the
  // narrowest.
  std::string narrowest_post(const Finding& finding) const {
    std::string out;
    for (const Member& member : finding.members) {
      const auto* role = std::get_if<Role>(&claim(member.claim).value);
      if (!role || finding.members.back().side > 0) return "";
      if (out.empty() || rulebook_.is_a(role->role, out)) {
        out = role->role;
      } else if (!rulebook_.is_a(out, role->role)) {
        return "";
      }
    }
    return out;
  }

  std::string attribute_of(const Finding& finding) const {
    const auto* role = std::get_if<Role>(&claim(finding.members.front().claim).value);
    const auto* other = std::get_if<Role>(&claim(finding.members.back().claim).value);
    const RoleEntry* sole = role && other ? rival_post(*role, *other, rulebook_) : nullptr;
    if (sole && finding.members.back().side > 0) return sole->id;
    if (const std::string post = narrowest_post(finding); !post.empty()) return post;
    for (const Member& member : finding.members) {
      if (claim(member.claim).rule == finding.rule) return claim(member.claim).attribute;
    }
    return claim(finding.members.front().claim).attribute;
  }

  // Of what a rule tells of the event nobody is the subject, whatever stands near an open claim of the same.
  std::string subject_of(const Finding& finding) const {
    const Rule* rule = rulebook_.rule(finding.rule);
    if (rule && rule->subject == "event") return "";
    for (const Member& member : finding.members) {
      if (!claim(member.claim).subject.empty()) return claim(member.claim).subject;
    }
    return "";
  }

  void settle(const Cluster& cluster, Finding* finding) const {
    std::set<uint32_t> documents;
    std::set<std::string> origins;
    for (const Member& member : finding->members) {
      documents.insert(claim(member.claim).document);
      // A draft is what is to be checked, no origin of anything.
      if (!report_.documents[claim(member.claim).document].is_draft)
        origins.insert(claim(member.claim).origin);
    }
    finding->independent_origins = static_cast<int>(origins.size());
    if (cluster.sides.size() == 1) {
      finding->verdict = documents.size() > 1 ? Verdict::agreement : Verdict::single_source;
      finding->severity = Severity::note;
      return;
    }
    finding->verdict = Verdict::contradiction;
    finding->reason = reason_of(rulebook_, report_, cluster, *finding);
    const Rule* rule = rulebook_.rule(finding->rule);
    if (rule) {
      finding->allowed = rule->comparison.tolerance;
      // The rule's own sentence, with {sides} still to be filled in by the report.
      const auto message = rule->message.find(options_.language);
      if (message != rule->message.end()) finding->explanation = message->second;
    }
    const bool explained = finding->reason == Reason::update || finding->reason == Reason::attributed;
    finding->severity = explained ? Severity::note : rule ? rule->severity : Severity::warning;
  }

  void sort_findings() {
    using Text = const std::string&;
    const auto key = [](const Finding& f) {
      return std::tuple<Text, Verdict, int, bool, uint32_t, Text, Text>(
          f.dossier, f.verdict, -static_cast<int>(f.severity), f.rule == "open", f.members.front().claim,
          f.attribute, f.fingerprint);
    };
    report_.findings = sorted_large(std::move(report_.findings),
                                    [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  }

  const Rulebook& rulebook_;
  const CompareOptions& options_;
  Report& report_;
};

}  // namespace

void compare_claims(const Rulebook& rulebook, const CompareOptions& options, Report* report) {
  Assembler(rulebook, options, report).run();
}

}  // namespace crosscheck
