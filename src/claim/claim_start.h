// What every claim of an article starts with: where it stands in the file and in its sentence, and whom that
// sentence cites.
#pragma once

#include <map>
#include <string>

#include "claim/context.h"
#include "crosscheck/claim.h"

namespace crosscheck {

class ClaimStart {
 public:
  // The context must outlive it; `document` is the index that its claims carry.
  ClaimStart(const ClaimContext& context, uint32_t document);

  // A claim whose evidence is `span`, without subject, value and qualifiers.
  Claim at(TextSpan span, std::string rule, std::string kind);

 private:
  const std::string& cited(uint32_t sentence);

  const ClaimContext& context_;
  const uint32_t document_;
  uint32_t lead_end_ = 0;                  // sentences below it are the lead
  std::map<uint32_t, std::string> cited_;  // by sentence: the outlet that it cites
};

}  // namespace crosscheck
