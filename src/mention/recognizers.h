// The recognizers of mentions: one function a kind, each appending what it finds to `out`, ordered by place.
// mentions.cc runs them and settles overlaps.
#pragma once

#include <vector>

#include "absl/types/span.h"
#include "crosscheck/mention.h"
#include "mention/amounts.h"
#include "mention/names.h"
#include "rules/annotate.h"
#include "rules/rulebook.h"

namespace crosscheck {

using Amounts = absl::Span<const Amount>;  // of read_amounts(text), read once for all

// Counts, bare numbers, percentages, money, measures.
void find_quantities(const Annotated& text, const Rulebook& rulebook, Amounts amounts,
                     std::vector<Mention>* out);
// Fractions, "un sur quatre", halves, multiples.
void find_ratios(const Annotated& text, const Rulebook& rulebook, Amounts amounts, std::vector<Mention>* out);
// Ranks: "51e", "premier", "twenty-first".
void find_ordinals(const Annotated& text, const Rulebook& rulebook, Amounts amounts,
                   std::vector<Mention>* out);
// `lengths` are those of duration_amounts(text, amounts), read once for all.
void find_durations(const Annotated& text, const Rulebook& rulebook, Amounts lengths,
                    std::vector<Mention>* out);
void find_ages(const Annotated& text, const Rulebook& rulebook, Amounts amounts, Amounts lengths,
               std::vector<Mention>* out);

void find_dates(const Annotated& text, const Rulebook& rulebook, Amounts lengths, std::vector<Mention>* out);
void find_times(const Annotated& text, const Rulebook& rulebook, std::vector<Mention>* out);
// Persons, organisations and places; `runs` are those of find_name_runs(text), found once.
void find_names(const Annotated& text, const Rulebook& rulebook, absl::Span<const NameRun> runs,
                std::vector<Mention>* out);
void find_roles(const Annotated& text, const Rulebook& rulebook, absl::Span<const NameRun> runs,
                std::vector<Mention>* out);

}  // namespace crosscheck
