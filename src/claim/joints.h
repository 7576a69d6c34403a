// Whether the words of a pattern and its figure belong together, where another figure, an "and" or a whole
// stands between or beside them.
#pragma once

#include "claim/candidates.h"
#include "claim/context.h"

namespace crosscheck {

// "Four were killed and two were missing", "sales of 94 billion and a net profit", "200 and that of the
// injured 1,300": the figure and the words of the pattern stand on two sides of a joint.
bool is_parted(const ClaimContext& context, const Candidate& candidate);

// "20 minutes after taking off at 8am", "après la fermeture du bar à 23 heures": whether the time at token
// `time` is the hour of what was before or after, looking from token `from` on.
bool is_behind_relation(const ClaimContext& context, uint32_t from, uint32_t time);

// "Two of the 14 injured (have died)": the noun tells what the whole is, and of the part only what follows.
bool is_part_by_noun(const ClaimContext& context, const Candidate& candidate);

// "Seven of the train's eight carriages left the tracks": what is told behind a whole is told of the part
// before it. Returns the mention of that part, else the candidate's own.
uint32_t part_before(const ClaimContext& context, const Candidate& candidate);

}  // namespace crosscheck
