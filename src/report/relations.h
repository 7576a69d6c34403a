// How often each two sources tell the same and how often they contradict each other, over all findings.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "report/view.h"

namespace crosscheck {

struct Relation {
  int conflicts = 0;   // findings in which they stand on different sides
  int agreements = 0;  // findings in which they stand on the same side
};

// Sources are numbers that the caller gave to them, by document. Keys have the smaller number first; a source
// has no relation to itself.
using Relations = std::map<std::pair<int, int>, Relation>;
Relations relations(const Report& report, const std::vector<int>& source_of_document);

// The sources that have most to do with others, conflicts before agreements, at most `limit`; in the order of
// their numbers.
std::vector<int> most_related(const Relations& relations, size_t limit);

}  // namespace crosscheck
