// Writes JSON by hand-over-hand calls. Amounts keep their exact digits.
//
//   JsonWriter json(JsonWriter::Layout::line);
//   json.begin_object();
//   json.key("low").number(Decimal(750));
//   json.end_object();
//   std::string text = json.take();     // {"low":750}
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "crosscheck/decimal.h"

namespace crosscheck {

class JsonWriter {
 public:
  enum class Layout { line, indented };
  // A name that the code tells: short, of plain letters, so that nothing of it is looked at when it is
  // written.
  class Name {
   public:
    consteval Name(const char* text) : text_(text) {  // NOLINT: a literal is a name
      for (const char c : text_) {
        if (c < ' ' || c > '~' || c == '"' || c == '\\') throw "a name has to be escaped";
      }
    }
    absl::string_view text() const { return text_; }

   private:
    absl::string_view text_;
  };

  explicit JsonWriter(Layout layout);
  ~JsonWriter();

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  JsonWriter& key(Name name);
  JsonWriter& other_key(absl::string_view name);
  // Bytes that are no UTF-8 (a file name) become U+FFFD: the output is always valid.
  void string(absl::string_view text);
  void string_or_null(absl::string_view text);  // null when empty
  void number(const Decimal& value);
  void number(const std::optional<Decimal>& value);  // null when absent
  void integer(int64_t value);
  void boolean(bool value);
  void null();

  std::string take();
  // Hands over what was written since the last call, so that a long text need not be in memory.
  void drain(const std::function<void(absl::string_view)>& put);
  // How many bytes wait to be taken or drained.
  size_t size() const;
  // The items of an array whose text another writer has made, at the same depth: what is drained between the
  // two calls stands among them.
  void begin_foreign_array();
  void end_foreign_array(bool empty);

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace crosscheck
