#include "rules/insertions.h"

#include <catch2/catch.hpp>

#include "absl/strings/str_join.h"

namespace crosscheck {
namespace {

TEST_CASE("words go into phrases that begin with an auxiliary", "[rules]") {
  const Insertions known = {{"a", "was"}, {"pas", "not yet"}};
  CHECK(absl::StrJoin(known.into("a été élu"), ", ") == "a pas été élu, a not yet été élu");
  CHECK(known.into("été élu").empty());
  CHECK(known.into("a").empty());
}

}  // namespace
}  // namespace crosscheck
