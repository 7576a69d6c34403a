// JSON read by RapidJSON, without recursion, so that deep nesting cannot overflow the stack.
#pragma once

#include <string>

#include "absl/strings/string_view.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wclass-memaccess"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <rapidjson/document.h>
#pragma GCC diagnostic pop

namespace crosscheck {

using JsonValue = rapidjson::Value;
using JsonDocument = rapidjson::Document;

// False when it is not valid JSON in UTF-8, or nested more than 200 deep (freeing a tree is recursive).
bool parse_json(absl::string_view text, JsonDocument* document);
// The text of a member; empty when it is missing or no text.
std::string json_text(const JsonValue& object, const char* name);

}  // namespace crosscheck
