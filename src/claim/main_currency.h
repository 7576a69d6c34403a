// The currency in which an article counts: "Acheté six millions, il en vaut 20" leaves it out.
#pragma once

#include <string>

#include "claim/context.h"

namespace crosscheck {

// Of its amounts of a million or more, that of most; empty where no currency has more than every other.
std::string main_currency(const ClaimContext& context);

// Whether the figure is told in millions or thousands of millions: "six millions", "1.1bn".
bool told_in_millions(const ClaimContext& context, const Mention& mention);

}  // namespace crosscheck
