// Codes: figures that name a thing and count nothing, told by their shape alone: phone, account, plate and
// serial numbers, addresses of machines, versions. Names ("Boeing 737") and phrases ("article 7") are
// number_guards.h.
#pragma once

#include <cstdint>

#include "rules/annotate.h"

namespace crosscheck {

// One past the code that starts at `token` of the sentence [first, limit); `token` when none does.
uint32_t end_of_code(const Annotated& text, uint32_t token, uint32_t first, uint32_t limit);

}  // namespace crosscheck
