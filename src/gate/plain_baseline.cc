#include "gate/plain_baseline.h"

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "base/yaml_text.h"
#include "gate/entries.h"

namespace crosscheck {
namespace {

constexpr size_t kEntrySize = 180;  // bytes of a usual one

// Takes a text in double quotes off the front; of the escapes it knows those of the quote and the backslash.
bool take_quoted(absl::string_view* rest, absl::string_view* field) {
  if (rest->empty() || (*rest)[0] != '"') return false;
  for (size_t at = 1; at < rest->size(); ++at) {
    const auto byte = static_cast<unsigned char>((*rest)[at]);
    if (byte < 0x20) return false;
    if (byte == '"') {
      *field = rest->substr(0, at + 1);
      rest->remove_prefix(at + 1);
      return true;
    }
    if (byte == '\\' && (++at >= rest->size() || ((*rest)[at] != '"' && (*rest)[at] != '\\'))) return false;
  }
  return false;
}

bool is_text(absl::string_view field) {
  absl::string_view rest = field;
  if (absl::StartsWith(field, "\"")) return field != "\"\"" && take_quoted(&rest, &field) && rest.empty();
  return is_plain_yaml(field);
}

// Calls `take` with each of ["750", "770"]; false when they are not written so.
template <typename Take>
bool each_value(absl::string_view rest, const Take& take) {
  if (!absl::ConsumePrefix(&rest, "[")) return false;
  absl::string_view value;
  for (bool first = true; first || !absl::StartsWith(rest, "]"); first = false) {
    if (!first && !absl::ConsumePrefix(&rest, ", ")) return false;
    if (!take_quoted(&rest, &value)) return false;
    take(value);
  }
  return rest == "]";
}

bool is_values(absl::string_view field) {
  return each_value(field, [](absl::string_view) {});
}

absl::string_view* place_of(absl::string_view name, PlainEntry* entry) {
  if (name == "rule") return &entry->rule;
  if (name == "subject") return &entry->subject;
  if (name == "attribute") return &entry->attribute;
  if (name == "values") return &entry->values;
  if (name == "reason") return &entry->reason;
  if (name == "owner") return &entry->owner;
  if (name == "expires") return &entry->expires;
  return name == "dossier" ? &entry->dossier : nullptr;
}

bool is_whole(const PlainEntry& entry) {
  std::string room;
  return !entry.rule.empty() && !entry.attribute.empty() && !entry.values.empty() &&
         (entry.expires.empty() || is_day(std::string(plain_text(entry.expires, &room))));
}

// Takes "    name: field" into the entry.
bool take_field(absl::string_view line, PlainEntry* entry) {
  const size_t colon = line.find(": ", 4);
  if (!absl::StartsWith(line, "    ") || colon == absl::string_view::npos) return false;
  absl::string_view* place = place_of(line.substr(4, colon - 4), entry);
  if (!place || !place->empty()) return false;
  *place = line.substr(colon + 2);
  return place == &entry->values ? is_values(*place) : is_text(*place);
}

// The bytes behind the head of the file; false when it has another head.
bool skip_head(absl::string_view* bytes) {
  const size_t line = bytes->find('\n');
  if (!absl::StartsWith(*bytes, "# ") || line == absl::string_view::npos) return false;
  bytes->remove_prefix(line + 1);
  return absl::ConsumePrefix(bytes, "version: 1\nfindings:\n");
}

}  // namespace

bool read_plain_baseline(absl::string_view bytes, std::vector<PlainEntry>* entries) {
  if (!skip_head(&bytes)) return false;
  absl::flat_hash_set<absl::string_view> fingerprints;
  entries->reserve(bytes.size() / kEntrySize);
  fingerprints.reserve(bytes.size() / kEntrySize);
  while (!bytes.empty()) {
    const size_t end = bytes.find('\n');
    if (end == absl::string_view::npos) return false;
    absl::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end + 1);
    if (absl::ConsumePrefix(&line, "  - fingerprint: \"")) {
      if (!absl::ConsumeSuffix(&line, "\"") || !is_fingerprint(line)) return false;
      if (!entries->empty() && !is_whole(entries->back())) return false;
      entries->emplace_back().fingerprint = line;
      if (!fingerprints.insert(line).second) return false;
    } else if (entries->empty() || !take_field(line, &entries->back())) {
      return false;
    }
  }
  return entries->empty() || is_whole(entries->back());
}

absl::string_view plain_text(absl::string_view field, std::string* room) {
  if (!absl::ConsumePrefix(&field, "\"")) return field;
  field.remove_suffix(1);
  if (!absl::StrContains(field, '\\')) return field;
  room->clear();
  for (size_t at = 0; at < field.size(); ++at) room->push_back(field[at] == '\\' ? field[++at] : field[at]);
  return *room;
}

Accepted to_accepted(const PlainEntry& entry) {
  std::string room;
  const auto text = [&room](absl::string_view field) { return std::string(plain_text(field, &room)); };
  Accepted out;
  out.of = {text(entry.fingerprint), text(entry.dossier),   text(entry.rule),
            text(entry.subject),     text(entry.attribute), {}};
  each_value(entry.values, [&](absl::string_view value) { out.of.values.push_back(text(value)); });
  out.reason = text(entry.reason);
  out.owner = text(entry.owner);
  out.expires = text(entry.expires);
  return out;
}

}  // namespace crosscheck
