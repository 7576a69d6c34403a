// Names that articles spell in two ways. Which of them are one name is known before (resolve/spellings): here
// it is seen which spellings stand against each other.
#pragma once

#include "crosscheck/finding.h"

namespace crosscheck {

constexpr const char* kSpelling = "spelling";  // attribute of claims that tell a name

// Takes out of the report the claims of names that all articles spell alike, or that only differ as languages
// do.
void keep_disputed_names(Report* report);

}  // namespace crosscheck
