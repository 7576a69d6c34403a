// Claims that may answer one question: same dossier, attribute and subject.
#pragma once

#include <string>
#include <vector>

#include "crosscheck/finding.h"

namespace crosscheck {

struct Group {
  std::string dossier;
  std::string attribute;
  std::string subject_id;
  std::vector<uint32_t> claims;  // ordered as in the report
};

// Claims of rules, by dossier, attribute and subject, in that order. A claim without a subject joins the only
// group there is of its attribute; where several would fit it is left out and said to be ambiguous. Claims
// held back are left out, too.
std::vector<Group> group_claims(const Report& report, std::vector<NotCompared>* left_out);

}  // namespace crosscheck
