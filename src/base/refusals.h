// How many refusals a dossier keeps. An archive has far more than anybody asks about.
#pragma once

#include <cstddef>

namespace crosscheck {

// All that are looked for leave room for those of the next kind. A dossier with fewer than the first number
// has all of them; one with as many or more may lack some.
constexpr size_t kRefusalsOfFacts = 50000;
constexpr size_t kRefusalsOfOpen = 80000;
constexpr size_t kRefusalsMost = 100000;

}  // namespace crosscheck
