#include "report/escape.h"

#include <catch2/catch.hpp>

#include "base/text.h"

namespace crosscheck {
namespace {

TEST_CASE("text of articles is no markup", "[report]") {
  CHECK(escape_html("<script>alert('a' & \"b\")</script>") ==
        "&lt;script&gt;alert(&#39;a&#39; &amp; &quot;b&quot;)&lt;/script&gt;");
  CHECK(escape_html("\x1b[31m") == "␛[31m");
  CHECK(escape_html(std::string("a\0b", 3)) == "a␀b");
}

TEST_CASE("text of articles is no Markdown", "[report]") {
  CHECK(escape_markdown("a|b\nc") == "a\\|b c");
  CHECK(escape_markdown("**gras** `code` [lien](x) <b> & ~~x~~") ==
        "\\*\\*gras\\*\\* \\`code\\` \\[lien\\](x) &lt;b&gt; &amp; \\~\\~x\\~\\~");
  // A zero-width space keeps the name and the number from being read as such.
  CHECK(escape_markdown("@solvane") == "@\u200Bsolvane");
  CHECK(escape_markdown("#12") == "\\#\u200B12");
  CHECK(escape_markdown("https://example.invalid") == "https:\u200B//example.invalid");
}

TEST_CASE("bytes that are no UTF-8 are mended", "[report]") {
  struct Case {
    const char* name;
    std::string bytes;
    std::string mended;
  };
  const Case cases[] = {
      {"Latin-1", "caf\xE9", "caf\uFFFD"},
      {"cut at the end", "a\xE2\x82", "a\uFFFD\uFFFD"},
      {"overlong", "\xC0\xAF", "\uFFFD\uFFFD"},
      {"surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"beyond Unicode", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"well formed", "é€😀", "é€😀"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(mend_utf8(c.bytes) == c.mended);
    CHECK(is_utf8(c.bytes) == (c.bytes == c.mended));
  }
}

}  // namespace
}  // namespace crosscheck
