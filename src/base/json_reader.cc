#include "base/json_reader.h"

namespace crosscheck {
namespace {

constexpr int kDepthLimit = 200;

bool too_deep(absl::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kDepthLimit) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

}  // namespace

bool parse_json(absl::string_view text, JsonDocument* document) {
  if (too_deep(text)) return false;
  document->Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(text.data(),
                                                                                          text.size());
  return !document->HasParseError();
}

bool parse_json_exactly(absl::string_view text, JsonDocument* document) {
  if (too_deep(text)) return false;
  document->Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                  rapidjson::kParseNumbersAsStringsFlag>(text.data(), text.size());
  return !document->HasParseError();
}

const JsonValue* json_member(const JsonValue& object, const char* name) {
  return object.IsObject() && object.HasMember(name) ? &object[name] : nullptr;
}

std::string json_text(const JsonValue& object, const char* name) {
  const JsonValue* member = json_member(object, name);
  return member && member->IsString() ? std::string(member->GetString(), member->GetStringLength()) : "";
}

}  // namespace crosscheck
