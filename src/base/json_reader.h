// JSON read by RapidJSON, without recursion, so that deep nesting cannot overflow the stack.
#pragma once

#if defined(__SSE2__)
#define RAPIDJSON_SSE2  // text is searched for its end by 16 bytes at a time
#endif
#include <rapidjson/document.h>

#include <string>

#include "absl/strings/string_view.h"

namespace crosscheck {

using JsonValue = rapidjson::Value;

// A tree whose texts lie in a copy of what was parsed, where they are unescaped in place.
struct JsonDocument : rapidjson::Document {
  std::string bytes;
};

// False when it is not valid JSON in UTF-8, or nested more than 200 deep (freeing a tree is recursive).
bool parse_json(absl::string_view text, JsonDocument* document);
// The same, with each number as the text it is written as, so that no digit is lost.
bool parse_json_exactly(absl::string_view text, JsonDocument* document);
// The member of that name; nullptr when it is missing or `object` is no object.
const JsonValue* json_member(const JsonValue& object, const char* name);
// The text of a member; empty when it is missing or no text.
std::string json_text(const JsonValue& object, const char* name);

}  // namespace crosscheck
