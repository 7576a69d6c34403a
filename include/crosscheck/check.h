// The whole job as a function: articles in, report out. For programs that embed crosscheck; the command line
// is a thin layer over this.
//
//   Problems problems;
//   auto rules = load_rules({}, &problems);               // the shipped rules
//   CheckOptions options;
//   options.paths = {"articles/"};
//   Report report = check(options, *rules);
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "crosscheck/finding.h"
#include "crosscheck/mention.h"
#include "crosscheck/policy.h"
#include "crosscheck/problem.h"

namespace crosscheck {

class Rulebook;

struct CheckOptions {
  std::vector<std::string> paths;  // files, folders, "-"
  std::string draft;               // an article that is checked against the others, file or "-"; empty: none
  std::string documents;           // file of metadata; empty: a documents.yml beside the articles
  std::string language;            // for articles that tell none
  std::string published;           // for articles that tell none; ISO 8601
  bool jsonl = false;              // the paths hold JSON Lines
  bool as_is = false;              // texts are no pages: nothing in them is page furniture
  bool dossiers = false;           // each sub-folder is a dossier of its own
  int jobs = 0;                    // threads; 0: as many as the machine has
  bool steps = true;               // claims tell how they were read, as `explain` shows it, which costs time
  std::string report_language = "en";
  Policy policy;  // which rules and sources count, and how much
};

// The shipped rules and those of `paths` (files or folders laid out like rules/); two of one id are a
// problem. nullptr and problems when any rule is wrong. Safe to share between threads.
std::shared_ptr<const Rulebook> load_rules(const std::vector<std::string>& paths, Problems* problems);

// Never fails as a whole: what could not be read stands in Report::problems. The same input, rules and
// options give the same report whatever the number of threads and the order of the paths.
Report check(const CheckOptions& options, const Rulebook& rules);

// The same for archives: hands over what was found dossier by dossier, in the order of their names, so that
// only a few are in memory at a time. Each part has its documents, claims and findings, numbered within the
// part; the ids of findings go on from part to part. What is told of the whole run, problems and labels among
// it, is returned at the end.
using TakePart = std::function<void(Report part)>;
Report check_by_dossier(const CheckOptions& options, const Rulebook& rules, const TakePart& take);

}  // namespace crosscheck
