#include "claim/claims.h"

#include <deque>
#include <tuple>
#include <utility>

#include "base/sorted_large.h"
#include "claim/candidates.h"
#include "claim/changes.h"
#include "claim/claim_setting.h"
#include "claim/claim_start.h"
#include "claim/context.h"
#include "claim/name_claims.h"
#include "claim/nouns.h"
#include "claim/open_claims.h"
#include "claim/quotation_claims.h"
#include "claim/ranked_nouns.h"
#include "claim/rule_claims.h"
#include "claim/statement_claims.h"

namespace crosscheck {
namespace {

// Claims are large: none is moved when another is added.
using Claims = std::deque<Claim>;

// By rules, and openly what these leave.
void add_value_claims(const ClaimContext& context, const std::vector<Candidate>& chosen, ClaimStart* start,
                      ClaimSetting* setting, Claims* out) {
  std::vector<bool> read(context.mentions().size());
  RuleClaims by_rule(context, start, setting);
  for (const Candidate& candidate : chosen) {
    if (candidate.value != kNone) read[candidate.value] = true;
    by_rule.add(candidate, out);
  }
  OpenClaims open(context, start, setting);
  for (uint32_t i = 0; i < read.size(); ++i) {
    if (!read[i]) open.add(i, out);
  }
}

}  // namespace

std::vector<Claim> find_claims(const Annotated& text, const Rulebook& rulebook,
                               std::vector<Mention>* mentions, uint32_t document) {
  split_changes(text, rulebook, mentions);
  ClaimContext context(text, rulebook, mentions);
  attach_nouns(&context);
  attach_ranked_nouns(&context);
  std::vector<GuardNote> notes;
  const std::vector<Candidate> chosen = choose(context, find_candidates(context, &notes));
  ClaimStart start(context, document);
  ClaimSetting setting(context, notes);
  Claims claims;
  add_value_claims(context, chosen, &start, &setting, &claims);
  add_statement_claims(context, &start, &setting, &claims);
  add_spelling_claims(context, &start, &claims);
  add_quotation_claims(context, &start, &claims);
  return sorted_large(std::move(claims), [](const Claim& a, const Claim& b) {
    return std::tie(a.span.begin, a.span.end, a.rule, a.subject_id) <
           std::tie(b.span.begin, b.span.end, b.rule, b.subject_id);
  });
}

}  // namespace crosscheck
