#include "crosscheck/formats.h"

#include <catch2/catch.hpp>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/text.h"
#include "report/escape.h"
#include "report/render.h"
#include "unit/report/approved.h"
#include "unit/report/sample.h"

namespace crosscheck {
namespace {

FormatOptions in(const char* language) {
  FormatOptions options;
  options.language = language;
  return options;
}

TEST_CASE("approved: each format for people in English, the page in French too", "[report]") {
  for (const Format& format : formats()) {
    if (std::string(format.name) == "json") continue;
    const bool of_draft = absl::StartsWith(format.name, "checklist");
    check_approved(absl::StrCat("report.", format.name),
                   format.render(of_draft ? sample::draft() : sample::report(), in("en")));
  }
  check_approved("report.fr.html", formats()[2].render(sample::report(), in("fr")));
  check_approved("report.fr.terminal", formats()[0].render(sample::report(), in("fr")));
  check_approved("report.fr.csv", render_csv(sample::report(), in("fr")));
  check_approved("draft.terminal", formats()[0].render(sample::draft(), in("en")));
  check_approved("draft.markdown", render_markdown(sample::draft(), in("en")));
  check_approved("draft.fr.checklist", render_checklist(sample::draft(), in("fr")));
}

TEST_CASE("every format is there for any report, in both languages, without a word missing", "[report]") {
  for (const Format& format : formats()) {
    for (const char* language : {"en", "fr", "xx"}) {
      for (const Report& report :
           {sample::report(), sample::draft(), sample::empty(), sample::report_of_values()}) {
        const std::string text = format.render(report, in(language));
        INFO(format.name << " " << language);
        CHECK_FALSE(text.empty());
        CHECK(text.back() == '\n');
        CHECK_FALSE(absl::StrContains(text, "⟦"));
        CHECK(is_utf8(text));
        CHECK_FALSE(absl::StrContains(text, "\x1b"));
        CHECK(text == format.render(report, in(language)));
      }
    }
  }
}

}  // namespace
}  // namespace crosscheck
