#include "gate/plain_baseline.h"

#include <algorithm>
#include <array>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "base/yaml_text.h"

namespace crosscheck {
namespace {

constexpr size_t kEntrySize = 128;  // bytes of a short one
constexpr size_t kDigits = 16;      // of a fingerprint
constexpr absl::string_view kIndent = "    ";

enum Field { kDossier, kRule, kSubject, kAttribute, kValues, kReason, kOwner, kExpires, kFields };
constexpr std::array<absl::string_view, kFields> kNames = {
    "    dossier: ", "    rule: ",   "    subject: ", "    attribute: ",
    "    values: ",  "    reason: ", "    owner: ",   "    expires: "};

// Of the digits of a fingerprint; 0x10 for what is none.
constexpr std::array<uint8_t, 256> kDigitValues = [] {
  std::array<uint8_t, 256> out{};
  out.fill(0x10);
  for (uint8_t d = 0; d < 16; ++d) out[static_cast<size_t>("0123456789abcdef"[d])] = d;
  return out;
}();

// The fields of an entry as they stand in the file, quotes and all; empty when they are not there.
class Fields {
 public:
  absl::string_view operator[](Field field) const { return has(field) ? texts_[field] : ""; }
  bool has(Field field) const { return (there_ >> field & 1) != 0; }
  void set(Field field, absl::string_view text) {
    texts_[field] = text;
    there_ |= 1u << field;
  }
  void clear() { there_ = 0; }

 private:
  std::array<absl::string_view, kFields> texts_;
  unsigned there_ = 0;
};

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

// What a field tells, without its quotes. It lies in the file or in `room`.
absl::string_view told(absl::string_view field, std::string* room) {
  if (!absl::ConsumePrefix(&field, "\"")) return field;
  absl::ConsumeSuffix(&field, "\"");
  if (!absl::StrContains(field, '\\')) return field;
  room->clear();
  for (size_t at = 0; at < field.size(); ++at) room->push_back(field[at] == '\\' ? field[++at] : field[at]);
  return *room;
}

bool is_good(Field field, absl::string_view text) {
  std::string room;
  if (field == kValues) return each_value(text, [](absl::string_view) {});
  return is_text(text) && (field != kExpires || is_day(std::string(told(text, &room))));
}

// A line "    name: field\n" that was found to be good.
struct Line {
  absl::string_view whole;
  Field field = kFields;
  absl::string_view text;
};

// Reads a line off the front; `line` is one that it may be like.
bool read_line(absl::string_view rest, Line* line) {
  const size_t end = rest.find('\n');
  if (end == absl::string_view::npos) return false;
  size_t field = line->field;
  if (field == kFields || !absl::StartsWith(rest, kNames[field])) {
    field = 0;
    while (field < kFields && !absl::StartsWith(rest, kNames[field])) ++field;
    if (field == kFields) return false;
  }
  *line = {rest.substr(0, end + 1), static_cast<Field>(field), {}};
  line->text = absl::StripSuffix(absl::ClippedSubstr(line->whole, kNames[field].size()), "\n");
  return is_good(line->field, line->text);
}

// Takes entries off the front of the bytes, one by one. Entries are sorted, so that most lines of one are
// those of the entry before: such a line has been looked at.
class Entries {
 public:
  explicit Entries(absl::string_view bytes) : rest_(bytes) {}

  bool at_end() const { return rest_.empty(); }
  size_t left() const { return rest_.size(); }

  bool take(absl::string_view* fingerprint, Fields* fields) {
    if (!absl::ConsumePrefix(&rest_, "  - fingerprint: \"")) return false;
    *fingerprint = rest_.substr(0, kDigits);
    rest_.remove_prefix(fingerprint->size());
    if (!absl::ConsumePrefix(&rest_, "\"\n")) return false;
    fields->clear();
    for (size_t l = 0; absl::StartsWith(rest_, kIndent); ++l) {
      if (l == kFields || !take_line(&before_[l])) return false;
      if (fields->has(before_[l].field)) return false;
      fields->set(before_[l].field, before_[l].text);
    }
    return fields->has(kRule) && fields->has(kAttribute) && fields->has(kValues);
  }

 private:
  // `line` is the one in the same place of the entry before, and becomes the one that was taken.
  bool take_line(Line* line) {
    const bool same = !line->whole.empty() && absl::StartsWith(rest_, line->whole);
    if (!same && !read_line(rest_, line)) return false;
    rest_.remove_prefix(line->whole.size());
    return true;
  }

  absl::string_view rest_;
  std::array<Line, kFields> before_;
};

uint32_t mark_of(const Fields& fields) {
  std::string dossier, subject, attribute;
  return crosscheck::mark_of(Question{told(fields[kDossier], &dossier), told(fields[kSubject], &subject),
                                      told(fields[kAttribute], &attribute)});
}

// The bytes behind the head of the file; false when it has another head.
bool skip_head(absl::string_view* bytes) {
  const size_t line = bytes->find('\n');
  if (!absl::StartsWith(*bytes, "# ") || line == absl::string_view::npos) return false;
  bytes->remove_prefix(line + 1);
  return absl::ConsumePrefix(bytes, "version: 1\nfindings:\n");
}

}  // namespace

// Lengths and last letters tell most questions apart, and cost less than a hash of all letters.
uint32_t mark_of(const Question& question) {
  uint64_t out = 0;
  for (const absl::string_view part : {std::get<0>(question), std::get<1>(question), std::get<2>(question)}) {
    uint64_t last = part.size();
    for (size_t i = part.size() - std::min<size_t>(part.size(), 8); i < part.size(); ++i)
      last = last << 7 ^ static_cast<unsigned char>(part[i]);
    out = (out ^ last) * 0x9E3779B97F4A7C15u;
    out ^= out >> 32;
  }
  return static_cast<uint32_t>(out);
}

std::optional<uint64_t> number_of(absl::string_view fingerprint) {
  if (fingerprint.size() != kDigits) return std::nullopt;
  uint64_t out = 0;
  unsigned all = 0;
  for (const char byte : fingerprint) {
    const unsigned digit = kDigitValues[static_cast<unsigned char>(byte)];
    all |= digit;
    out = out << 4 | digit;
  }
  return all < 16 ? std::optional(out) : std::nullopt;
}

bool read_plain_baseline(absl::string_view bytes, std::vector<PlainEntry>* entries) {
  const size_t size = bytes.size();
  if (size > UINT32_MAX || !skip_head(&bytes)) return false;
  absl::flat_hash_set<uint64_t, NumberHash> seen;
  entries->reserve(size / kEntrySize);
  seen.reserve(size / kEntrySize);
  absl::string_view fingerprint;
  Fields fields;
  for (Entries left(bytes); !left.at_end();) {
    const size_t start = size - left.left();
    if (!left.take(&fingerprint, &fields)) return false;
    const auto number = number_of(fingerprint);
    if (!number || !seen.insert(*number).second) return false;
    entries->push_back({*number, mark_of(fields), static_cast<uint32_t>(start)});
  }
  return true;
}

Accepted to_accepted(absl::string_view bytes, const PlainEntry& entry) {
  absl::string_view fingerprint;
  Fields fields;
  Accepted out;
  if (!Entries(bytes.substr(entry.start)).take(&fingerprint, &fields)) return out;
  std::string room;
  const auto text = [&room](absl::string_view field) { return std::string(told(field, &room)); };
  out.of = {text(fingerprint),      text(fields[kDossier]),   text(fields[kRule]),
            text(fields[kSubject]), text(fields[kAttribute]), {}};
  each_value(fields[kValues], [&](absl::string_view value) { out.of.values.push_back(text(value)); });
  out.reason = text(fields[kReason]);
  out.owner = text(fields[kOwner]);
  out.expires = text(fields[kExpires]);
  return out;
}

}  // namespace crosscheck
