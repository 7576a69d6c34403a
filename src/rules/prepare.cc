// A program of the build: packs the files that are compiled into crosscheck, with their YAML parsed.
//   prepare OUT ROOT FILE...             names relative to ROOT
//   prepare --rules OUT ROOT FILE...     the rules; what they compile to goes along (PreparedRules)
#include <cstdio>
#include <list>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/disk.h"
#include "base/embedded.h"
#include "base/yaml.h"
#include "rules/language.h"
#include "rules/rule.h"
#include "rules/rulebook.h"

namespace crosscheck {
namespace {

class Packer {
 public:
  bool add_file(const std::string& root, const std::string& name) {
    std::string bytes, image;
    if (!real_disk().read(absl::StrCat(root, "/", name), 64u << 20, &bytes, &problems_)) return false;
    if (absl::EndsWith(name, ".yaml")) {
      image = YamlFile::parse(absl::StrCat(root, "/", name), bytes, &problems_).image();
      rules_.push_back({absl::StrCat("rules/", name), name, bytes});
    }
    add(name, std::move(bytes), std::move(image));
    return true;
  }

  void add_prepared() {
    const auto book = Rulebook::compile(rules_, &problems_);
    add("prepared/digest", book->digest(), "");
    for (const auto& language : book->languages())
      add(absl::StrCat("prepared/words/", language->code), "", language->words_image());
  }

  bool write(const std::string& path) {
    for (const Problem& problem : problems_) std::fputs(to_text(problem).c_str(), stderr);
    return problems_.empty() && real_disk().write(path, pack(files_), &problems_);
  }

 private:
  void add(std::string path, std::string bytes, std::string image) {
    const auto keep = [this](std::string text) -> absl::string_view {
      return texts_.emplace_back(std::move(text));
    };
    files_.push_back({keep(std::move(path)), keep(std::move(bytes)), keep(std::move(image))});
  }

  std::list<std::string> texts_;
  std::vector<EmbeddedFile> files_;
  std::vector<RuleFile> rules_;
  Problems problems_;
};

int run(std::vector<std::string> words) {
  const bool rules = !words.empty() && words[0] == "--rules";
  if (rules) words.erase(words.begin());
  if (words.size() < 3) return 2;
  Packer packer;
  for (size_t i = 2; i < words.size(); ++i) packer.add_file(words[1], words[i]);
  if (rules) packer.add_prepared();
  return packer.write(words[0]) ? 0 : 1;
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) { return crosscheck::run({argv + 1, argv + argc}); }
