// The order of the stages within a dossier; the only file that knows it.
#include "crosscheck/check.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "base/disk.h"
#include "base/parallel.h"
#include "check_steps.h"
#include "claim/claims.h"
#include "compare/compare.h"
#include "draft/items.h"
#include "gate/weigh.h"
#include "ingest/ingest.h"
#include "mention/doubtful_names.h"
#include "report/explanation.h"
#include "resolve/agencies.h"
#include "resolve/dates.h"
#include "resolve/entities.h"
#include "resolve/links.h"
#include "resolve/stand_ins.h"
#include "rules/annotate.h"
#include "rules/load.h"
#include "rules/rule.h"
#include "rules/rulebook.h"

namespace crosscheck {
namespace {

IngestOptions ingest_options(const CheckOptions& options) {
  IngestOptions out;
  out.paths = options.paths;
  out.draft = options.draft;
  out.documents = options.documents;
  out.language = options.language;
  out.published = options.published;
  out.jsonl = options.jsonl;
  out.as_is = options.as_is;
  out.dossiers = options.dossiers;
  return out;
}

std::vector<RuleInfo> rule_list(const Rulebook& rules, const std::string& language) {
  std::vector<RuleInfo> out;
  for (const auto& rule : rules.rules()) {
    const auto label = rule->label.find(language);
    out.push_back(
        {rule->id, label == rule->label.end() ? rule->attribute : label->second, rule->kind, rule->severity});
  }
  std::sort(out.begin(), out.end(), [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
  return out;
}

// The claims of all articles, in their order; what an article no longer needs goes. In blocks, so that the
// claims, which are large, are never there twice.
void collect_claims(std::vector<ReadArticle>* articles, const CheckOptions& options, const Rulebook& rules,
                    bool keep_mentions, Report* report) {
  constexpr size_t kBlock = 256;
  size_t room = 0;  // at a guess; memory that stays untouched costs nothing
  for (const ReadArticle& article : *articles)
    room += article.mentions.size() + article.text->sentences.size();
  report->claims.reserve(room);
  for (size_t begin = 0; begin < articles->size(); begin += kBlock) {
    std::vector<std::vector<Claim>> claims(std::min(kBlock, articles->size() - begin));
    in_parallel(claims.size(), options.jobs, [&](size_t i) {
      ReadArticle& article = (*articles)[begin + i];
      find_stand_ins(*article.text, rules, &article.mentions);
      claims[i] = find_claims(*article.text, rules, &article.mentions, static_cast<uint32_t>(begin + i));
      article.text.reset();  // claims hold all that is needed of it from here on
      article.doubtful = {};
      if (!keep_mentions) article.mentions = {};
    });
    for (std::vector<Claim>& own : claims)
      std::move(own.begin(), own.end(), std::back_inserter(report->claims));
  }
}

// Where the draft names somebody, before other words are found to stand for a name.
std::vector<TextSpan> names_of_draft(const std::vector<ReadArticle>& articles) {
  std::vector<TextSpan> out;
  for (const ReadArticle& article : articles) {
    if (!article.document->is_draft) continue;
    for (const Mention& mention : article.mentions) out.push_back(mention.span);
  }
  return out;
}

struct ReadHow {
  IngestOptions ingest;
  bool alone = false;  // it will not be compared with another
  bool steps = false;
};

// Without a document where it cannot be read.
ReadArticle read_article(Source* source, const ReadHow& how, const Rulebook& rules, Problems* problems) {
  ReadArticle out;
  Lexed lexed;
  std::optional<Document> document =
      read_document(*source, how.ingest, rules, real_disk(), problems, &out.ignores, &lexed);
  source->bytes = std::string();
  if (!document) return out;
  const Language* language = rules.language(document->metadata.language.value);
  if (!language) {
    Problem problem;
    problem.severity = Severity::warning;
    problem.path = document->path;
    problem.what = absl::StrCat("no rules for the language '", document->metadata.language.value, "'");
    problem.fix = "name its language with --language or in documents.yml, or add a folder rules/lang/<code>";
    problems->push_back(std::move(problem));
    return out;
  }
  out.document = std::make_unique<Document>(*std::move(document));
  out.text = std::make_unique<Annotated>(annotate(*out.document, *language, std::move(lexed)));
  out.text->with_steps = how.steps;
  out.mentions = find_mentions(*out.text, rules, how.alone ? nullptr : &out.doubtful);
  resolve_dates(*out.text, &out.mentions, &out.document->warnings);
  resolve_names(*out.text, rules, &out.mentions, &out.document->warnings);
  if (!how.alone) out.agency = find_agency(*out.text, rules);
  return out;
}

}  // namespace

std::shared_ptr<const Rulebook> load_rules(const std::vector<std::string>& paths, Problems* problems) {
  std::vector<RuleFile> files = shipped_rule_files();
  for (const std::string& path : paths) {
    std::vector<RuleFile> own = read_rule_files(path, real_disk(), problems);
    std::move(own.begin(), own.end(), std::back_inserter(files));
  }
  auto rulebook = Rulebook::compile(std::move(files), problems, &prepared_rules());
  const bool wrong = std::any_of(problems->begin(), problems->end(),
                                 [](const Problem& problem) { return problem.severity == Severity::error; });
  return wrong ? nullptr : rulebook;
}

std::vector<Source> list_articles(const CheckOptions& options, Problems* problems) {
  return list_sources(ingest_options(options), real_disk(), problems);
}

std::vector<ReadArticle> read_sources(std::vector<Source>& sources, const CheckOptions& options,
                                      const Rulebook& rules, Problems* problems) {
  const ReadHow how = {ingest_options(options), false, options.steps};
  std::vector<ReadArticle> out(sources.size());
  std::vector<Problems> found(sources.size());
  in_parallel(sources.size(), options.jobs,
              [&](size_t i) { out[i] = read_article(&sources[i], how, rules, &found[i]); });
  for (Problems& own : found) std::move(own.begin(), own.end(), std::back_inserter(*problems));
  out.erase(
      std::remove_if(out.begin(), out.end(), [](const ReadArticle& article) { return !article.document; }),
      out.end());
  return out;
}

void read_alone(std::vector<Source>& sources, const CheckOptions& options, const Rulebook& rules,
                Problems* problems, const std::function<void(size_t source, const ReadArticle&)>& take) {
  const ReadHow how = {ingest_options(options), true, false};
  std::vector<Problems> found(sources.size());
  in_parallel(sources.size(), options.jobs, [&](size_t i) {
    const ReadArticle article = read_article(&sources[i], how, rules, &found[i]);
    if (article.document) take(i, article);
  });
  for (Problems& own : found) std::move(own.begin(), own.end(), std::back_inserter(*problems));
}

Report report_frame(const CheckOptions& options, const Rulebook& rules) {
  Report report;
  report.tool_version = CROSSCHECK_VERSION;
  report.rules_digest = rules.digest();
  report.rules = rule_list(rules, options.report_language);
  return report;
}

Report check_articles(std::vector<ReadArticle> articles, const CheckOptions& options, const Rulebook& rules) {
  Report report;
  CompareOptions compare;
  compare.language = options.report_language;
  std::vector<NamedText> names;
  std::vector<std::vector<Mention>*> mentions;
  for (ReadArticle& article : articles) {
    names.push_back({article.text.get(), &article.mentions, &article.doubtful});
    mentions.push_back(&article.mentions);
    compare.agencies.push_back(article.agency);
  }
  link_names(rules, names);
  const bool drafted = std::any_of(articles.begin(), articles.end(),
                                   [](const ReadArticle& article) { return article.document->is_draft; });

  const std::vector<TextSpan> draft_names = names_of_draft(articles);
  collect_claims(&articles, options, rules, drafted, &report);
  report.documents.reserve(articles.size());
  for (size_t i = 0; i < articles.size(); ++i) {
    for (Ignore& ignore : articles[i].ignores) {
      ignore.document = static_cast<uint32_t>(i);
      report.ignores.push_back(std::move(ignore));
    }
    report.documents.push_back(std::move(*articles[i].document));
    articles[i].document.reset();
  }
  hold_back(options.policy, &report.claims);
  compare_claims(rules, compare, &report);
  weigh_findings(options.policy, &report);
  ignore_findings(&report);
  explain_findings(options.report_language, &report);
  report.checklist = draft_items(report, mentions, draft_names);
  if (const std::optional<std::string> wrong = totals_add_up(report)) {
    Problem problem;
    problem.what = absl::StrCat("the totals of this report do not add up: ", *wrong);
    problem.fix =
        "do not trust this report, and tell the makers of crosscheck which articles brought it about";
    report.problems.insert(report.problems.begin(), std::move(problem));
  }
  return report;
}

}  // namespace crosscheck
