// The stages before comparing, for verbs that stop there (mentions, claims) or look into them (explain, rules
// test).
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "crosscheck/check.h"
#include "crosscheck/document.h"
#include "crosscheck/mention.h"
#include "ingest/ingest.h"
#include "rules/annotate.h"

namespace crosscheck {

// An article with its mentions, dates and names resolved within the article. Addresses are stable: the
// annotated text points into the document.
struct ReadArticle {
  std::unique_ptr<Document> document;
  std::unique_ptr<Annotated> text;
  std::vector<Mention> mentions;
  std::vector<Ignore> ignores;    // what it asks of the rules
  std::string agency;             // entity whose copy the article says it runs: "PARIS (AFP) -"; else empty
  std::vector<Mention> doubtful;  // names whose kind only other articles can tell for sure
};

// What the options name, in the order of the ids.
std::vector<Source> list_articles(const CheckOptions& options, Problems* problems);
// In their order; articles that cannot be read are left out and told in `problems`. The paths of the options
// are not looked at. The bytes of each source are let go once it is read.
std::vector<ReadArticle> read_sources(std::vector<Source>& sources, const CheckOptions& options,
                                      const Rulebook& rules, Problems* problems);
// Calls `take` with each of these articles and the place of its source, in any order and from several
// threads. No article will be compared with another, so that `agency` and `doubtful`, which only that needs,
// stay empty, and none is kept: what one article has taken of the memory is still at hand for the next.
void read_alone(std::vector<Source>& sources, const CheckOptions& options, const Rulebook& rules,
                Problems* problems, const std::function<void(size_t source, const ReadArticle&)>& take);
// What a report tells of the whole run before any article: program and rules.
Report report_frame(const CheckOptions& options, const Rulebook& rules);
// The stages from claims to the findings: a report without its frame.
Report check_articles(std::vector<ReadArticle> articles, const CheckOptions& options, const Rulebook& rules);

}  // namespace crosscheck
