#include "base/yaml.h"

#include <catch2/catch.hpp>

namespace crosscheck {
namespace {

std::string all(const Problems& problems) {
  std::string out;
  for (const Problem& problem : problems) out += to_text(problem);
  return out;
}

TEST_CASE("an unknown key is told with its line, a caret and the nearest known key", "[base]") {
  Problems problems;
  const YamlFile file = YamlFile::parse("rules/x.yml", "id: a\npatern: b\n", &problems);
  file.root().expect_keys({"id", "pattern"}, &problems);
  CHECK(all(problems) ==
        "rules/x.yml:2:1: error: the key 'patern' is not known here\n"
        "    patern: b\n"
        "    ^\n"
        "  write 'pattern', or take the line out\n");
}

TEST_CASE("a key that stands twice is an error", "[base]") {
  Problems problems;
  YamlFile::parse("x.yml", "a: 1\nb: 2\na: 3\n", &problems);
  CHECK(all(problems) ==
        "x.yml:3:1: error: the key 'a' stands twice, first in line 1\n"
        "    a: 3\n"
        "    ^\n"
        "  keep one of the two\n");
}

TEST_CASE("a wrong type is told at its place", "[base]") {
  Problems problems;
  const YamlFile file = YamlFile::parse("x.yml", "id: [1, 2]\n", &problems);
  CHECK(file.root().at("id").text(&problems).empty());
  CHECK(all(problems) ==
        "x.yml:1:5: error: a text is wanted here, not a list\n"
        "    id: [1, 2]\n"
        "        ^\n"
        "  write one text\n");
}

TEST_CASE("YAML that does not parse is told, not thrown", "[base]") {
  Problems problems;
  const YamlFile file = YamlFile::parse("x.yml", "a: [1, 2\nb: 3\n", &problems);
  CHECK_FALSE(file.root());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].line >= 1);
}

TEST_CASE("an alias bomb is refused", "[base]") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 10; ++i) bomb += std::string(i ? ", *" : "*") + static_cast<char>(c - 1);
    bomb += "]\n";
  }
  Problems problems;
  const YamlFile file = YamlFile::parse("x.yml", bomb, &problems);
  CHECK_FALSE(file.root());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].what == "its aliases unfold to more than 1,000,000 values");
}

TEST_CASE("values are read with their places", "[base]") {
  Problems problems;
  const YamlFile file = YamlFile::parse("x.yml", "list: [a, b]\none: a\nnumber: 7\nflag: true\n", &problems);
  const YamlNode root = file.root();
  CHECK(root.at("list").texts(&problems) == std::vector<std::string>{"a", "b"});
  CHECK(root.at("one").texts(&problems) == std::vector<std::string>{"a"});
  CHECK(root.at("number").integer(0, 10, &problems) == 7);
  CHECK(root.at("flag").boolean(&problems));
  CHECK_FALSE(root.at("nothing"));
  CHECK(root.at("number").line() == 3);
  CHECK(root.at("number").column() == 9);
  CHECK(problems.empty());
}

}  // namespace
}  // namespace crosscheck
