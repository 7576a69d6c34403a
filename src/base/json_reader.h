// JSON read by RapidJSON, without recursion, so that deep nesting cannot overflow the stack.
#pragma once

#include <rapidjson/document.h>

#include <string>

#include "absl/strings/string_view.h"

namespace crosscheck {

using JsonValue = rapidjson::Value;
using JsonDocument = rapidjson::Document;

// False when it is not valid JSON in UTF-8, or nested more than 200 deep (freeing a tree is recursive).
bool parse_json(absl::string_view text, JsonDocument* document);
// The same, with each number as the text it is written as, so that no digit is lost.
bool parse_json_exactly(absl::string_view text, JsonDocument* document);
// The member of that name; nullptr when it is missing or `object` is no object.
const JsonValue* json_member(const JsonValue& object, const char* name);
// The text of a member; empty when it is missing or no text.
std::string json_text(const JsonValue& object, const char* name);

}  // namespace crosscheck
