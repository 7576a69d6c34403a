#include "review/guard.h"

#include <catch2/catch.hpp>
#include <set>

namespace crosscheck {
namespace {

const Address kHere{8123, "0123456789abcdef0123456789abcdef"};

Asked page() { return {"GET", kHere.page_path(), "127.0.0.1:8123", "", "", ""}; }
Asked decision() {
  return {"POST",           kHere.decide_path(),
          "127.0.0.1:8123", "http://127.0.0.1:8123",
          "same-origin",    "application/x-www-form-urlencoded; charset=UTF-8"};
}

int status(const Asked& asked) {
  const auto denial = deny(kHere, asked);
  return denial ? denial->status : 200;
}

TEST_CASE("the page and a decision from the page are answered", "[review]") {
  CHECK(status(page()) == 200);
  CHECK(status(decision()) == 200);
  CHECK(kHere.url() == "http://127.0.0.1:8123/0123456789abcdef0123456789abcdef/");
}

TEST_CASE("a guess at the secret finds nothing, not even that something is there", "[review]") {
  for (const char* path : {"/", "", "/0123456789abcdef0123456789abcdee/", "/0123456789abcdef0123456789abcdef",
                           "//0123456789abcdef0123456789abcdef/"}) {
    Asked asked = page();
    asked.path = path;
    CHECK(status(asked) == 404);
    asked.method = "POST";
    CHECK(status(asked) == 404);
  }
}

TEST_CASE("another host's name that leads here is refused before anything else", "[review]") {
  for (const char* host :
       {"", "example.org", "127.0.0.1", "127.0.0.1:8124", "0.0.0.0:8123", "localhost.:8123"}) {
    Asked asked = page();
    asked.host = host;
    CHECK(status(asked) == 421);
  }
}

TEST_CASE("other sites are refused, and a decision must say where it comes from", "[review]") {
  Asked asked = decision();
  for (const char* origin :
       {"", "null", "http://example.org", "https://127.0.0.1:8123", "http://127.0.0.1:81230"}) {
    asked.origin = origin;
    CHECK(status(asked) == 403);
  }
  asked = page();
  asked.fetch_site = "cross-site";
  CHECK(status(asked) == 403);
  // One name for the page, another for its form: two origins to the browser.
  asked = decision();
  asked.host = "localhost:8123";
  CHECK(status(asked) == 403);
}

TEST_CASE("secrets are long and not the same twice", "[review]") {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    CHECK(make_secret().size() == 32);
    CHECK(seen.insert(make_secret()).second);
  }
}

}  // namespace
}  // namespace crosscheck
