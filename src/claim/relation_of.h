// Persons who are named for what somebody else is to them: "the brother of Anna Keller was arrested".
#pragma once

#include <cstdint>

#include "absl/types/span.h"
#include "claim/context.h"
#include "claim/matcher.h"

namespace crosscheck {

// Whether a person is named as whose relative, aide or victim somebody is, so that the verb tells of that
// one: "l'avocat de Paul Rast", "Paul Rast's lawyer", "a former aide to Paul Rast". Not where `words`, which
// a rule read, are that noun: a rule may ask who the brother is.
bool is_named_for_another(const ClaimContext& context, uint32_t person, absl::Span<const ToldWords> words);

// Whether the last person named before the match, in its clause, is named for another: that one is told of.
bool is_told_of_relation(const ClaimContext& context, const PatternMatch& match);

// The part of a story's persons that is told of then.
inline constexpr char kOfAPerson[] = "a person's";

}  // namespace crosscheck
