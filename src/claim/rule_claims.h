// Claims that rules read: of a candidate, the attribute that its rule names, whose it is, its value.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "claim/candidates.h"
#include "claim/claim_setting.h"
#include "claim/claim_start.h"
#include "claim/owner.h"
#include "claim/state_bearer.h"

namespace crosscheck {

class RuleClaims {
 public:
  // All must outlive it.
  RuleClaims(const ClaimContext& context, ClaimStart* start, ClaimSetting* setting)
      : context_(context), text_(context.text()), start_(*start), setting_(*setting), bearers_(context) {}

  // A claim for each owner; two where a day is told with its hour.
  void add(const Candidate& candidate, std::deque<Claim>* out);

 private:
  Claim read(const Candidate& candidate, const StateBearer& bearer);
  std::string attribute_of(const Candidate& candidate) const;
  void note_plan(const PatternMatch& match, Qualifiers* told) const;
  std::optional<Date> year_behind(uint32_t state) const;
  const std::string& concept_told(const Candidate& candidate, absl::string_view broad) const;
  void find_object(const Candidate& candidate, const StateBearer& bearer, Claim* claim) const;
  std::vector<Owner> owners_of(const Candidate& candidate, const StateBearer& bearer) const;
  void set_value(const Candidate& candidate, Claim* claim) const;
  bool is_put_off(const Candidate& candidate) const;
  void add_told(uint32_t value, Claim claim, std::deque<Claim>* out) const;

  const ClaimContext& context_;
  const Annotated& text_;
  ClaimStart& start_;
  ClaimSetting& setting_;
  StateBearers bearers_;
};

}  // namespace crosscheck
