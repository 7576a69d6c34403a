#include "rules/insertions.h"

#include <catch2/catch.hpp>

#include "absl/strings/str_join.h"

namespace crosscheck {
namespace {

TEST_CASE("words go into phrases that begin with an auxiliary", "[rules]") {
  const Insertions known = {{"a", "was"}, {"pas", "not yet"}, {}};
  CHECK(absl::StrJoin(known.into("a été élu"), ", ") == "a pas été élu, a not yet été élu");
  CHECK(known.into("été élu").empty());
  CHECK(known.into("a").empty());
}

TEST_CASE("an auxiliary within a phrase may be denied", "[rules]") {
  const Insertions french = {{"a"}, {}, {"n'* pas"}};
  CHECK(absl::StrJoin(french.into("grève a été levée"), ", ") == "grève n'a pas été levée");
  CHECK(french.into("a été levée").empty());
  CHECK(french.into("la grève a").empty());
  const Insertions english = {{"was"}, {}, {"* not", "*n't"}};
  CHECK(absl::StrJoin(english.into("was armed"), ", ") == "wasn't armed");
  CHECK(absl::StrJoin(english.into("strike was lifted"), ", ") ==
        "strike was not lifted, strike wasn't lifted");
}

TEST_CASE("an object may part a verb from its particle, or from what is given", "[rules]") {
  const Insertions english = {{}, {}, {}, {"off", "down"}, {"gave"}, {"it", "them"}};
  CHECK(absl::StrJoin(english.parted("called off"), ", ") == "called it off, called them off");
  CHECK(absl::StrJoin(english.parted("turned down the offer"), ", ") ==
        "turned it down the offer, turned them down the offer");
  CHECK(absl::StrJoin(english.parted("gave the go-ahead"), ", ") ==
        "gave it the go-ahead, gave them the go-ahead");
  CHECK(english.parted("off").empty());
  CHECK(english.parted("was lifted").empty());
}

}  // namespace
}  // namespace crosscheck
