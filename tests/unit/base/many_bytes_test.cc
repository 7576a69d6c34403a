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

TEST_CASE("sixteen bytes are asked at once as one by one", "[base]") {
  std::string text;
  for (int byte = 0; byte < 0x110; ++byte) text.push_back(static_cast<char>(byte * 7));
  for (size_t at = 0; at + SixteenBytes::kSize <= text.size(); ++at) {
    const SixteenBytes block(text.data() + at);
    uint32_t beyond = 0, equal = 0, within = 0, letters = 0;
    for (size_t i = 0; i < SixteenBytes::kSize; ++i) {
      const auto byte = static_cast<uint8_t>(text[at + i]);
      beyond |= uint32_t{byte >= 0x80} << i;
      equal |= uint32_t{byte == 0xC3} << i;
      within |= uint32_t{byte >= 0x61 && byte <= 0xC2} << i;
      letters |= uint32_t{(byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'} << i;
    }
    CHECK(block.beyond_ascii() == beyond);
    CHECK(block.equal(0xC3) == equal);
    CHECK(block.within(0x61, 0xC2) == within);
    CHECK(block.ascii_letters() == letters);
  }
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
