// Open claims: the amounts, dates and times that no rule read. They are compared by what they count and the
// words around them.
#pragma once

#include <cstdint>
#include <deque>
#include <string>

#include "claim/claim_setting.h"
#include "claim/claim_start.h"

namespace crosscheck {

class OpenClaims {
 public:
  // All must outlive it.
  OpenClaims(const ClaimContext& context, ClaimStart* start, ClaimSetting* setting)
      : context_(context), text_(context.text()), start_(*start), setting_(*setting) {}

  // None for a mention that claims nothing, two for a day told with its hour.
  void add(uint32_t value, std::deque<Claim>* out);

 private:
  bool claims_something(uint32_t value) const;
  Claim read(uint32_t value, MentionKind kind, const Value& told);
  std::string attribute_of(const Mention& mention) const;

  const ClaimContext& context_;
  const Annotated& text_;
  ClaimStart& start_;
  ClaimSetting& setting_;
};

}  // namespace crosscheck
