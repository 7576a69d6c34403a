#include "gate/plain_entries.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "base/yaml_text.h"

namespace crosscheck {
namespace {

// Takes a text in double quotes off the front; of the escapes it knows those of the quote and the backslash.
bool take_quoted(absl::string_view* rest, std::string* text) {
  text->clear();
  if (rest->empty() || (*rest)[0] != '"') return false;
  size_t from = 1;
  for (size_t at = 1; at < rest->size(); ++at) {
    const auto byte = static_cast<unsigned char>((*rest)[at]);
    if (byte < 0x20) return false;
    if (byte != '"' && byte != '\\') continue;
    text->append(rest->data() + from, at - from);
    if (byte == '"') {
      rest->remove_prefix(at + 1);
      return true;
    }
    from = ++at;
    if (at >= rest->size() || ((*rest)[at] != '"' && (*rest)[at] != '\\')) return false;
  }
  return false;
}

bool take_texts(absl::string_view rest, PlainField* field) {
  if (!absl::ConsumePrefix(&rest, "[")) return false;
  size_t count = 0;
  while (!absl::ConsumePrefix(&rest, "]")) {
    if (count > 0 && !absl::ConsumePrefix(&rest, ", ")) return false;
    if (field->texts.size() == count) field->texts.emplace_back();
    if (!take_quoted(&rest, &field->texts[count++])) return false;
  }
  field->texts.resize(count);
  return rest.empty();
}

bool take_text(absl::string_view rest, PlainField* field) {
  field->texts.resize(1);
  if (absl::StartsWith(rest, "\"")) return take_quoted(&rest, &field->texts[0]) && rest.empty();
  if (!is_plain_yaml(rest)) return false;
  field->texts[0].assign(rest.data(), rest.size());
  return true;
}

}  // namespace

bool read_plain_field(absl::string_view line, bool first, PlainField* field) {
  if (!absl::ConsumePrefix(&line, first ? "  - " : "    ")) return false;
  const size_t colon = line.find(": ");
  if (colon == absl::string_view::npos) return false;
  field->name = line.substr(0, colon);
  for (const char c : field->name) {
    if (!absl::ascii_islower(static_cast<unsigned char>(c))) return false;
  }
  if (first != (field->name == "fingerprint")) return false;
  const absl::string_view rest = line.substr(colon + 2);
  field->is_list = absl::StartsWith(rest, "[");
  return field->is_list ? take_texts(rest, field) : take_text(rest, field);
}

absl::string_view after_plain_head(absl::string_view bytes, absl::string_view list) {
  if (!absl::StartsWith(bytes, "# ")) return {};
  const size_t line = bytes.find('\n');
  if (line == absl::string_view::npos) return {};
  bytes.remove_prefix(line + 1);
  if (!absl::ConsumePrefix(&bytes, "version: 1\n") || !absl::ConsumePrefix(&bytes, list) ||
      !absl::ConsumePrefix(&bytes, ":\n")) {
    return {};
  }
  return bytes;
}

}  // namespace crosscheck
