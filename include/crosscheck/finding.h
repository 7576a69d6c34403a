// A group of claims that answer one question, with its verdict, and the report that holds all findings.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "crosscheck/claim.h"
#include "crosscheck/decimal.h"
#include "crosscheck/document.h"
#include "crosscheck/draft.h"
#include "crosscheck/problem.h"

namespace crosscheck {

enum class Verdict { contradiction, agreement, single_source };

enum class Reason { none, value, bound, date, state, polarity, derived, attributed, update, self };

// One claim of a finding: an index into Report::claims, and the side it is on. Sides count from 0, largest
// first.
struct Member {
  uint32_t claim = 0;
  int side = 0;
};

// What a `derived` finding computed: 700 / 770 = 90.9 %, 207 + 12 = 219.
struct Calculation {
  enum class Kind { none, share, sum } kind = Kind::none;
  std::vector<Decimal> terms;
  Decimal result;
};

struct Finding {
  std::string id;           // "f-0001", in the order of the report
  std::string fingerprint;  // of what the finding means; see compare/fingerprint
  std::string dossier;      // empty when the call named one dossier
  Verdict verdict = Verdict::single_source;
  Reason reason = Reason::none;
  Severity severity = Severity::note;
  std::string kind;
  std::string subject;
  std::string attribute;
  std::string label;  // the attribute for people, in the language of the report: "number of employees"
  std::string rule;
  Calculation calculation;  // of `derived` findings
  Decimal allowed;          // percent by which the rule lets exact values differ
  std::string explanation;  // one plain sentence in the language of the report
  int independent_origins = 0;
  bool is_new = true;
  std::vector<Member> members;  // ordered by side, then by document and place
};

struct NotCompared {
  uint32_t claim = 0;
  std::string reason;  // "not compared because …", one clause
};

// Why two claims were not set against each other; kept for `explain`.
struct Refusal {
  uint32_t first = 0;
  uint32_t second = 0;
  std::string reason;
};

// A rule as platforms list it; all rules that the check had, also those that found nothing.
struct RuleInfo {
  std::string id;
  std::string label;  // in the language of the report
  std::string kind;
  Severity severity = Severity::error;
};

struct Report {
  std::string tool_version;
  std::string rules_digest;
  std::vector<Document> documents;  // ordered by id; `text` is kept for the HTML report
  std::vector<Claim> claims;        // ordered by document and place
  std::vector<Finding> findings;    // contradictions first, by severity; then agreements; then single sources
  std::vector<NotCompared> not_compared;
  std::vector<Refusal> refusals;
  std::vector<RuleInfo> rules;       // ordered by id
  std::vector<DraftItem> checklist;  // of the draft, ordered by place; empty without one
  Problems problems;                 // what was not read, cut or capped: said first
  // How concepts, roles and events that values name are called, by id, in the language of the report.
  std::map<std::string, std::string> labels;
};

const char* to_string(Verdict verdict);
const char* to_string(Reason reason);

// Counts by verdict. Every claim is in exactly one finding of its own attribute or in not_compared;
// totals_add_up() tells.
struct Totals {
  int documents = 0, claims = 0, agreement = 0, contradiction = 0, single_source = 0, not_compared = 0;
};
Totals totals(const Report& report);
// nullopt when they do; else which claim is missing or doubled.
std::optional<std::string> totals_add_up(const Report& report);

}  // namespace crosscheck
