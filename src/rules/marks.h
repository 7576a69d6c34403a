// What one look at a token tells: the categories of the phrases that start there, as a set, and as marks,
// bits that also tell how it is written.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "rules/category.h"

namespace crosscheck {

// A set of categories. Most tokens start no phrase and end none: one look saves a search.
class CategorySet {
 public:
  constexpr CategorySet() = default;
  constexpr CategorySet(std::initializer_list<Category> categories) {
    for (const Category category : categories) add(category);
  }
  constexpr void add(Category category) { words_[word(category)] |= bit(category); }
  void add(const CategorySet& other) {
    words_[0] |= other.words_[0];
    words_[1] |= other.words_[1];
  }
  bool has(Category category) const { return (words_[word(category)] & bit(category)) != 0; }
  // Whether one category at least is in both.
  bool meets(const CategorySet& other) const {
    return ((words_[0] & other.words_[0]) | (words_[1] & other.words_[1])) != 0;
  }
  // The first 64 categories as bits.
  uint64_t low() const { return words_[0]; }

 private:
  static constexpr size_t word(Category category) { return static_cast<size_t>(category) / 64; }
  static constexpr uint64_t bit(Category category) {
    return uint64_t{1} << (static_cast<size_t>(category) % 64);
  }
  static_assert(kCategoryCount <= 128);
  uint64_t words_[2] = {0, 0};
};

// As bits: the categories of figures, units and dates of which a phrase starts at a token, and how it is
// written. Recognizers walk from one token that may concern them to the next.
using Marks = uint64_t;
constexpr Marks mark(Category category) {
  static_assert(static_cast<int>(Category::date_doubtful) < 48, "the marks of dates leave room for others");
  return Marks{1} << static_cast<int>(category);
}
constexpr Marks kAllCategories = mark(Category::date_doubtful) | (mark(Category::date_doubtful) - 1);
// How it is written.
constexpr Marks kDigitsMark = Marks{1} << 48;
constexpr Marks kSignMark = Marks{1} << 49;
constexpr Marks kCapitalMark = Marks{1} << 50;
constexpr Marks kAllCapitalsMark = Marks{1} << 51;
constexpr Marks kTightMark = Marks{1} << 52;  // no white space before it
constexpr Marks kJoinedMark = Marks{1}
                              << 53;  // digits or a sign close behind it, or a sign with something behind
// Of phrases of categories behind the first 64, or of several.
constexpr Marks kLinkMark = Marks{1} << 54;   // filler or noun_link
constexpr Marks kPointMark = Marks{1} << 55;  // number_point or minus
constexpr Marks kFalseMark = Marks{1} << 56;  // false_number
constexpr Marks kRoleMark = Marks{1} << 57;   // role
constexpr Marks kNoneMark = Marks{1} << 58;   // none_of
// Of phrases with a use of their own.
constexpr Marks kIdiomMark = Marks{1} << 59;  // a false number that is passed over as a whole: "à deux pas"
constexpr Marks kNeverMark = Marks{1} << 60;  // words in which no date is read: "Sunday best"
constexpr Marks kWholeDateMark = Marks{1} << 61;  // a date that hangs on no other word: "maintenant"
constexpr Marks kFrequencyMark = Marks{1} << 62;  // begins a date without a word of dates: "every", "often"
constexpr Marks kDecadeMark = Marks{1} << 63;     // an age told by its decade: "quadragénaire"

// Those of the marks that phrases of the categories give.
Marks marks_of(const CategorySet& categories);

}  // namespace crosscheck
