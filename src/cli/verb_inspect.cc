// mentions, claims, explain: what stands behind a report.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "check_steps.h"
#include "cli/session.h"
#include "crosscheck/formats.h"
#include "explain.h"
#include "report/value_json.h"

namespace crosscheck {

ExitStatus run_mentions(const Call& call) {
  const auto rules = rules_of(call);
  if (!rules) return ExitStatus::wrong_call;
  Problems problems;
  CheckOptions options = options_of(call);
  options.as_is = options.jsonl;  // passages, not pages
  std::vector<Source> sources = list_articles(options, &problems);
  const std::vector<ReadArticle> articles = read_sources(sources, options, *rules, &problems);
  absl::flat_hash_map<std::string, const ReadArticle*> by_id;
  for (const ReadArticle& article : articles) by_id[article.document->id] = &article;
  // A program that sends lines wants one answer to each, in their order, also to one without text.
  if (options.jsonl) {
    std::sort(sources.begin(), sources.end(),
              [](const Source& a, const Source& b) { return a.order < b.order; });
  }
  std::string out;
  for (const Source& source : sources) {
    const auto read = by_id.find(source.id);
    if (read != by_id.end()) {
      out += mention_line(*read->second->document, read->second->mentions);
    } else if (options.jsonl) {
      Document none;
      none.id = source.id;
      out += mention_line(none, {});
    }
  }
  if (!write_output(call.output, out)) return ExitStatus::wrong_call;
  show(problems);
  return has_error(problems) ? ExitStatus::unread : ExitStatus::ok;
}

ExitStatus run_claims(const Call& call) {
  const auto rules = rules_of(call);
  if (!rules) return ExitStatus::wrong_call;
  const Report report = check(options_of(call), *rules);
  std::string out;
  for (uint32_t d = 0; d < report.documents.size(); ++d) {
    std::vector<Claim> own;
    for (const Claim& claim : report.claims) {
      if (claim.document == d) own.push_back(claim);
    }
    out += claim_line(report.documents[d], own);
  }
  if (!write_output(call.output, out)) return ExitStatus::wrong_call;
  show(report.problems);
  return has_error(report.problems) ? ExitStatus::unread : ExitStatus::ok;
}

// The dossier is the folder that a spot's file lies in, so that the claim is seen beside those it is compared
// with.
ExitStatus run_explain(const Call& call) {
  std::vector<Spot> spots;
  std::set<std::string> folders;
  for (const std::string& word : call.words) {
    const auto spot = parse_spot(word);
    if (!spot || call.words.size() > 2) {
      std::fputs(absl::StrCat("crosscheck explain: '", word,
                              "' is no place in an article\n"
                              "  write FILE:LINE or FILE:LINE:COLUMN, once or twice\n")
                     .c_str(),
                 stderr);
      return ExitStatus::wrong_call;
    }
    const std::string folder = std::filesystem::path(spot->path).parent_path().string();
    folders.insert(folder.empty() ? "." : folder);
    spots.push_back(*spot);
  }
  const auto rules = rules_of(call);
  if (!rules) return ExitStatus::wrong_call;
  CheckOptions options = options_of(call);
  options.paths.assign(folders.begin(), folders.end());
  const Report report = check(options, *rules);
  const std::string out =
      spots.size() == 1 ? explain_spot(report, spots[0]) : explain_pair(report, spots[0], spots[1]);
  if (!write_output(call.output, out)) return ExitStatus::wrong_call;
  show(report.problems);
  return has_error(report.problems) ? ExitStatus::unread : ExitStatus::ok;
}

}  // namespace crosscheck
