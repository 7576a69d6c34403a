// Which words of an article can be counted, and where the phrase around one of them begins and ends. Limits
// are tokens: nothing at or behind them is looked at.
#pragma once

#include <cstdint>

#include "claim/context.h"

namespace crosscheck {

// Whether a hyphen stands at the token and joins a word to what is before it, without a space.
bool hyphen_joins_word(const ClaimContext& context, uint32_t token, uint32_t limit);

// The hit at a token of a concept that can be counted, the longest first; nullptr when there is none, or when
// its word only begins another one: "un mort-vivant", "a death-trap".
const Hit* countable(const ClaimContext& context, uint32_t token, uint32_t limit);

// The word that heads a compound: "injuries" of "minor injuries", "crew members", where the language says so.
Hit head_of(const ClaimContext& context, Hit hit, uint32_t limit);
// A plural heads its phrase: "firefighters injured" are firefighters.
bool is_plural(const ClaimContext& context, const Hit& hit);
// "12 US East Coast ports": the plural behind a name, where the last word of a phrase heads it. kNone when
// there is none.
uint32_t plural_behind_name(const ClaimContext& context, uint32_t token, uint32_t limit);
// "outstanding bookings": whether the plural behind the word heads its phrase.
bool stands_before_head(const ClaimContext& context, uint32_t token, uint32_t limit);

// Words of numbers, articles and links, and all others of grammar.
bool is_of_figure(const ClaimContext& context, uint32_t token, uint32_t limit);
// A word at which a noun phrase is over: a verb of saying, a clause break, an attribution, a pronoun …
bool stops_phrase(const ClaimContext& context, uint32_t token, uint32_t limit);
// Whether no word of a phrase stands at the token.
bool ends_phrase(const ClaimContext& context, uint32_t token, uint32_t limit);
// Whether a sign, or nothing, follows byte `at`.
bool ends_clause(const ClaimContext& context, uint32_t at);

// Notes in the mention what it counts.
void set_noun(const ClaimContext& context, const Hit& noun, Mention* mention);
// A noun that no concept knows.
void set_plain_noun(const ClaimContext& context, uint32_t token, Mention* mention);

}  // namespace crosscheck
