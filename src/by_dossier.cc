// Which articles are in memory at a time: those of a few dossiers. Articles are only compared within theirs.
#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "base/parallel.h"
#include "check_steps.h"
#include "crosscheck/check.h"
#include "draft/draft_dossier.h"
#include "gate/weigh.h"

namespace crosscheck {
namespace {

constexpr size_t kRound = 32;  // articles of small dossiers that are in memory together, for each thread

struct Dossier {
  std::vector<Source> sources;        // not yet read
  std::vector<ReadArticle> articles;  // ordered by id once all are read
};
using Dossiers = std::map<std::string, Dossier>;

class Rounds {
 public:
  Rounds(const CheckOptions& options, const Rulebook& rules, const TakePart& take)
      : options_(options), rules_(rules), take_(take), frame_(report_frame(options, rules)) {}

  Report run() {
    sort_out(list_articles(options_, &frame_.problems));
    while (!todo_.empty()) {
      const Dossiers::iterator end = end_of_round();
      read_round(end);
      check_round(end);
      todo_.erase(todo_.begin(), end);
    }
    return std::move(frame_);
  }

 private:
  // Sources whose dossier is known wait for their round. The others are read now, and all are where a draft
  // looks for the dossier that it belongs to.
  void sort_out(std::vector<Source> sources) {
    std::vector<Source> unknown;
    for (Source& source : sources) {
      const bool known = source.given.dossier && options_.draft.empty();
      (known ? todo_[source.given.dossier.value].sources : unknown).push_back(std::move(source));
    }
    std::vector<ReadArticle> articles = read(&unknown);
    std::vector<Document*> documents;
    for (const ReadArticle& article : articles) documents.push_back(article.document.get());
    if (std::optional<Problem> problem = settle_dossier(documents))
      frame_.problems.push_back(*std::move(problem));
    hand_out(std::move(articles));
  }

  std::vector<ReadArticle> read(std::vector<Source>* sources) {
    std::vector<ReadArticle> out = read_sources(*sources, options_, rules_, &frame_.problems);
    std::erase_if(out, [&](const ReadArticle& article) { return leaves_out(*article.document); });
    return out;
  }

  bool leaves_out(const Document& document) {
    if (!is_left_out(options_.policy, document)) return false;
    Problem problem;
    problem.severity = Severity::note;
    problem.path = document.path;
    problem.what = absl::StrCat("left out, as the configuration ignores the source '",
                                document.metadata.source.value, "'");
    frame_.problems.push_back(std::move(problem));
    return true;
  }

  void hand_out(std::vector<ReadArticle> articles) {
    for (ReadArticle& article : articles)
      todo_[article.document->metadata.dossier.value].articles.push_back(std::move(article));
  }

  Dossiers::iterator end_of_round() {
    const size_t enough = kRound * threads_of(options_.jobs);
    size_t articles = 0;
    Dossiers::iterator end = todo_.begin();
    while (end != todo_.end() && articles < enough) {
      articles += end->second.sources.size() + end->second.articles.size();
      ++end;
    }
    return end;
  }

  void read_round(Dossiers::iterator end) {
    std::vector<Source> sources;
    for (auto dossier = todo_.begin(); dossier != end; ++dossier) {
      std::vector<Source>& own = dossier->second.sources;
      std::move(own.begin(), own.end(), std::back_inserter(sources));
    }
    hand_out(read(&sources));
    for (auto dossier = todo_.begin(); dossier != end; ++dossier) {
      std::stable_sort(
          dossier->second.articles.begin(), dossier->second.articles.end(),
          [](const ReadArticle& a, const ReadArticle& b) { return a.document->id < b.document->id; });
    }
  }

  // Several dossiers are checked at the same time; one alone has its articles shared out among the threads.
  void check_round(Dossiers::iterator end) {
    std::vector<Dossier*> dossiers;
    for (auto dossier = todo_.begin(); dossier != end; ++dossier) dossiers.push_back(&dossier->second);
    CheckOptions options = options_;
    if (dossiers.size() > 1) options.jobs = 1;
    std::vector<Report> parts(dossiers.size());
    in_parallel(dossiers.size(), options_.jobs, [&](size_t i) {
      parts[i] = check_articles(std::move(dossiers[i]->articles), options, rules_);
    });
    for (Report& part : parts) hand_over(std::move(part));
  }

  void hand_over(Report part) {
    for (Finding& finding : part.findings) finding.id = absl::StrFormat("f-%04d", ++findings_);
    std::move(part.problems.begin(), part.problems.end(), std::back_inserter(frame_.problems));
    part.problems.clear();
    frame_.labels.merge(part.labels);
    take_(std::move(part));
  }

  const CheckOptions& options_;
  const Rulebook& rules_;
  const TakePart& take_;
  Report frame_;
  Dossiers todo_;
  size_t findings_ = 0;
};

// What a part numbers goes on from what the report has already.
void append(Report part, Report* report) {
  const auto documents = static_cast<uint32_t>(report->documents.size());
  const auto claims = static_cast<uint32_t>(report->claims.size());
  const auto findings = static_cast<uint32_t>(report->findings.size());
  for (Claim& claim : part.claims) claim.document += documents;
  for (Ignore& ignore : part.ignores) ignore.document += documents;
  for (NotCompared& left : part.not_compared) left.claim += claims;
  for (Refusal& refusal : part.refusals) refusal.first += claims, refusal.second += claims;
  for (Finding& finding : part.findings) {
    for (Member& member : finding.members) member.claim += claims;
    if (finding.ignored) finding.ignored->document += documents;
  }
  for (DraftItem& item : part.checklist) {
    for (uint32_t& finding : item.findings) finding += findings;
    for (ItemSource& source : item.sources) source.document += documents;
  }
  const auto move_all = [](auto& from, auto& to) {
    if (to.empty()) {
      to = std::move(from);
    } else {
      std::move(from.begin(), from.end(), std::back_inserter(to));
    }
  };
  move_all(part.documents, report->documents);
  move_all(part.claims, report->claims);
  move_all(part.findings, report->findings);
  move_all(part.not_compared, report->not_compared);
  move_all(part.refusals, report->refusals);
  move_all(part.checklist, report->checklist);
  move_all(part.ignores, report->ignores);
}

}  // namespace

Report check_by_dossier(const CheckOptions& options, const Rulebook& rules, const TakePart& take) {
  return Rounds(options, rules, take).run();
}

Report check(const CheckOptions& options, const Rulebook& rules) {
  Report whole;
  Report frame = check_by_dossier(options, rules, [&](Report part) { append(std::move(part), &whole); });
  whole.tool_version = std::move(frame.tool_version);
  whole.rules_digest = std::move(frame.rules_digest);
  whole.rules = std::move(frame.rules);
  whole.problems = std::move(frame.problems);
  whole.labels = std::move(frame.labels);
  return whole;
}

}  // namespace crosscheck
