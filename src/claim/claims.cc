#include "claim/claims.h"

#include <algorithm>
#include <deque>
#include <numeric>
#include <tuple>
#include <utility>

#include "claim/candidates.h"
#include "claim/claim_setting.h"
#include "claim/claim_start.h"
#include "claim/context.h"
#include "claim/name_claims.h"
#include "claim/nouns.h"
#include "claim/open_claims.h"
#include "claim/quotation_claims.h"
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

// Numbers are sorted, not the claims themselves.
std::vector<Claim> sorted(Claims claims) {
  std::vector<uint32_t> order(claims.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t i, uint32_t k) {
    const Claim &a = claims[i], &b = claims[k];
    return std::tie(a.span.begin, a.span.end, a.rule, a.subject_id) <
           std::tie(b.span.begin, b.span.end, b.rule, b.subject_id);
  });
  std::vector<Claim> out;
  out.reserve(order.size());
  for (const uint32_t i : order) out.push_back(std::move(claims[i]));
  return out;
}

}  // namespace

std::vector<Claim> find_claims(const Annotated& text, const Rulebook& rulebook,
                               std::vector<Mention>* mentions, uint32_t document) {
  ClaimContext context(text, rulebook, mentions);
  attach_nouns(&context);
  std::vector<GuardNote> notes;
  const std::vector<Candidate> chosen = choose(context, find_candidates(context, &notes));
  ClaimStart start(context, document);
  ClaimSetting setting(context, notes);
  Claims claims;
  add_value_claims(context, chosen, &start, &setting, &claims);
  add_statement_claims(context, &start, &setting, &claims);
  add_spelling_claims(context, &start, &claims);
  add_quotation_claims(context, &start, &claims);
  return sorted(std::move(claims));
}

}  // namespace crosscheck
