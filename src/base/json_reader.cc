#include "base/json_reader.h"

#include "absl/strings/strip.h"
#include "base/text.h"

namespace crosscheck {
namespace {

constexpr size_t kDepthLimit = 200;

size_t count(absl::string_view text, char sign) {
  size_t found = 0;
  for (size_t at = text.find(sign); at != absl::string_view::npos; at = text.find(sign, at + 1)) ++found;
  return found;
}

bool too_deep(absl::string_view text) {
  // Most texts have fewer brackets than may be nested.
  if (count(text, '[') + count(text, '{') <= kDepthLimit) return false;
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
      if (++depth > static_cast<int>(kDepthLimit)) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

}  // namespace

bool parse_json(absl::string_view text, JsonDocument* document) {
  absl::ConsumePrefix(&text, "\xEF\xBB\xBF");
  if (!is_utf8(text) || too_deep(text)) return false;
  constexpr size_t kReach = 16;  // bytes behind the end that the parser looks at together with the last ones
  document->bytes.reserve(text.size() + 2 * kReach);
  document->bytes.assign(text.data(), text.size());
  document->ParseInsitu<rapidjson::kParseIterativeFlag>(document->bytes.data());
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
