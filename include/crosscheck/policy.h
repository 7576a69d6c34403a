// What a newsroom says about contradictions beside the rules: which rules and sources count, and how much.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "crosscheck/finding.h"
#include "crosscheck/problem.h"

namespace crosscheck {

struct RulePolicy {
  bool off = false;                  // no contradiction comes from the rule
  std::optional<Severity> severity;  // of its contradictions, but for updates and figures of rival speakers
};

struct SourcePolicy {
  bool ignore = false;               // its articles are left out
  std::optional<Severity> severity;  // the most that a contradiction weighs which there were not without it
};

struct Policy {
  std::map<std::string, RulePolicy> rules;      // by id
  std::map<Reason, Severity> reasons;           // "update" and "attributed" are notes unless told here
  std::map<std::string, SourcePolicy> sources;  // by name, as the metadata tell it
};

}  // namespace crosscheck
