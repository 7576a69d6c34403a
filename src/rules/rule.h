// A rule, compiled: what to look for, what it claims, when claims agree. Written in
// rules/packs/<topic>/*.yaml; explained line by line in rules/README.md.
//
//   organisation.employees:
//     label: {en: number of employees, fr: nombre de salariés}
//     kind: count
//     attribute: employees
//     subject: organisation
//     patterns:
//       - "{value:count:employee}"
//     unless:
//       - {clause: "@sign", because: those who sign are a part of the staff}
//     compare: {tolerance: 0}
//     severity: error
//     examples: …
#pragma once

#include <map>
#include <string>
#include <vector>

#include "crosscheck/claim.h"
#include "crosscheck/decimal.h"
#include "crosscheck/problem.h"
#include "rules/pattern.h"

namespace crosscheck {

// A guard: where it matches, the rule makes no claim (or, with `drop: false`, one that is not compared), and
// says why.
struct Guard {
  enum class Where { clause, sentence, before, after, within };
  Where where = Where::clause;
  std::vector<Pattern> patterns;
  std::string because;
};

// When two values of one attribute agree; the defaults are those of a careful copy editor.
struct Comparison {
  Decimal tolerance = 0;             // percent by which exact values may differ
  Decimal about = 10;                // percent around an approximation
  Decimal reach = Decimal(125, -2);  // "more than N" reaches to reach * N
  bool grows = false;                // a toll: a later article may tell more, which is an update
  bool exclusive = true;  // false: two different values may both be true; they are never a contradiction
  bool lasting = false;   // a state that time does not change: two of them are never an update
  bool plans = false;     // what is planned is compared with what is done
  bool once = false;      // dates of what happens once: "by June" excludes "in autumn"
  bool nouns = false;     // what it counts may have two names: "480 employees" lose "480 jobs"
  bool daily = false;     // each day has its own: strikers on Monday, strikers on Tuesday
  bool bare = false;      // a figure told without "a year" or "a share" is told for the same as one with it
  int alike = 0;          // words around the claims in common that a pair of states needs
};

// One of the states of a rule that exclude each other.
struct RuleState {
  std::map<std::string, std::string> label;  // by language
  std::string denied;  // the state that its denial tells: "n'est pas mort" is alive; empty: no more than that
  std::vector<std::string> becomes;  // those that may follow it: "to open again" is open later
  std::string within;  // the broader state of which it is one: worn brakes are a technical fault
};

// Sentences that a rule must read, or must not, and pairs whose verdict is known. `crosscheck rules test`
// runs them.
struct RuleExample {
  enum class Kind { claims, nothing, pair };
  struct Text {
    std::string text;
    std::string language;
    std::string published;
  };
  Kind kind = Kind::claims;
  std::vector<Text> texts;
  std::vector<std::map<std::string, std::string>> claims;  // expected fields: value, subject, polarity, …
  std::string verdict;                                     // pair: contradiction, agreement, separate
  bool known_gap = false;
  int line = 0;
};

struct Rule {
  std::string id;
  std::string path;  // where it is written
  int line = 0;
  std::map<std::string, std::string> label;  // the attribute for people, by language
  std::string
      kind;  // count, money, percent, share, measure, duration, age, date, time, moment, role, state, entity
  std::string
      attribute;  // "life of @actor": with the concept, `actor` or a narrower one, that the pattern hangs on
  std::string subject;  // person, organisation, place, entity, event (the event that the dossier is about)
  std::string object;   // the same for a second party; empty for none
  std::string of;       // of a state, of what it is told: person, thing; empty for either
  std::vector<Pattern> patterns;
  std::string deed;  // of kind moment or date: the concept whose words govern the moment; empty for none
  ConceptNumber deed_number = kNoConcept;
  std::string take;   // of a date: "since", its start where it is told so; "end", its end; of an age: "age",
                      // the year of birth
  std::string thing;  // with `deed`: what the deed must befall
  Pattern by_deed;    // what explain shows of such a match; it has no parts
  std::map<std::string, RuleState> states;  // of kind state: those that exclude each other, by id
  std::vector<Pattern> required;            // `with:` the clause must hold one of these
  std::vector<std::string> topics;          // `topic:` the article must hold a word of one of these concepts
  std::vector<ConceptNumber> topic_numbers;
  std::vector<Guard> guards;
  Comparison comparison;
  bool general = false;  // gives way to any other rule that reads the same figure
  Severity severity = Severity::error;
  std::map<std::string, std::string> message;
  std::vector<RuleExample> examples;

  // Whether it reads nothing but what a deed governs.
  bool of_deed_alone() const { return !deed.empty() && patterns.empty(); }
  // The state with those it is within, the broadest first: "technical.brakes".
  std::string path_of(const std::string& state) const;
};

class RulebookBuilder;
class YamlNode;

// Reads the rule `id` from its node. Problems are reported at their place; the rule is usable only without
// errors.
Rule read_rule(const std::string& id, const std::string& path, const YamlNode& node, Problems* problems);

}  // namespace crosscheck
