// The whole that a figure is a part of: "452 postes sur 612", "500 des 750 employés".
#pragma once

#include <cstdint>

#include "claim/context.h"

namespace crosscheck {

// The subset of a claim that tells of some of what is known already.
inline constexpr char kSome[] = "some";
inline constexpr char kOthers[] = "others";  // the part of a claim that is denied of all the rest

// The amount behind "sur", "out of" that stand at the token; kNone when there is none.
uint32_t whole_behind(const ClaimContext& context, uint32_t token, uint32_t limit);

// Sets the noun of `part`, and of the whole behind the noun, where that is the larger and counts nothing of
// its own ("1,200 patients in 26 countries").
void set_noun_of_both(const ClaimContext& context, const Hit& noun, Mention* part);

// `part` counts what `whole` counts, where that is known.
void take_noun_of_whole(const ClaimContext& context, const Mention& whole, Mention* part);

// Whether `part` is one of `whole`: they count the same words.
bool is_part_of(const Mention& part, const Mention& whole);

// Whether it counts some of what is known already: "two of the bullets", "deux des blessés".
bool counts_some(const ClaimContext& context, uint32_t mention);

// The figure before it in its sentence that is a part of the mention: the five of "five of the nine dead";
// kNone where there is none.
uint32_t part_of(const ClaimContext& context, uint32_t mention);

// "12 dead, including three officers", "dont 12 millions pour les routes": right behind words that open a
// part.
bool is_told_as_part(const ClaimContext& context, uint32_t mention);

// Whether an amount at the head of the sentence is the whole of those behind it: "Sur les 703 délégués
// inscrits, 612 ont voté", "Of the 46 lots, 41 found buyers".
bool opens_as_whole(const ClaimContext& context, const Mention& whole, const Mention& part);

// Whether the word at the token says that what follows is counted besides what was told: "no (new) cases",
// "aucun (autre) blessé", "nobody (else)".
bool is_beyond_those_told(const ClaimContext& context, uint32_t token);

// "Thirty of the staff live there, out of a total of 340": whether a greater total is told behind.
bool is_before_total(const ClaimContext& context, uint32_t mention);

}  // namespace crosscheck
