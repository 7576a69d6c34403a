#include "text/look_alike.h"

#include <catch2/catch.hpp>

namespace crosscheck {
namespace {

TEST_CASE("names that look alike have one key", "[text]") {
  CHECK(look_alike_key("OpenAI") == look_alike_key("OpenAl"));
  CHECK(look_alike_key("Crédit Orvalis") == look_alike_key("Crédit Orvаlis"));  // a Cyrillic а
  CHECK(look_alike_key("Crédit Orvalis") == look_alike_key("Cre\u0301dit Orvalis"));
  CHECK(look_alike_key("Orvalis") != look_alike_key("Orvalys"));
  CHECK(look_alike_key("Crédit") != look_alike_key("Credit"));
}

TEST_CASE("a skeleton is told letter by letter as of the whole", "[text]") {
  for (const std::string name : {"Élodie Mårtensson", "Łódź", "Œuvre 1", "Ile-de-Brève"}) {
    std::string whole;
    for (size_t at = 0; at < name.size();) {
      const size_t size = (name[at] & 0x80) == 0 ? 1 : 2;
      whole += look_alike_skeleton(name.substr(at, size));
      at += size;
    }
    CHECK(look_alike_skeleton(name) == whole);
  }
}

}  // namespace
}  // namespace crosscheck
