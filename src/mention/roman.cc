#include "mention/roman.h"

namespace crosscheck {
namespace {

int roman_digit(char c) {
  switch (c) {
    case 'I':
      return 1;
    case 'V':
      return 5;
    case 'X':
      return 10;
    case 'L':
      return 50;
    default:
      return 0;
  }
}

}  // namespace

size_t roman_length(absl::string_view word) {
  size_t end = 0;
  while (end < word.size() && roman_digit(word[end])) ++end;
  return end;
}

int roman_value(absl::string_view letters) {
  int value = 0;
  for (size_t i = 0; i < letters.size(); ++i) {
    const int here = roman_digit(letters[i]);
    const int next = i + 1 < letters.size() ? roman_digit(letters[i + 1]) : 0;
    if (here == 0) return 0;
    value += here < next ? -here : here;
  }
  return value;
}

}  // namespace crosscheck
