#include "rules/category.h"

#include <iterator>

namespace crosscheck {
namespace {

struct Row {
  absl::string_view name;
  PayloadType payload;
};

constexpr Row kRows[] = {
#define ROW(name, payload, text) {#name, PayloadType::payload},
    CROSSCHECK_CATEGORIES(ROW)
#undef ROW
};

}  // namespace

absl::string_view category_name(Category category) { return kRows[static_cast<size_t>(category)].name; }

PayloadType payload_type(Category category) { return kRows[static_cast<size_t>(category)].payload; }

std::optional<Category> category_of(absl::string_view name) {
  for (size_t i = 0; i < std::size(kRows); ++i) {
    if (kRows[i].name == name) return static_cast<Category>(i);
  }
  return std::nullopt;
}

}  // namespace crosscheck
