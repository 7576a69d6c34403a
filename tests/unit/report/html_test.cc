#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "base/refusals.h"
#include "report/because.h"
#include "report/escape.h"
#include "report/render.h"
#include "unit/report/sample.h"

namespace crosscheck {
namespace {

std::string between(const std::string& text, const std::string& open, const std::string& close) {
  const size_t begin = text.find(open) + open.size();
  REQUIRE(begin >= open.size());
  return text.substr(begin, text.find(close, begin) - begin);
}

// All tags of a page, as "p", "/p", with the text between left out; style and script are skipped over.
std::vector<std::string> tags(const std::string& page) {
  std::vector<std::string> out;
  for (size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at)) {
    const size_t end = page.find('>', at);
    REQUIRE(end != std::string::npos);
    out.push_back(page.substr(at + 1, end - at - 1));
    at = end;
    if (out.back() == "style" || out.back() == "script") at = page.find("</", end);
  }
  return out;
}

std::string name_of(const std::string& tag) { return tag.substr(0, tag.find(' ')); }

std::vector<std::string> values_of(const std::vector<std::string>& all, const std::string& attribute) {
  std::vector<std::string> out;
  const std::string open = " " + attribute + "=\"";
  for (const std::string& tag : all) {
    const size_t at = tag.find(open);
    if (at != std::string::npos)
      out.push_back(tag.substr(at + open.size(), tag.find('"', at + open.size()) - at - open.size()));
  }
  return out;
}

std::string hash_of(const std::string& bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(&context, sizeof digest, digest);
  std::string out(BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE), '\0');
  base64_encode_raw(out.data(), sizeof digest, digest);
  return "'sha256-" + out + "'";
}

TEST_CASE("every element of the page is closed where it must be", "[report]") {
  const std::set<std::string> empty_elements = {"!doctype", "meta", "input"};
  for (const Report& report : {sample::report(), sample::empty(), sample::report_of_values()}) {
    std::vector<std::string> open;
    for (const std::string& tag : tags(render_html(report, {}))) {
      const std::string name = name_of(tag);
      if (name[0] == '/') {
        REQUIRE_FALSE(open.empty());
        CHECK(open.back() == name.substr(1));
        open.pop_back();
      } else if (!empty_elements.count(name) && tag.back() != '/') {
        open.push_back(name);
      }
    }
    CHECK(open.empty());
  }
}

TEST_CASE("links of the page lead somewhere and ids are given once", "[report]") {
  for (const Report& report : {sample::report(), sample::empty(), sample::report_of_values()}) {
    const std::vector<std::string> all = tags(render_html(report, {}));
    const std::vector<std::string> ids = values_of(all, "id");
    const std::set<std::string> known(ids.begin(), ids.end());
    CHECK(known.size() == ids.size());
    for (const std::string& href : values_of(all, "href")) {
      if (href[0] == '#') CHECK(known.count(href.substr(1)) == 1);
    }
  }
}

TEST_CASE("each claim of a card leads to its place in the article, and from there back", "[report]") {
  const std::string page = render_html(sample::report(), {});
  CHECK(absl::StrContains(page, "href=\"#c-2\""));
  CHECK(absl::StrContains(
      page, "<span class=\"at\" id=\"c-2\"></span><a class=\"c contradiction\" href=\"#f-0001\""));
}

TEST_CASE("nothing in an article becomes markup or is loaded", "[report]") {
  const std::string page = render_html(sample::report(), {});
  for (const std::string& tag : tags(page)) {
    const std::string name = name_of(tag);
    CHECK(name != "img");
    CHECK_FALSE(absl::StrContains(tag, " style="));
    CHECK_FALSE(absl::StrContains(tag, " src="));
    CHECK_FALSE(absl::StrContains(absl::AsciiStrToLower(tag), " on"));
  }
  const std::vector<std::string> all = tags(page);
  CHECK(std::count(all.begin(), all.end(), "script") == 1);
  for (const std::string& href : values_of(all, "href"))
    CHECK((href[0] == '#' || absl::StartsWith(href, "https://")));
  CHECK_FALSE(absl::StrContains(page, "\x1b"));
  CHECK_FALSE(absl::StrContains(page, "@import"));
  CHECK_FALSE(absl::StrContains(page, "url("));
}

TEST_CASE("the page's policy allows its own style and script and nothing else", "[report]") {
  const std::string page = render_html(sample::report(), {});
  const std::string policy = between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\">");
  CHECK(policy == "default-src 'none'; style-src " + hash_of(between(page, "<style>", "</style>")) +
                      "; script-src " + hash_of(between(page, "<script>", "</script>")) +
                      "; base-uri 'none'; form-action 'none'");
}

TEST_CASE("quotes and articles carry their own language", "[report]") {
  FormatOptions french;
  french.language = "fr";
  const std::string page = render_html(sample::report(), french);
  CHECK(absl::StrContains(page, "<html lang=\"fr\">"));
  CHECK(absl::StrContains(page, "<blockquote lang=\"en\"><p>Some <mark>770 people</mark>"));
  CHECK(absl::StrContains(page, "<div class=\"body\" lang=\"en\">"));
}

// One article whose claims lie over each other in every way.
Report overlapping() {
  Report out;
  Document document;
  document.id = document.path = "a";
  document.text = "abcdefghij\nklmno\n";
  out.documents.push_back(document);
  const TextSpan spans[] = {{0, 10}, {2, 5}, {2, 5}, {4, 8}, {8, 13}, {11, 16}, {16, 99}, {3, 3}};
  for (const TextSpan span : spans) {
    Claim claim;
    claim.span = span;
    out.not_compared.push_back({static_cast<uint32_t>(out.claims.size()), "test"});
    out.claims.push_back(claim);
  }
  return out;
}

TEST_CASE("claims that lie over each other leave the text as it is", "[report]") {
  const std::string body = between(render_html(overlapping(), {}), "<div class=\"body\">\n", "</div>");
  std::string text;
  bool inside = false;
  for (const char c : body) {
    if (c == '<') inside = true;
    if (!inside) text.push_back(c);
    if (c == '>') inside = false;
  }
  CHECK(text == "abcdefghij\nklmno\n");
  // Every claim that has a place in the text can be led to.
  for (const int claim : {0, 1, 2, 3, 4, 5})
    CHECK(absl::StrContains(body, absl::StrCat("id=\"c-", claim, "\"")));
}

TEST_CASE("words in two findings link to both", "[report]") {
  const std::string page = render_html(sample::report(), {});
  CHECK(absl::StrContains(page, "770 people</a><a class=\"ref\" href=\"#f-0003\""));
}

TEST_CASE("an agreement of one origin says so", "[report]") {
  CHECK(absl::StrContains(
      render_html(sample::report(), {}),
      "3 outlets, 1 origin (Agence Mistral); <span class=\"single\">rests on a single source</span>"));
}

TEST_CASE("each finding carries what the filter asks for", "[report]") {
  const std::string page = render_html(sample::report(), {});
  CHECK(absl::StrContains(page,
                          "id=\"f-0001\" data-finding data-v=\"contradiction\" data-s=\"error\" "
                          "data-n=\"new undecided\" data-f=\" 0 1 3 \" data-r=\"organisation.employees\""));
  CHECK(absl::StrContains(page, "<option value=\"organisation.employees\">organisation.employees</option>"));
}

TEST_CASE("pairs that are no conflict are listed by reason, a few of each, and the rest is told",
          "[report]") {
  Report report = sample::report();
  CHECK_FALSE(absl::StrContains(render_html(report, {}), "id=\"refused\""));
  for (int i = 0; i < 8; ++i) report.refusals.push_back({0, 1, "<b>x</b> tells both"});
  report.refusals.push_back({0, 2, "the days differ"});
  const std::string page = render_html(report, {});
  const std::string part = between(page, "<section aria-labelledby=\"refused\">", "</section>");
  CHECK(part.find("&lt;b&gt;x&lt;/b&gt; tells both") < part.find("the days differ"));
  CHECK(absl::StrContains(part, "3 more pairs are left out here"));
  CHECK(absl::StrContains(part, "href=\"#c-0\""));
}

TEST_CASE("why pairs are no conflict is told in the language of the page", "[report]") {
  const Words& french = Words::of("fr");
  CHECK(because(french, "one counts sites") == "l’une compte sites");
  CHECK(because(french, "one counts sites, the other shops") == "l’une compte sites, l’autre shops");
  CHECK(because(french, "one counts what was told before") == "l’une compte ce qui a été dit plus haut");
  CHECK(because(french, "too little in common: 3 of 7 points") ==
        "trop peu en commun : 3 points sur les 7 qu’il faut");
  CHECK(because(french, "le-fil tells both, so they are two things") ==
        "le-fil dit l’une et l’autre : ce sont donc deux choses");
  CHECK(because(french, "what nobody knows") == "what nobody knows");
  CHECK(because(Words::of("en"), "both may be true") == "both may be true");
}

TEST_CASE("where a dossier may have lost some pairs, the page says so", "[report]") {
  Report report = sample::report();
  report.refusals.assign(kRefusalsOfFacts - 1, {0, 1, "both may be true"});
  CHECK_FALSE(absl::StrContains(render_html(report, {}), "there may be more"));
  report.refusals.push_back({0, 2, "both may be true"});
  CHECK(absl::StrContains(render_html(report, {}), "there may be more"));
}

TEST_CASE("the matrix tells of each two sources in words", "[report]") {
  CHECK(absl::StrContains(render_html(sample::report(), {}),
                          "<span class=\"no\">2<span class=\"unseen\"> contradictions</span></span>"));
}

TEST_CASE("updates stand on a line of time with their steps in words", "[report]") {
  const std::string page = render_html(sample::report(), {});
  const std::string timeline = between(page, "<ol class=\"timeline\">", "</section>");
  CHECK(absl::StrContains(timeline, "<a href=\"#f-0005\">Solvane — signatories</a>"));
  CHECK(timeline.find("more than 500") < timeline.find("more than 600"));
  CHECK(timeline.find("more than 600") < timeline.find("more than 700"));
}

}  // namespace
}  // namespace crosscheck
