#include "rules/pattern.h"

#include <catch2/catch.hpp>

#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

std::string error_of(const std::string& source, const std::string& language = "") {
  PatternError error;
  return parse_pattern(source, language, &error) ? "" : absl::StrCat(error.column, ": ", error.what);
}

TEST_CASE("patterns are read", "[rules]") {
  for (const char* source :
       {"{value:count:employee}", "@sign ..4 {value:date}", "{value:count} & @sign && {subject:person}",
        "(@sign | @sign ..2 @letter)? {value:amount}", "{value:speed} & {at:length}",
        "{part:count} ..12 {value:count}"}) {
    INFO(source);
    CHECK(error_of(source).empty());
  }
  CHECK(error_of("ont signé", "fr").empty());
}

TEST_CASE("a pattern that cannot be read is told where and why", "[rules]") {
  CHECK(error_of("{value:cuont}") == "0: 'cuont' is no type of slot");
  CHECK(error_of("@sign {value:count") == "6: '{' without a '}'");
  CHECK(error_of("{count}") == "0: a slot is {name:type} or {name:type:concept}");
  CHECK(error_of("@a signé") == "3: the word 'signé' belongs to one language");
  CHECK(error_of("@a ..99 @b") == "3: '..99' is no gap");
  CHECK(error_of("@a ..") == "5: a gap stands between two items");
  CHECK(error_of("..") == "2: something that must stand there is missing");
  CHECK(error_of("") == "0: something that must stand there is missing");
  CHECK(error_of("(@a | @b") == "8: '(' without a ')'");
  CHECK(error_of("@a) @b") == "2: ')' without a '('");
  CHECK(error_of("@a &") == "4: something that must stand there is missing");
  CHECK(error_of("(((((@a)))))") == "4: brackets are nested more than 4 deep");
  std::string endless;
  for (int i = 0; i < 50; ++i) endless += "@a ";
  CHECK(error_of(endless) == "122: a pattern has 40 items at most");
}

}  // namespace
}  // namespace crosscheck
