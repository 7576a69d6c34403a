#include "compare/reasons.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/civil_time.h"
#include "compare/voices.h"
#include "rules/rule.h"

namespace crosscheck {
namespace {

using Span = std::pair<absl::CivilSecond, absl::CivilSecond>;  // first and last, both included

bool is_of_draft(const Report& report, uint32_t claim) {
  return report.documents[report.claims[claim].document].is_draft;
}

// Whether the draft tells each side itself.
bool draft_tells_all(const Report& report, const Cluster& cluster) {
  return std::all_of(cluster.sides.begin(), cluster.sides.end(), [&](const Fact& side) {
    return std::any_of(side.claims.begin(), side.claims.end(),
                       [&](uint32_t c) { return is_of_draft(report, c); });
  });
}

// Whether no two articles tell different values: each side but one is told only where another is.
bool of_one_article(const Report& report, const Cluster& cluster) {
  std::vector<std::set<uint32_t>> documents;
  for (const Fact& side : cluster.sides) documents.push_back(documents_of(report, side));
  for (size_t i = 0; i < documents.size(); ++i) {
    for (size_t j = i + 1; j < documents.size(); ++j) {
      const bool less = documents[i].size() < documents[j].size();
      const auto& small = documents[less ? i : j];
      const auto& large = documents[less ? j : i];
      if (!std::includes(large.begin(), large.end(), small.begin(), small.end())) return false;
    }
  }
  return true;
}

// One state, told and denied, as against two that exclude each other.
bool one_event(const Report& report, const Finding& finding) {
  std::set<std::string> events;
  for (const Member& member : finding.members) {
    if (const auto* state = std::get_if<State>(&report.claims[member.claim].value))
      events.insert(state->event);
  }
  return events.size() < 2;
}

// When the articles of a side were published, drafts apart; nullopt when that of one is not known, or there
// is none.
std::optional<Span> published(const Report& report, const Fact& side) {
  std::optional<Span> span;
  for (const uint32_t c : side.claims) {
    if (is_of_draft(report, c)) continue;
    const auto& told = report.documents[report.claims[c].document].metadata.published;
    if (!told) return std::nullopt;
    const absl::CivilSecond at = told.value.local;
    span = span ? Span(std::min(span->first, at), std::max(span->second, at)) : Span(at, at);
  }
  return span;
}

// Whether every article of one side was published before every article of the next, in some order of the
// sides. A draft is later than all that it was written from, whatever it tells.
bool told_one_after_the_other(const Report& report, const Cluster& cluster) {
  std::vector<Span> spans;
  for (const Fact& side : cluster.sides) {
    const std::optional<Span> span = published(report, side);
    if (!span) return false;
    spans.push_back(*span);
  }
  std::sort(spans.begin(), spans.end());
  for (size_t i = 1; i < spans.size(); ++i) {
    if (spans[i].first <= spans[i - 1].second) return false;
  }
  return true;
}

bool has_bound(const Report& report, const Finding& finding) {
  return std::any_of(finding.members.begin(), finding.members.end(), [&](const Member& member) {
    const Interval* amount = amount_of(report.claims[member.claim].value);
    return amount && amount->form != Form::exact;
  });
}

}  // namespace

Reason reason_of(const Rulebook& rulebook, const Report& report, const Cluster& cluster,
                 const Finding& finding) {
  if (cluster.attributed) return Reason::attributed;
  if (draft_tells_all(report, cluster) || of_one_article(report, cluster)) return Reason::self;
  const Rule* rule = rulebook.rule(finding.rule);
  const Value& value = report.claims[finding.members.front().claim].value;
  const bool state = std::holds_alternative<State>(value);
  const bool changes = state ? !(rule && rule->comparison.lasting) : rule && rule->comparison.grows;
  if (changes && told_one_after_the_other(report, cluster)) return Reason::update;
  if (state) return one_event(report, finding) ? Reason::polarity : Reason::state;
  if (rule && (rule->kind == "name" || rule->kind == "quotation")) return Reason::value;
  if (std::holds_alternative<EntityName>(value)) return Reason::state;
  if (std::holds_alternative<Date>(value) || std::holds_alternative<ClockTime>(value)) return Reason::date;
  return has_bound(report, finding) ? Reason::bound : Reason::value;
}

}  // namespace crosscheck
