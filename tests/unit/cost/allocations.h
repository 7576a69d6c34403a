// Counts what the whole test program asks of the heap: a measure of work that is the same on every machine
// and under any load, as time is not.
#pragma once

#include <cstdint>

namespace crosscheck {

// Calls of operator new since the program began.
uint64_t allocations();

}  // namespace crosscheck
