#include "report/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <vector>

#include "base/many_bytes.h"
#include "base/text.h"
#include "report/escape.h"

namespace crosscheck {
namespace {

// The letter that follows the backslash for each byte; 'u' for \u00XX, 0 where the byte stands for itself.
constexpr std::array<char, 256> escapes() {
  std::array<char, 256> out{};
  for (size_t byte = 0; byte < 0x20; ++byte) out[byte] = 'u';
  out['\b'] = 'b', out['\f'] = 'f', out['\n'] = 'n', out['\r'] = 'r', out['\t'] = 't';
  out['"'] = '"', out['\\'] = '\\';
  return out;
}
constexpr std::array<char, 256> kEscapes = escapes();

// Copies a text to `out`, which has room for it, eight bytes at a time. Whether it is UTF-8 with nothing to
// escape.
bool copy_plain(absl::string_view text, char* out) {
  constexpr size_t kWord = sizeof(uint64_t);
  uint64_t marks = 0, all = 0;
  if (text.size() < kWord) {
    for (const char c : text) {
      marks |= static_cast<uint8_t>(kEscapes[static_cast<unsigned char>(c)]);
      all |= static_cast<uint8_t>(c);
      *out++ = c;
    }
  } else {
    const auto copy = [&](size_t at) {
      std::memcpy(out + at, text.data() + at, kWord);
      const uint64_t bytes = eight_bytes(text.data() + at);
      marks |= marks_to_escape(bytes);
      all |= bytes;
    };
    for (size_t at = 0; at + kWord < text.size(); at += kWord) copy(at);
    copy(text.size() - kWord);
  }
  return marks == 0 && ((all & each_byte(0x80)) == 0 || is_utf8(text));
}

}  // namespace

// Reports are several times as large as their articles, so that writing them is a good part of the run: one
// buffer, in which each piece is written where it stays.
struct JsonWriter::Implementation {
  struct Level {
    bool array;
    size_t count;  // of values and keys
  };
  std::vector<Level> levels;
  bool indent = false;

  Implementation() { levels.reserve(kDeepest); }

  static constexpr size_t kDeepest = 24;  // levels whose indentation is written at once
  static constexpr size_t kShort = 48;    // bytes of a text that is written at once

  // Where at least `size` bytes can be written; finish() tells where they end.
  char* room(size_t size) {
    if (bytes.size() - used < size) bytes.resize(std::max(bytes.size() * 2, used + size + kFirst));
    return bytes.data() + used;
  }
  void finish(const char* end) { used = static_cast<size_t>(end - bytes.data()); }
  void append(absl::string_view text) {
    char* const out = room(text.size());
    std::memcpy(out, text.data(), text.size());
    used += text.size();
  }
  absl::string_view written() const { return {bytes.data(), used}; }
  void clear() { used = 0; }
  std::string take() {
    bytes.resize(used);
    used = 0;
    return std::move(bytes);
  }

  // A comma and a line end with its indentation, where they are wanted, at `at`, which has room for kDeepest
  // and two more. Returns the end.
  char* part(bool comma, char* at) const {
    if (comma) *at++ = ',';
    if (!indent) return at;
    *at++ = '\n';
    const size_t depth = std::min(levels.size(), kDeepest);
    std::memset(at, ' ', kDeepest);
    return at + depth;
  }

  void new_line(bool comma) {
    finish(part(comma, room(kDeepest + 2)));
    if (indent && levels.size() > kDeepest) append(std::string(levels.size() - kDeepest, ' '));
  }

  // Whether a line begins with what comes next; a key brings along what parts it from its value.
  static bool begins_line(const Level& level) { return level.array || level.count % 2 == 0; }

  // What parts a value or key from what stands before it.
  void prefix() {
    if (levels.empty()) return;
    Level& level = levels.back();
    if (begins_line(level)) new_line(level.count > 0);
    ++level.count;
  }

  void open(bool array) {
    prefix();
    levels.push_back({array, 0});
    append(array ? "[" : "{");
  }

  void close() {
    const Level level = levels.back();
    levels.pop_back();
    if (level.count > 0) new_line(false);
    append(level.array ? "]" : "}");
  }

  void raw(absl::string_view text) {
    prefix();
    append(text);
  }

  // Most texts are short and hold nothing to escape: one piece with the signs around them. False, with
  // nothing written, when that is not so.
  bool short_piece(absl::string_view text) {
    if (levels.empty() || levels.size() > kDeepest || text.size() > kShort) return false;
    Level& level = levels.back();
    char* end = room(kDeepest + kShort + 8);
    if (begins_line(level)) end = part(level.count > 0, end);
    *end++ = '"';
    if (!copy_plain(text, end)) return false;
    end += text.size();
    *end++ = '"';
    finish(end);
    ++level.count;
    return true;
  }

  void key(absl::string_view name) {
    if (levels.size() > kDeepest || name.size() > kShort) return other_key(name);
    Level& level = levels.back();
    char* end = part(level.count > 0, room(kDeepest + kShort + 8));
    *end++ = '"';
    std::memcpy(end, name.data(), name.size());
    end += name.size();
    *end++ = '"';
    *end++ = ':';
    if (indent) *end++ = ' ';
    finish(end);
    ++level.count;
  }

  void other_key(absl::string_view name) {
    quoted(name);
    append(indent ? ": " : ":");
  }

  void quoted(absl::string_view text) {
    constexpr char kHex[] = "0123456789ABCDEF";
    prefix();
    append("\"");
    size_t done = 0;
    for (size_t at = find_to_escape(text, 0); at < text.size(); at = find_to_escape(text, at + 1)) {
      const auto byte = static_cast<unsigned char>(text[at]);
      const char escape = kEscapes[byte];
      append(text.substr(done, at - done));
      done = at + 1;
      const char sign[] = {'\\', escape, '0', '0', kHex[byte >> 4], kHex[byte & 15]};
      append({sign, escape == 'u' ? sizeof sign : size_t{2}});
    }
    append(text.substr(done));
    append("\"");
  }

 private:
  static constexpr size_t kFirst = 256;

  std::string bytes;  // as large as there is room; the first `used` of them are written
  size_t used = 0;
};

JsonWriter::JsonWriter(Layout layout) : implementation_(std::make_unique<Implementation>()) {
  implementation_->indent = layout == Layout::indented;
}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() { implementation_->open(false); }
void JsonWriter::end_object() { implementation_->close(); }
void JsonWriter::begin_array() { implementation_->open(true); }
void JsonWriter::end_array() { implementation_->close(); }

JsonWriter& JsonWriter::key(Name name) {
  implementation_->key(name.text());
  return *this;
}

JsonWriter& JsonWriter::other_key(absl::string_view name) {
  implementation_->other_key(name);
  return *this;
}

void JsonWriter::string(absl::string_view text) {
  if (implementation_->short_piece(text)) return;
  if (is_utf8(text)) return implementation_->quoted(text);
  implementation_->quoted(mend_utf8(text));
}

void JsonWriter::string_or_null(absl::string_view text) {
  if (text.empty()) return null();
  string(text);
}

void JsonWriter::number(const Decimal& value) { implementation_->raw(value.to_string()); }

void JsonWriter::number(const std::optional<Decimal>& value) {
  if (!value) return null();
  number(*value);
}

void JsonWriter::integer(int64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  implementation_->raw({digits, static_cast<size_t>(end - digits)});
}
void JsonWriter::boolean(bool value) { implementation_->raw(value ? "true" : "false"); }
void JsonWriter::null() { implementation_->raw("null"); }

std::string JsonWriter::take() { return implementation_->take(); }

void JsonWriter::drain(const std::function<void(absl::string_view)>& put) {
  put(implementation_->written());
  implementation_->clear();
}

size_t JsonWriter::size() const { return implementation_->written().size(); }

void JsonWriter::begin_foreign_array() { implementation_->open(true); }

void JsonWriter::end_foreign_array(bool empty) {
  implementation_->levels.back().count = empty ? 0 : 1;
  implementation_->close();
}

}  // namespace crosscheck
