// The articles of the sample report.
#pragma once

#include <vector>

#include "crosscheck/document.h"

namespace crosscheck::sample {

std::vector<Document> articles();

}  // namespace crosscheck::sample
