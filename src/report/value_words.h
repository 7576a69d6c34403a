// Values as people write them: "more than 500", "at least 10 billion USD", "17 November 2023", "87 mph (38.9
// m/s)".
#pragma once

#include <map>
#include <string>

#include "crosscheck/value.h"
#include "report/words.h"

namespace crosscheck {

// Grouped by thousands with the language's signs: "1,271,000", "1 271 000".
std::string number_in_words(const Decimal& number, const Words& words);

// `labels` name concepts and roles (Report::labels); an id without a label is shown with its hyphens opened.
std::string value_in_words(const Value& value, const std::map<std::string, std::string>& labels,
                           const Words& words);

// The label of a concept, or its id made readable.
std::string label_of(const std::string& id, const std::map<std::string, std::string>& labels);

}  // namespace crosscheck
