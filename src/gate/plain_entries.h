// A quick reader of the files that this program writes itself. A baseline may have ten thousand entries and
// is read on every run; a reader of all YAML takes longer for that than checking a small dossier does.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace crosscheck {

// One line "name: text" or "name: [texts]" of an entry. The first of each entry is "fingerprint".
struct PlainField {
  absl::string_view name;
  bool is_list = false;
  std::vector<std::string> texts;  // one when it is no list
};

// Takes the fields of {version: 1, <list>: […]} as write_key() and write_field() lay them out, in order.
// `take` is asked for each and says whether it is content. False, possibly after some fields were taken, when
// anything stands in the file that is laid out in another way: the caller then reads it as YAML, which also
// tells what is wrong, if something is.
template <typename Take>
bool read_plain_entries(absl::string_view bytes, absl::string_view list, const Take& take);

// For the above: the next line with its field; false when it is laid out otherwise.
bool read_plain_field(absl::string_view line, bool first, PlainField* field);
// The bytes behind the head of the file; nullptr data when it has another head.
absl::string_view after_plain_head(absl::string_view bytes, absl::string_view list);

template <typename Take>
bool read_plain_entries(absl::string_view bytes, absl::string_view list, const Take& take) {
  absl::string_view rest = after_plain_head(bytes, list);
  if (rest.data() == nullptr) return false;
  PlainField field;
  for (bool any = false; !rest.empty(); any = true) {
    const size_t end = rest.find('\n');
    if (end == absl::string_view::npos || end < 5) return false;
    const bool first = rest[2] == '-';
    if (!any && !first) return false;
    if (!read_plain_field(rest.substr(0, end), first, &field) || !take(field)) return false;
    rest.remove_prefix(end + 1);
  }
  return true;
}

}  // namespace crosscheck
