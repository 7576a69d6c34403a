// A value that the data name ("more_than", "the"), as a number: code compares it with its own words, which
// become numbers when it is compiled, by one instruction and without a look at the text.
//
//   read.hit(at, Category::date_article, "the")
//
// Equal numbers are taken as equal words; a test holds those of the shipped rules apart.
#pragma once

#include <cstdint>

#include "absl/strings/string_view.h"

namespace crosscheck {

class Symbol {
 public:
  consteval Symbol(const char* text) : number_(number_of(text)) {}  // NOLINT: a word of the code is a symbol
  // Of a text that is known only when the program runs.
  static constexpr Symbol of(absl::string_view text) { return Symbol(number_of(text)); }

  static constexpr uint32_t number_of(absl::string_view text) {
    uint32_t number = 2166136261u;  // FNV-1a
    for (const char c : text) number = (number ^ static_cast<uint8_t>(c)) * 16777619u;
    return number;
  }
  constexpr uint32_t number() const { return number_; }
  friend constexpr bool operator==(Symbol, Symbol) = default;

 private:
  explicit constexpr Symbol(uint32_t number) : number_(number) {}

  uint32_t number_;
};

}  // namespace crosscheck
