// mentions, claims, explain: what stands behind a report.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include "absl/strings/str_cat.h"
#include "base/parallel.h"
#include "check_steps.h"
#include "cli/session.h"
#include "crosscheck/formats.h"
#include "explain.h"
#include "report/value_json.h"

namespace crosscheck {

namespace {

constexpr size_t kTogether = 32;  // articles in memory at a time, for each thread

// A program that sends lines wants one answer to each, in their order, also to one without text.
void write_mentions(std::vector<Source> sources, const CheckOptions& options, const Rulebook& rules,
                    Problems* problems, const Put& put) {
  std::vector<std::string> lines(sources.size());
  read_alone(sources, options, rules, problems, [&](size_t source, const ReadArticle& article) {
    lines[source] = mention_line(*article.document, article.mentions);
  });
  for (size_t i = 0; i < sources.size(); ++i) {
    if (lines[i].empty() && options.jsonl) {
      Document none;
      none.id = sources[i].id;
      lines[i] = mention_line(none, {});
    }
    if (!lines[i].empty()) put(lines[i]);
  }
}

}  // namespace

ExitStatus run_mentions(const Call& call) {
  const auto rules = rules_of(call);
  if (!rules) return ExitStatus::wrong_call;
  Problems problems;
  CheckOptions options = options_of(call);
  options.as_is = options.jsonl;  // passages, not pages
  std::vector<Source> sources = list_articles(options, &problems);
  if (options.jsonl) {
    std::sort(sources.begin(), sources.end(),
              [](const Source& a, const Source& b) { return a.order < b.order; });
  }
  const size_t together = kTogether * threads_of(options.jobs);
  const bool written = write_pieces(call.output, [&](const Put& put) {
    for (size_t from = 0; from < sources.size(); from += together) {
      const auto begin = sources.begin() + static_cast<std::ptrdiff_t>(from);
      std::vector<Source> next(std::make_move_iterator(begin),
                               std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(std::min(
                                                                   together, sources.size() - from))));
      write_mentions(std::move(next), options, *rules, &problems, put);
    }
    return true;
  });
  if (!written) return ExitStatus::wrong_call;
  show(problems);
  return has_error(problems) ? ExitStatus::unread : ExitStatus::ok;
}

ExitStatus run_claims(const Call& call) {
  const auto rules = rules_of(call);
  if (!rules) return ExitStatus::wrong_call;
  Report frame;
  const bool written = write_pieces(call.output, [&](const Put& put) {
    frame = check_by_dossier(options_of(call), *rules, [&](const Report& part) {
      std::vector<std::vector<Claim>> own(part.documents.size());
      for (const Claim& claim : part.claims) own[claim.document].push_back(claim);
      for (size_t d = 0; d < own.size(); ++d) put(claim_line(part.documents[d], own[d]));
    });
    return true;
  });
  if (!written) return ExitStatus::wrong_call;
  show(frame.problems);
  return has_error(frame.problems) ? ExitStatus::unread : ExitStatus::ok;
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
  options.steps = true;
  const Report report = check(options, *rules);
  const std::string out =
      spots.size() == 1 ? explain_spot(report, spots[0]) : explain_pair(report, spots[0], spots[1]);
  if (!write_output(call.output, out)) return ExitStatus::wrong_call;
  show(report.problems);
  return has_error(report.problems) ? ExitStatus::unread : ExitStatus::ok;
}

}  // namespace crosscheck
