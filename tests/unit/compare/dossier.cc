#include "unit/compare/dossier.h"

#include <catch2/catch.hpp>

#include "absl/strings/str_cat.h"
#include "check_steps.h"

namespace crosscheck {

Report checked(const std::vector<Told>& articles) {
  static Problems rule_problems;
  static const auto rules = load_rules({}, &rule_problems);
  REQUIRE(rules);
  std::vector<Source> sources;
  for (const Told& told : articles) {
    Source source;
    source.id = source.path = absl::StrCat("a", sources.size() + 1);
    source.bytes = told.text + "\n";
    source.in_memory = true;
    source.given.language = {told.language, MetadataOrigin::given};
    source.given.source = {told.source, MetadataOrigin::given};
    sources.push_back(std::move(source));
  }
  CheckOptions options;
  options.jobs = 1;
  Problems problems;
  return check_articles(read_sources(sources, options, *rules, &problems), options, *rules);
}

std::vector<std::string> findings_of(const Report& report, const std::string& rule) {
  std::vector<std::string> out;
  for (const Finding& finding : report.findings) {
    if (finding.rule != rule) continue;
    std::string text = to_string(finding.verdict);
    for (const Member& member : finding.members) {
      const Claim& claim = report.claims[member.claim];
      absl::StrAppend(&text, &member == &finding.members.front() ? ": " : " | ", claim.quote, " (",
                      report.documents[claim.document].id, ")");
    }
    out.push_back(std::move(text));
  }
  return out;
}

}  // namespace crosscheck
