#include "crosscheck/decimal.h"

#include <catch2/catch.hpp>

#include "base/whole_part.h"

namespace crosscheck {
namespace {

Decimal number(const char* text) { return Decimal::parse(text).value(); }

TEST_CASE("decimals are read and printed digit by digit", "[base]") {
  struct Row {
    const char* text;
    const char* printed;
  };
  const Row rows[] = {
      {"750", "750"},        {"-3.1", "-3.1"},     {"0.19", "0.19"},         {"1e6", "1000000"},
      {"1.28e6", "1280000"}, {".5", "0.5"},        {"7.50", "7.5"},          {"0", "0"},
      {"-0", "0"},           {"2.5e-3", "0.0025"}, {"68.7e9", "68700000000"}};
  for (const Row& row : rows) {
    INFO(row.text);
    REQUIRE(Decimal::parse(row.text));
    CHECK(number(row.text).to_string() == row.printed);
  }
  for (const char* text : {"", "-", ".", "1,5", "1.2.3", "e5", "1e", "0x10", " 1", "1e999",
                           "999999999999999999999999999999999999999999"}) {
    INFO(text);
    CHECK_FALSE(Decimal::parse(text));
  }
}

TEST_CASE("decimals compare by size, whatever their scale", "[base]") {
  CHECK(number("700") < number("750"));
  CHECK(number("0.9") < number("1e30"));
  CHECK(number("-5") < number("0"));
  CHECK(number("-7") < number("-5"));
  CHECK(number("0") < number("1e-30"));
  CHECK_FALSE(number("0") < number("-1e-30"));
  CHECK(number("12345678901234567890.5") < number("12345678901234567891"));
  CHECK(number("1000") == number("1e3"));
}

TEST_CASE("decimal arithmetic is exact and says when it cannot be", "[base]") {
  CHECK(add(number("0.1"), number("0.2")) == number("0.3"));
  CHECK(multiply(number("1.3"), number("1e9")) == number("1300000000"));
  CHECK(divide(number("500"), number("750"), 4) == number("0.6667"));
  CHECK(divide(number("-1"), number("3"), 2) == number("-0.33"));
  CHECK(divide(number("1e9"), number("0.3048"), 0) == number("3280839895"));
  CHECK_FALSE(divide(number("1"), number("0"), 2));
  CHECK_FALSE(add(number("1e60"), number("1e-60")));
  CHECK_FALSE(multiply(number("12345678901234567891"), number("98765432109876543211")));
}

TEST_CASE("the whole part of a decimal is what stands before the point", "[base]") {
  struct Row {
    const char* text;
    std::optional<int64_t> whole;
  };
  const Row rows[] = {{"0", 0},
                      {"2.75", 2},
                      {"-2.75", -2},
                      {"0.001", 0},
                      {"1e6", 1000000},
                      {"9223372036854775807", 9223372036854775807},
                      {"9223372036854775808", std::nullopt},
                      {"-1e19", std::nullopt},
                      {"1e300", std::nullopt},
                      {"1e-300", 0}};
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(whole_part(number(row.text)) == row.whole);
  }
}

}  // namespace
}  // namespace crosscheck
