#include "rules/load.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace crosscheck {
namespace {

constexpr uint64_t kRuleFileLimit = 8u << 20;
constexpr int kDepth = 6;

bool is_yaml(absl::string_view name) { return absl::EndsWith(name, ".yaml") || absl::EndsWith(name, ".yml"); }

void walk(const std::string& folder, const std::string& place, int depth, const Disk& disk,
          std::vector<RuleFile>* out, Problems* problems) {
  for (const std::string& name : disk.list(folder, problems)) {
    if (absl::StartsWith(name, ".")) continue;
    const std::string path = absl::StrCat(folder, "/", name);
    const std::string inner = place.empty() ? name : absl::StrCat(place, "/", name);
    if (disk.kind(path) == Disk::Kind::folder) {
      if (depth < kDepth) walk(path, inner, depth + 1, disk, out, problems);
    } else if (is_yaml(name)) {
      RuleFile file{path, inner, ""};
      if (disk.read(path, kRuleFileLimit, &file.bytes, problems)) out->push_back(std::move(file));
    }
  }
}

}  // namespace

std::vector<RuleFile> read_rule_files(const std::string& path, const Disk& disk, Problems* problems) {
  std::vector<RuleFile> out;
  switch (disk.kind(path)) {
    case Disk::Kind::folder:
      walk(path, "", 0, disk, &out, problems);
      break;
    case Disk::Kind::file: {
      RuleFile file{path, absl::StrCat("packs/own/", path), ""};
      if (disk.read(path, kRuleFileLimit, &file.bytes, problems)) out.push_back(std::move(file));
      break;
    }
    default: {
      Problem problem;
      problem.path = path;
      problem.what = "there are no rules here";
      problem.fix = "name a YAML file, or a folder laid out like rules/";
      problems->push_back(std::move(problem));
    }
  }
  return out;
}

}  // namespace crosscheck
