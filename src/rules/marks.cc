#include "rules/marks.h"

namespace crosscheck {

Marks marks_of(const CategorySet& categories) {
  static constexpr CategorySet kLinks = {Category::filler, Category::noun_link};
  static constexpr CategorySet kPoints = {Category::number_point, Category::minus};
  const auto when = [](bool is, Marks marks) { return is ? marks : 0; };
  return (categories.low() & kAllCategories) | when(categories.meets(kLinks), kLinkMark) |
         when(categories.meets(kPoints), kPointMark) |
         when(categories.has(Category::false_number), kFalseMark) |
         when(categories.has(Category::role), kRoleMark) | when(categories.has(Category::none_of), kNoneMark);
}

}  // namespace crosscheck
