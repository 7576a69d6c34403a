#include "base/many_bytes.h"

#include <catch2/catch.hpp>
#include <string>

#include "base/text.h"

namespace crosscheck {
namespace {

TEST_CASE("what a text in quotes cannot hold is found wherever it stands", "[base]") {
  for (size_t size = 0; size < 50; ++size) {
    const std::string clean(size, size % 2 != 0 ? 'e' : '\xE9');
    CHECK(find_to_escape(clean, 0) == size);
    for (size_t at = 0; at < size; ++at) {
      for (const char mark : {'"', '\\', '\n', '\0', '\x1F'}) {
        std::string text = clean;
        text[at] = mark;
        CHECK(find_to_escape(text, 0) == at);
        CHECK(find_to_escape(text, at + 1) == size);
      }
    }
  }
}

TEST_CASE("neighbours of what must be escaped stand for themselves", "[base]") {
  std::string text;
  for (int byte = 0x20; byte < 0x100; ++byte) {
    if (byte != '"' && byte != '\\') text.push_back(static_cast<char>(byte));
  }
  CHECK(find_to_escape(text, 0) == text.size());
}

TEST_CASE("characters are counted and found well-formed wherever they stand", "[base]") {
  for (const std::string character : {"é", "€", "\U0001F600"}) {
    for (size_t before = 0; before < 20; ++before) {
      for (size_t behind = 0; behind < 20; ++behind) {
        const std::string text = std::string(before, 'a') + character + character + std::string(behind, 'z');
        CHECK(count_code_points(text) == static_cast<int>(before + 2 + behind));
        CHECK(is_utf8(text));
        CHECK(!is_utf8(text.substr(0, before + character.size() * 2 - 1)));
        CHECK(!is_utf8(text.substr(0, before) + text.substr(before + 1 + character.size())));
      }
    }
  }
}

}  // namespace
}  // namespace crosscheck
