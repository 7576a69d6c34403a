#include "gate/plain_baseline.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "base/many_bytes.h"
#include "base/yaml_text.h"
#include "gate/piece.h"

namespace crosscheck {
namespace {

constexpr size_t kEntrySize = 128;  // bytes of a short one
constexpr size_t kDigits = 16;      // of a fingerprint
constexpr absl::string_view kFingerprint = "  - fingerprint: \"";

// In the order in which they are written.
enum Field { kDossier, kRule, kSubject, kAttribute, kValues, kReason, kOwner, kExpires, kFields };
constexpr std::array<absl::string_view, kFields> kNames = {
    "    dossier: ", "    rule: ",   "    subject: ", "    attribute: ",
    "    values: ",  "    reason: ", "    owner: ",   "    expires: "};
constexpr bool is_needed(Field field) { return field == kRule || field == kAttribute || field == kValues; }
constexpr bool is_asked(Field field) { return field == kDossier || field == kSubject || field == kAttribute; }

// Bytes that need no look at what stands around them in a text without quotes.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> out{};
  for (size_t c = '0'; c <= '9'; ++c) out[c] = true;
  for (size_t c = 'a'; c <= 'z'; ++c) out[c] = out[c - 'a' + 'A'] = true;
  for (const char mark : {'_', '.', '-', ' '}) out[static_cast<size_t>(mark)] = true;
  return out;
}();

// Takes a text in double quotes off the front; of the escapes it knows those of the quote and the backslash.
bool take_quoted(absl::string_view* rest, absl::string_view* field) {
  if (rest->empty() || (*rest)[0] != '"') return false;
  for (size_t at = find_to_escape(*rest, 1); at < rest->size(); at = find_to_escape(*rest, at + 2)) {
    if ((*rest)[at] == '"') {
      *field = rest->substr(0, at + 1);
      rest->remove_prefix(at + 1);
      return true;
    }
    if ((*rest)[at] != '\\' || at + 1 >= rest->size()) return false;
    if ((*rest)[at + 1] != '"' && (*rest)[at + 1] != '\\') return false;
  }
  return false;
}

// Takes ["750", "770"] off the front, and calls `take` with each of them.
template <typename Take>
bool take_values(absl::string_view* rest, const Take& take) {
  if (!absl::ConsumePrefix(rest, "[")) return false;
  absl::string_view value;
  for (bool first = true; first || !absl::ConsumePrefix(rest, "]"); first = false) {
    if (!first && !absl::ConsumePrefix(rest, ", ")) return false;
    if (!take_quoted(rest, &value)) return false;
    take(value);
  }
  return true;
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

// Takes a text without quotes off the front, up to the end of its line.
bool take_plain(absl::string_view* rest, absl::string_view* field) {
  *field = rest->substr(0, rest->find('\n'));
  if (!is_plain_yaml(*field)) return false;
  rest->remove_prefix(field->size());
  return true;
}

// A field with the end of its line, off the front of `rest`; empty when it is not good.
absl::string_view read_slowly(Field field, absl::string_view rest) {
  const absl::string_view all = rest;
  absl::string_view text;
  std::string room;
  const bool quoted = absl::StartsWith(rest, "\"");
  const bool good = field == kValues ? take_values(&rest, [](absl::string_view) {})
                    : quoted         ? take_quoted(&rest, &text) && text.size() > 2
                                     : take_plain(&rest, &text);
  if (!good || !absl::ConsumePrefix(&rest, "\n")) return {};
  if (field == kExpires && !is_day(told(text, &room))) return {};
  return all.substr(0, all.size() - rest.size());
}

// The same, at once where words of letters alone stand there, as mostly.
absl::string_view read_field(Field field, absl::string_view rest) {
  constexpr size_t kShort = 5;  // words that YAML knows are no longer
  constexpr size_t kMost = 200;
  if (rest.empty() || rest[0] < 'A' || field == kValues || field == kExpires) return read_slowly(field, rest);
  size_t end = 0;
  while (end < rest.size() && kPlain[static_cast<unsigned char>(rest[end])]) ++end;
  const bool plain =
      end > kShort && end < std::min(kMost, rest.size()) && rest[end] == '\n' && rest[end - 1] != ' ';
  return plain ? rest.substr(0, end + 1) : read_slowly(field, rest);
}

// Lengths and last letters tell most texts apart, and cost less than a hash of all letters.
uint64_t mark_of_text(absl::string_view text) {
  const size_t last = std::min<size_t>(text.size(), sizeof(uint64_t));
  uint64_t out = 0;
  if (last > 0) std::memcpy(&out, text.data() + text.size() - last, last);
  return (out ^ text.size()) * 0x9E3779B97F4A7C15u;
}

uint32_t mark_of_texts(uint64_t dossier, uint64_t subject, uint64_t attribute) {
  uint64_t out = dossier;
  for (const uint64_t next : {subject, attribute}) out = ((out >> 29 ^ out) * 0xBF58476D1CE4E5B9u) ^ next;
  return static_cast<uint32_t>(out >> 32);
}

// The number that eight hexadecimal digits tell, in lower case. Each digit is turned back to see whether it
// is one.
std::optional<uint64_t> eight_digits(uint64_t word) {
  uint64_t value = (word & each_byte(0x0F)) + (word >> 6 & each_byte(1)) * 9;
  const uint64_t letters = (value + each_byte(0x80 - 10)) >> 7 & each_byte(1);
  if ((value & each_byte(0xF0)) != 0 || each_byte('0') + value + letters * ('a' - '0' - 10) != word)
    return std::nullopt;
  value = __builtin_bswap64(value);
  value = (value | value >> 4) & 0x00FF00FF00FF00FF;
  value = (value | value >> 8) & 0x0000FFFF0000FFFF;
  return (value | value >> 16) & 0xFFFFFFFF;
}

absl::string_view without_end(absl::string_view line) { return absl::StripSuffix(line, "\n"); }

// A comparison of few steps, as the length is known.
template <size_t size>
bool starts_with(absl::string_view text, const char* start) {
  return text.size() >= size && std::memcmp(text.data(), start, size) == 0;
}

// What stands behind the name of a field, with the end of the line, and was found to be good.
struct Line {
  absl::string_view text;
  uint64_t mark = 0;  // of what it tells, where a question has that

  bool is_at(absl::string_view rest) const {
    return !text.empty() && rest.size() >= text.size() && rest[text.size() - 1] == '\n' &&
           rest[0] == text[0] && std::memcmp(rest.data(), text.data(), text.size()) == 0;
  }
};

// Reads entries one by one. They are sorted, so that most lines of one are those of the entry before: such a
// line has been looked at.
class Entries {
 public:
  Entries(const OpenFile& file, uint64_t start, size_t room) : piece_(file, start, room) {}

  // The head of the file; false when it has another.
  bool skip_head() {
    const size_t line = piece_.rest().find('\n');
    if (!absl::StartsWith(piece_.rest(), "# ") || line == absl::string_view::npos) return false;
    piece_.skip(line + 1);
    return skip("version: 1\nfindings:\n");
  }

  bool at_end() {
    if (piece_.go_on()) lines_ = {};
    return piece_.rest().empty();
  }
  uint64_t place() const { return piece_.place(); }

  // False when something else follows.
  bool take() {
    if (!skip(kFingerprint)) return false;
    fingerprint_ = piece_.rest().substr(0, kDigits);
    piece_.skip(fingerprint_.size());
    there_ = 0;
    return skip("\"\n") && take<kDossier>() && take<kRule>() && take<kSubject>() && take<kAttribute>() &&
           take<kValues>() && take<kReason>() && take<kOwner>() && take<kExpires>();
  }

  absl::string_view fingerprint() const { return fingerprint_; }
  absl::string_view operator[](Field field) const {
    return has(field) ? absl::StripSuffix(lines_[field].text, "\n") : "";
  }
  uint32_t question() const { return mark_of_texts(mark(kDossier), mark(kSubject), mark(kAttribute)); }

 private:
  bool has(Field field) const { return (there_ >> field & 1) != 0; }
  uint64_t mark(Field field) const { return has(field) ? lines_[field].mark : 0; }

  bool skip(absl::string_view text) {
    if (!absl::StartsWith(piece_.rest(), text)) return false;
    piece_.skip(text.size());
    return true;
  }

  template <Field field>
  bool take() {
    absl::string_view rest = piece_.rest();
    if (!starts_with<kNames[field].size()>(rest, kNames[field].data())) return !is_needed(field);
    rest.remove_prefix(kNames[field].size());
    Line& line = lines_[field];
    if (!line.is_at(rest)) {
      line.text = read_field(field, rest);
      if (line.text.empty()) return false;
      std::string room;
      if (is_asked(field)) line.mark = mark_of_text(told(without_end(line.text), &room));
    }
    there_ |= 1u << field;
    piece_.skip(kNames[field].size() + line.text.size());
    return true;
  }

  Piece piece_;
  absl::string_view fingerprint_;
  std::array<Line, kFields> lines_;
  unsigned there_ = 0;  // bits of the fields that the entry has
};

// Finds numbers that stand twice among many: a table of bits tells most of them apart, and the few that it
// does not, with those that they met there, are sorted.
class Doubles {
 public:
  explicit Doubles(size_t most) {
    while (8 * bits_.size() < most) bits_.resize(2 * bits_.size());
  }

  void see(uint64_t number) {
    if (is_set(number)) doubtful_.push_back(number);
    set(number);
  }

  bool any_of(const std::vector<PlainEntry>& entries) {
    if (doubtful_.empty()) return false;
    std::fill(bits_.begin(), bits_.end(), 0);
    for (const uint64_t number : doubtful_) set(number);
    std::vector<uint64_t> met;
    for (const PlainEntry& entry : entries) {
      if (is_set(entry.fingerprint)) met.push_back(entry.fingerprint);
    }
    std::sort(met.begin(), met.end());
    return std::adjacent_find(met.begin(), met.end()) != met.end();
  }

 private:
  static uint64_t spread(uint64_t number) { return number * 0x9E3779B97F4A7C15u >> 20; }
  uint64_t& bits(uint64_t number) { return bits_[spread(number) >> 6 & (bits_.size() - 1)]; }
  bool is_set(uint64_t number) { return (bits(number) >> (spread(number) & 63) & 1) != 0; }
  void set(uint64_t number) { bits(number) |= uint64_t{1} << (spread(number) & 63); }

  std::vector<uint64_t> bits_ = std::vector<uint64_t>(64);  // a power of two
  std::vector<uint64_t> doubtful_;
};

}  // namespace

uint32_t mark_of(const Question& question) {
  const auto mark = [](absl::string_view text) { return text.empty() ? 0 : mark_of_text(text); };
  return mark_of_texts(mark(std::get<0>(question)), mark(std::get<1>(question)), mark(std::get<2>(question)));
}

std::optional<uint64_t> number_of(absl::string_view fingerprint) {
  if (fingerprint.size() != kDigits) return std::nullopt;
  uint64_t out = 0;
  for (const size_t at : {0, 8}) {
    const auto half = eight_digits(eight_bytes(fingerprint.data() + at));
    if (!half) return std::nullopt;
    out = out << 32 | *half;
  }
  return out;
}

bool read_plain_baseline(const OpenFile& file, std::vector<PlainEntry>* entries) {
  if (file.size() > UINT32_MAX) return false;
  const auto most = static_cast<size_t>(file.size() / kEntrySize);
  Entries next(file, 0, 4 * Piece::kSight);
  Doubles doubles(most);
  entries->reserve(most);
  if (!next.skip_head()) return false;
  while (!next.at_end()) {
    const auto start = static_cast<uint32_t>(next.place());
    if (!next.take()) return false;
    const auto number = number_of(next.fingerprint());
    if (!number) return false;
    doubles.see(*number);
    entries->push_back({*number, next.question(), start});
  }
  return next.place() == file.size() && !doubles.any_of(*entries);
}

std::optional<Accepted> to_accepted(const OpenFile& file, const PlainEntry& entry) {
  Entries fields(file, entry.start, Piece::kSight);
  if (fields.at_end() || !fields.take() || number_of(fields.fingerprint()) != entry.fingerprint ||
      fields.question() != entry.question)
    return std::nullopt;
  Accepted out;
  std::string room;
  const auto text = [&room](absl::string_view field) { return std::string(told(field, &room)); };
  out.of = {text(fields.fingerprint()), text(fields[kDossier]),   text(fields[kRule]),
            text(fields[kSubject]),     text(fields[kAttribute]), {}};
  absl::string_view values = fields[kValues];
  take_values(&values, [&](absl::string_view value) { out.of.values.push_back(text(value)); });
  out.reason = text(fields[kReason]);
  out.owner = text(fields[kOwner]);
  out.expires = text(fields[kExpires]);
  return out;
}

}  // namespace crosscheck
