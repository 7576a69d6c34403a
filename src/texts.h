// Brings a report that was read back from a file together with the articles it was made of.
#pragma once

#include "base/disk.h"
#include "crosscheck/finding.h"
#include "rules/rulebook.h"

namespace crosscheck {

// Fills text, segments and the places of claims of each article that still lies at its path and has the same
// bytes. The others stay without a text.
void read_texts(const Rulebook& rules, const Disk& disk, Report* report);

}  // namespace crosscheck
