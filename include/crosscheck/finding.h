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
#include "crosscheck/ignore.h"
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

// How a contradiction stands to the baseline and to what editors decided.
enum class Status {
  fresh,     // "new": nobody has accepted it
  known,     // in the baseline
  reopened,  // accepted or decided once, but its values have changed since, or the date it held until is past
};

// What an editor says about a contradiction. `not_same` and `right` settle it, `wait` does so until its date;
// `real_conflict` confirms it.
enum class Ruling { real_conflict, not_same, right, wait };

// How files that outlive a report name a finding.
struct FindingKey {
  std::string fingerprint;
  std::string dossier;  // empty when the call named one dossier
  std::string rule;
  std::string subject;
  std::string attribute;
  std::vector<std::string> values;  // what its sides told when it was written down, in words
};

// One entry of a baseline: a finding that was accepted as it is; see gate/baseline.
struct Accepted {
  FindingKey of;
  std::string reason;
  std::string owner;    // who will look after it; may be empty
  std::string expires;  // the last day on which it is accepted, an ISO day; empty: for good
};

// One entry of decisions.yml; see gate/decisions. Dates are ISO days.
struct Decision {
  FindingKey of;
  Ruling ruling = Ruling::real_conflict;
  std::string value;  // the side that is right, in the words of `values`; only with Ruling::right
  std::string by;     // a person's name
  std::string at;     // the day it was made
  std::string note;
  std::string until;  // the last day on which it holds; empty: for good
};

// Why an entry no longer counts: other values are told now, or its last day is past.
enum class Lapse { none, values, date };

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
  std::vector<Member> members;      // ordered by side, then by document and place
  std::vector<std::string> values;  // in words, one a side, in the language of the report

  Status status = Status::fresh;            // of contradictions
  std::optional<Accepted> accepted;         // its entry in the baseline, also one that has lapsed
  Lapse accepted_lapse = Lapse::none;       // why that entry holds no more
  std::optional<Decision> decision;         // the one that counts
  std::optional<Decision> lapsed_decision;  // one that counted once
  Lapse lapse = Lapse::none;                // why it does no more
  std::optional<Ignore> ignored;            // an article that it needs asks that its rule is not applied
  bool is_new() const { return status != Status::known; }
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
  std::vector<Document> documents;  // ordered by dossier, then by id; `text` is kept for the HTML report
  std::vector<Claim> claims;        // ordered by document and place
  std::vector<Finding> findings;    // contradictions first, by severity; then agreements; then single sources
  std::vector<NotCompared> not_compared;
  std::vector<Refusal> refusals;
  std::vector<RuleInfo> rules;       // ordered by id
  std::vector<DraftItem> checklist;  // of the draft, ordered by place; empty without one
  Problems problems;                 // what was not read, cut or capped: said first
  std::vector<Ignore> ignores;       // of all articles, by document
  bool has_baseline = false;         // findings were looked up in a baseline or among decisions
  int gone = 0;                      // entries of the baseline that no finding answers to any more
  // How concepts, roles and events that values name are called, by id, in the language of the report.
  std::map<std::string, std::string> labels;
};

const char* to_string(Verdict verdict);
const char* to_string(Reason reason);
const char* to_string(Status status);
const char* to_string(Ruling ruling);
const char* to_string(Lapse lapse);

// Whether an editor's decision, or an article itself, says that a contradiction is none to stop for.
bool is_settled(const Finding& finding);

// Counts by verdict, and of contradictions by status. Every claim is in exactly one finding of its own
// attribute or in not_compared; totals_add_up() tells.
struct Totals {
  int documents = 0, claims = 0, agreement = 0, contradiction = 0, single_source = 0, not_compared = 0;
  int fresh = 0, known = 0, reopened = 0, gone = 0, decided = 0, ignored = 0;
  Totals& operator+=(const Totals& more);
};
Totals totals(const Report& report);
// nullopt when they do; else which claim is missing or doubled.
std::optional<std::string> totals_add_up(const Report& report);

}  // namespace crosscheck
