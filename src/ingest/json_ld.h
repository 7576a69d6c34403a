// What a page says of itself in JSON-LD, as schema.org has it.
#pragma once

#include <string>

#include "crosscheck/document.h"

namespace crosscheck {

// Takes headline, datePublished, publisher and inLanguage of the first article in `json`. Anything else, and
// JSON that does not parse, is passed over.
void read_json_ld(const std::string& json, Metadata* metadata);

}  // namespace crosscheck
