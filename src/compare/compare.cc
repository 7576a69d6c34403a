#include "compare/compare.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "compare/conflicts.h"
#include "compare/derived.h"
#include "compare/disputed_names.h"
#include "compare/disputed_quotations.h"
#include "compare/facts.h"
#include "compare/fingerprint.h"
#include "compare/origins.h"
#include "compare/voices.h"
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
    collect_labels();
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
    Finding finding;
    std::stable_sort(cluster.sides.begin(), cluster.sides.end(),
                     [](const Fact& a, const Fact& b) { return a.claims.front() < b.claims.front(); });
    std::stable_sort(cluster.sides.begin(), cluster.sides.end(),
                     [](const Fact& a, const Fact& b) { return a.claims.size() > b.claims.size(); });
    for (size_t s = 0; s < cluster.sides.size(); ++s) {
      for (const uint32_t c : cluster.sides[s].claims) finding.members.push_back({c, static_cast<int>(s)});
    }
    const Claim& first = claim(finding.members.front().claim);
    finding.rule = rule_of(finding);
    finding.dossier = dossier_of(report_, first);
    finding.attribute = attribute_of(finding);
    finding.kind = first.kind;
    finding.subject = subject_of(finding);
    finding.label = label_of(finding);
    settle(cluster, &finding);
    finding.fingerprint = fingerprint(report_, finding);
    report_.findings.push_back(std::move(finding));
  }

  void add(const Derived& derived) {
    Finding finding;
    for (const uint32_t c : derived.told) finding.members.push_back({c, 0});
    for (const uint32_t c : derived.measured) finding.members.push_back({c, 1});
    const Claim& first = claim(finding.members.front().claim);
    finding.rule = rule_of(finding);
    finding.dossier = dossier_of(report_, first);
    finding.attribute = attribute_of(finding);
    finding.kind = first.kind;
    finding.subject = subject_of(finding);
    finding.label = label_of(finding);
    finding.verdict = Verdict::contradiction;
    finding.reason = Reason::derived;
    finding.severity = Severity::warning;
    finding.calculation = derived.calculation;
    std::set<std::string> origins;
    for (const Member& member : finding.members) origins.insert(claim(member.claim).origin);
    finding.independent_origins = static_cast<int>(origins.size());
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

  std::string attribute_of(const Finding& finding) const {
    const auto* role = std::get_if<Role>(&claim(finding.members.front().claim).value);
    const RoleEntry* sole = role ? rulebook_.sole_post(role->role) : nullptr;
    if (sole && finding.members.back().side > 0) return sole->id;
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

  std::string label_of(const Finding& finding) const {
    const auto in = [&](const std::map<std::string, std::string>& label) {
      const auto found = label.find(options_.language);
      return found == label.end() ? "" : found->second;
    };
    if (const RoleEntry* role = rulebook_.role(finding.attribute)) return in(role->label);
    if (const Rule* rule = rulebook_.rule(finding.rule); rule && !in(rule->label).empty()) {
      if (!absl::StrContains(rule->attribute, '@')) return in(rule->label);
      if (absl::StrContains(in(rule->label), '@'))
        return filled_label(*rule, in(rule->label), finding.attribute);
    }
    if (const Concept* known = rulebook_.concept_of(finding.attribute)) return in(known->label);
    return finding.attribute;
  }

  // "@deed of the @thing" with the words for what the attribute, "@deed of @thing", holds in their places.
  std::string filled_label(const Rule& rule, std::string label, absl::string_view attribute) const {
    const std::vector<absl::string_view> names = absl::StrSplit(rule.attribute, ' ');
    const std::vector<absl::string_view> told = absl::StrSplit(attribute, ' ');
    for (size_t i = 0; i < names.size() && i < told.size(); ++i) {
      if (!absl::StartsWith(names[i], "@")) continue;
      const Concept* known = rulebook_.concept_of(told[i]);
      if (!known) continue;
      const auto words = known->label.find(options_.language);
      absl::StrReplaceAll({{names[i], words == known->label.end() ? std::string(told[i]) : words->second}},
                          &label);
    }
    return label;
  }

  // What values and speakers name by id, for people.
  void collect_labels() {
    absl::flat_hash_set<absl::string_view> seen;
    const auto add = [&](const std::string& id) {
      if (id.empty() || !seen.insert(id).second || report_.labels.contains(id)) return;
      const auto in = [&](const std::map<std::string, std::string>& label) {
        const auto found = label.find(options_.language);
        if (found != label.end() && !found->second.empty()) report_.labels[id] = found->second;
      };
      if (const Concept* known = rulebook_.concept_of(id)) in(known->label);
      if (const RoleEntry* role = rulebook_.role(id)) in(role->label);
      if (const EntityEntry* entity = rulebook_.entity(id)) report_.labels[id] = entity->name;
    };
    for (const Claim& claim : report_.claims) {
      add(claim.attribute);
      add(claim.qualifiers.attribution);
      if (!claim.qualifiers.attribution.empty()) {
        report_.labels.try_emplace(claim.qualifiers.attribution, claim.qualifiers.attribution_quote);
      }
      add(claim.qualifiers.place);
      if (!claim.qualifiers.place.empty())
        report_.labels.try_emplace(claim.qualifiers.place, claim.qualifiers.place_name);
      if (const auto* count = std::get_if<Count>(&claim.value)) add(count->unit);
      if (const auto* role = std::get_if<Role>(&claim.value)) add(role->role);
      if (const Rule* rule = rulebook_.rule(claim.rule)) {
        const auto label = rule->label.find(options_.language);
        if (label != rule->label.end() && !absl::StrContains(rule->attribute, '@'))
          report_.labels.try_emplace(claim.attribute, label->second);
        for (const auto& [state, told] : rule->states) {
          const auto words = told.label.find(options_.language);
          if (words != told.label.end())
            report_.labels.try_emplace(absl::StrCat(claim.attribute, ".", rule->path_of(state)),
                                       words->second);
        }
      }
    }
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
    finding->reason = reason(cluster, *finding);
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

  // Whether the draft tells each side itself.
  bool draft_tells_all(const Cluster& cluster) const {
    return std::all_of(cluster.sides.begin(), cluster.sides.end(), [&](const Fact& side) {
      return std::any_of(side.claims.begin(), side.claims.end(),
                         [&](uint32_t c) { return report_.documents[claim(c).document].is_draft; });
    });
  }

  Reason reason(const Cluster& cluster, const Finding& finding) const {
    if (cluster.attributed) return Reason::attributed;
    if (draft_tells_all(cluster)) return Reason::self;
    const Rule* rule = rulebook_.rule(finding.rule);
    const Value& value = claim(finding.members.front().claim).value;
    if (of_one_article(cluster)) return Reason::self;
    const bool state = std::holds_alternative<State>(value);
    const bool changes = state ? !(rule && rule->comparison.lasting) : rule && rule->comparison.grows;
    if (changes && told_one_after_the_other(cluster)) return Reason::update;
    if (state) return one_event(finding) ? Reason::polarity : Reason::state;
    const bool names = rule && (rule->kind == "name" || rule->kind == "quotation");
    if (names) return Reason::value;
    if (std::holds_alternative<EntityName>(value)) return Reason::state;
    if (std::holds_alternative<Date>(value) || std::holds_alternative<ClockTime>(value)) return Reason::date;
    const bool bound = std::any_of(finding.members.begin(), finding.members.end(), [&](const Member& member) {
      const Interval* amount = amount_of(claim(member.claim).value);
      return amount && amount->form != Form::exact;
    });
    return bound ? Reason::bound : Reason::value;
  }

  // Whether no two articles tell different values: each side but one is told only where another is.
  bool of_one_article(const Cluster& cluster) const {
    std::vector<std::set<uint32_t>> documents;
    for (const Fact& side : cluster.sides) documents.push_back(documents_of(report_, side));
    for (size_t i = 0; i < documents.size(); ++i) {
      for (size_t j = i + 1; j < documents.size(); ++j) {
        const auto& small = documents[i].size() < documents[j].size() ? documents[i] : documents[j];
        const auto& large = documents[i].size() < documents[j].size() ? documents[j] : documents[i];
        if (!std::includes(large.begin(), large.end(), small.begin(), small.end())) return false;
      }
    }
    return true;
  }

  // One state, told and denied, as against two that exclude each other.
  bool one_event(const Finding& finding) const {
    std::set<std::string> events;
    for (const Member& member : finding.members) {
      if (const auto* state = std::get_if<State>(&claim(member.claim).value)) events.insert(state->event);
    }
    return events.size() < 2;
  }

  // Whether every article of one side was published before every article of the next, in some order of the
  // sides.
  bool told_one_after_the_other(const Cluster& cluster) const {
    std::vector<std::pair<absl::CivilSecond, absl::CivilSecond>> spans;
    for (const Fact& side : cluster.sides) {
      std::optional<std::pair<absl::CivilSecond, absl::CivilSecond>> span;
      for (const uint32_t c : side.claims) {
        const Document& document = report_.documents[claim(c).document];
        if (document.is_draft) continue;
        const auto& published = document.metadata.published;
        if (!published) return false;
        const absl::CivilSecond at = published.value.local;
        span = span ? std::pair(std::min(span->first, at), std::max(span->second, at)) : std::pair(at, at);
      }
      // A draft is later than all that it was written from, whatever it tells.
      if (!span) return false;
      spans.push_back(*span);
    }
    std::sort(spans.begin(), spans.end());
    for (size_t i = 1; i < spans.size(); ++i) {
      if (spans[i].first <= spans[i - 1].second) return false;
    }
    return true;
  }

  // Numbers are sorted, not the findings themselves, which are large.
  void sort_findings() {
    using Text = const std::string&;
    std::vector<Finding>& all = report_.findings;
    const auto key = [](const Finding& f) {
      return std::tuple<Text, Verdict, int, bool, uint32_t, Text, Text>(
          f.dossier, f.verdict, -static_cast<int>(f.severity), f.rule == "open", f.members.front().claim,
          f.attribute, f.fingerprint);
    };
    std::vector<uint32_t> order(all.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](uint32_t a, uint32_t b) { return key(all[a]) < key(all[b]); });
    std::vector<Finding> sorted;
    sorted.reserve(all.size());
    for (const uint32_t i : order) sorted.push_back(std::move(all[i]));
    all = std::move(sorted);
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
