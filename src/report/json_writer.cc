#include "report/json_writer.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "report/escape.h"

namespace crosscheck {

using Buffer = rapidjson::StringBuffer;

struct JsonWriter::Implementation {
  Buffer buffer;
  rapidjson::Writer<Buffer> line{buffer};
  rapidjson::PrettyWriter<Buffer> indented{buffer};
  bool indent = false;

  // The two writers share names, not a base with virtual functions.
  template <typename Call>
  void write(Call call) {
    if (indent) {
      call(indented);
    } else {
      call(line);
    }
  }
};

JsonWriter::JsonWriter(Layout layout) : implementation_(std::make_unique<Implementation>()) {
  implementation_->indent = layout == Layout::indented;
  implementation_->indented.SetIndent(' ', 1);
}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() {
  implementation_->write([](auto& writer) { writer.StartObject(); });
}
void JsonWriter::end_object() {
  implementation_->write([](auto& writer) { writer.EndObject(); });
}
void JsonWriter::begin_array() {
  implementation_->write([](auto& writer) { writer.StartArray(); });
}
void JsonWriter::end_array() {
  implementation_->write([](auto& writer) { writer.EndArray(); });
}

JsonWriter& JsonWriter::key(absl::string_view name) {
  implementation_->write(
      [&](auto& writer) { writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); });
  return *this;
}

void JsonWriter::string(absl::string_view text) {
  std::string mended;
  if (!is_utf8(text)) {
    mended = mend_utf8(text);
    text = mended;
  }
  // data() of an empty view may be null, which the writer refuses.
  const char* data = text.empty() ? "" : text.data();
  implementation_->write(
      [&](auto& writer) { writer.String(data, static_cast<rapidjson::SizeType>(text.size())); });
}

void JsonWriter::string_or_null(absl::string_view text) {
  if (text.empty()) return null();
  string(text);
}

void JsonWriter::number(const Decimal& value) {
  const std::string digits = value.to_string();
  implementation_->write(
      [&](auto& writer) { writer.RawValue(digits.data(), digits.size(), rapidjson::kNumberType); });
}

void JsonWriter::number(const std::optional<Decimal>& value) {
  if (!value) return null();
  number(*value);
}

void JsonWriter::integer(int64_t value) {
  implementation_->write([&](auto& writer) { writer.Int64(value); });
}
void JsonWriter::boolean(bool value) {
  implementation_->write([&](auto& writer) { writer.Bool(value); });
}
void JsonWriter::null() {
  implementation_->write([](auto& writer) { writer.Null(); });
}

std::string JsonWriter::take() {
  return {implementation_->buffer.GetString(), implementation_->buffer.GetSize()};
}

}  // namespace crosscheck
