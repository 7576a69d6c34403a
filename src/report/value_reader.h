// The shapes that value_json writes, read back from JSON whose numbers were kept as they are written
// (parse_json_exactly). What is missing or of another type is left as it is in an
// empty value: reports of later versions may have more fields.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "base/json_reader.h"
#include "crosscheck/claim.h"
#include "crosscheck/document.h"

namespace crosscheck {

Value read_value(const JsonValue& from);
Qualifiers read_qualifiers(const JsonValue& from);
// "2023-11-20", "2023-11-20T09:00:00+01:00"; nullopt when it is no moment.
std::optional<Moment> read_published(const std::string& text);

// The one of `all` that has this name; `otherwise` when none has.
template <typename Enum>
Enum enum_named(const std::string& name, std::initializer_list<Enum> all, Enum otherwise) {
  for (const Enum one : all) {
    if (name == to_string(one)) return one;
  }
  return otherwise;
}

}  // namespace crosscheck
