// Of which moment a figure is that rises and falls while the event lasts: "90,000 homes are still without
// power", "215,000 at the peak".
#pragma once

#include <optional>

#include "claim/deed.h"

namespace crosscheck {

// Sets the stage of an amount to `left` or `peak` where words beside it say so; `steps` gets them.
void find_figure_moment(const ClaimContext& context, const Told& told, Qualifiers* out,
                        std::vector<std::string>* steps);

// The day that the clause of an amount tells it for: "62 % du personnel avait cessé le travail mardi".
// Whether a date behind the words [first, last) of a figure is told of another one between them: "72%, down
// from 74.6% in 2017", but not "two were killed and seven hurt in 2017".
bool is_of_next_figure(const ClaimContext& context, uint32_t first, uint32_t last, uint32_t date);

std::optional<Date> day_of_figure(const ClaimContext& context, uint32_t first, uint32_t last);

// The month told right behind a state that ends at token `last`, where it is over: "a été fermée (en avril)".
std::optional<Date> month_before(const ClaimContext& context, uint32_t last);

// The year that it does: "onze tués en France l'an dernier".
std::optional<Date> year_of_figure(const ClaimContext& context, uint32_t first, uint32_t last);

}  // namespace crosscheck
