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

bool is_grammar(Category category) {
  switch (category) {
    case Category::frequent:
    case Category::filler:
    case Category::noun_stop:
    case Category::noun_link:
    case Category::clause_break:
    case Category::clause_joint:
    case Category::list_joint:
    case Category::pronoun:
    case Category::negation:
    case Category::conditional:
    case Category::possible:
    case Category::planned:
    case Category::bound_before:
    case Category::bound_after:
    case Category::cardinal:
    case Category::scale:
    case Category::currency:
    case Category::unit:
    case Category::duration_unit:
    case Category::percent_word:
    case Category::month:
    case Category::weekday:
    case Category::day_part:
    case Category::day_offset:
    case Category::date_article:
    case Category::according:
    case Category::speech:
    case Category::not_a_name:
      return true;
    default:
      return false;
  }
}

absl::string_view category_name(Category category) { return kRows[static_cast<size_t>(category)].name; }

PayloadType payload_type(Category category) { return kRows[static_cast<size_t>(category)].payload; }

std::optional<Category> category_of(absl::string_view name) {
  for (size_t i = 0; i < std::size(kRows); ++i) {
    if (kRows[i].name == name) return static_cast<Category>(i);
  }
  return std::nullopt;
}

}  // namespace crosscheck
