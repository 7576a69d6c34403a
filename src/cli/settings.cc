#include "cli/settings.h"

#include <filesystem>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/disk.h"
#include "base/text.h"
#include "base/yaml.h"

namespace crosscheck {
namespace {

constexpr uint64_t kConfigLimit = 1u << 20;

constexpr SettingRow kRows[] = {
    {"articles", "PATH", "", "files and folders to check when a call names none", true},
    {"rules", "PATH", "", "a folder laid out like rules/, or a file of rules, beside the shipped ones", true},
    {"documents", "FILE", "", "metadata of the articles, YAML or JSON (default: documents.yml beside them)",
     false},
    {"draft", "FILE", "", "an article that is checked against the others; - is standard input", false},
    {"input", "text|jsonl", "text", "what the paths hold: articles, or one JSON object a line", false},
    {"dossiers", "true|false", "false", "each sub-folder is a dossier of its own", false},
    {"language", "CODE", "", "language of articles that tell none", false},
    {"published", "DATE", "", "publication date of articles that tell none", false},
    {"fail-on", "never|note|warning|error", "never",
     "exit with 1 on contradictions of this severity or above", false},
    {"baseline", "FILE", "", "findings that are accepted as they are; they stop no run", false},
    {"decisions", "FILE", "", "what editors decided, as 'review' writes it", false},
    {"today", "DATE", "", "the day on which dates in decisions are over or not (default: the clock's)",
     false},
    {"lang", "en|fr", "en", "language of the report", false},
    {"jobs", "N", "0", "threads; 0: as many as the machine has", false},
    {"color", "auto|always|never", "auto", "colours on the terminal", false},
    {"show-baselined", "true|false", "false", "show contradictions of the baseline, too", false},
    {"quiet", "true|false", "false", "only contradictions and the summary", false},
};

// Of a configuration file these are relative to its folder.
bool is_path(absl::string_view name) {
  return name == "articles" || name == "rules" || name == "documents" || name == "draft" ||
         name == "baseline" || name == "decisions";
}

const SettingRow* row_of(absl::string_view name) {
  for (const SettingRow& row : kRows) {
    if (name == row.name) return &row;
  }
  return nullptr;
}

bool allowed(const SettingRow& row, const std::string& value) {
  const absl::string_view values = row.values;
  if (values == "N") {
    int number = 0;
    return absl::SimpleAtoi(value, &number) && number >= 0 && number <= 1024;
  }
  if (!absl::StrContains(values, '|')) return true;
  for (const absl::string_view known : absl::StrSplit(values, '|')) {
    if (known == value) return true;
  }
  return false;
}

// A path of a configuration file in `folder`, as one would name it from where the program runs, so that
// reports do not depend on where a checkout lies.
std::string beside(const std::filesystem::path& folder, const std::string& value) {
  const std::filesystem::path path = (folder / value).lexically_normal();
  std::error_code error;
  const std::filesystem::path here = std::filesystem::current_path(error);
  return error || path.is_relative() || std::filesystem::path(value).is_absolute()
             ? path.string()
             : path.lexically_proximate(here).string();
}

}  // namespace

absl::Span<const SettingRow> setting_rows() { return kRows; }

Settings::Settings() {
  for (const SettingRow& row : kRows) {
    Setting setting;
    if (*row.initial) setting.values = {row.initial};
    setting.from = "built in";
    settings_[row.name] = std::move(setting);
  }
}

std::string Settings::find_file(std::string folder) {
  for (std::filesystem::path at = std::move(folder); !at.empty(); at = at.parent_path()) {
    const std::string candidate = (at / "crosscheck.yml").string();
    if (real_disk().kind(candidate) == Disk::Kind::file) return candidate;
    if (at == at.parent_path()) break;
  }
  return "";
}

void Settings::read_file(const std::string& path, Problems* problems) {
  std::string bytes;
  if (!real_disk().read(path, kConfigLimit, &bytes, problems)) return;
  const YamlFile file = YamlFile::parse(path, std::move(bytes), problems);
  if (!file.root()) return;
  std::vector<absl::string_view> known;
  for (const SettingRow& row : kRows) known.push_back(row.name);
  for (const char* key : {"per-rule", "per-reason", "per-source"}) known.push_back(key);
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  for (const auto& [key, node] : file.root().entries(problems)) {
    const std::string name = key.text(problems);
    if (is_policy_key(name)) {
      read_policy(name, node, path, &policy_, &policy_lines_, problems);
      continue;
    }
    const SettingRow* row = row_of(name);
    if (!row) {
      const absl::string_view nearest = nearest_word(name, known.data(), known.size());
      key.report(absl::StrCat("the setting '", name, "' is not known"),
                 nearest.empty() ? "see 'crosscheck config show'" : absl::StrCat("write '", nearest, "'"),
                 problems);
      continue;
    }
    std::vector<std::string> values = node.texts(problems);
    for (std::string& value : values) {
      if (!allowed(*row, value)) {
        node.report(absl::StrCat("'", value, "' is no value for ", name),
                    absl::StrCat("write one of ", row->values), problems);
      }
      if (is_path(name) && value != "-") value = beside(folder, value);
    }
    set(name, std::move(values), absl::StrCat(path, ":", key.line()));
  }
}

void Settings::set(const std::string& name, std::vector<std::string> values, std::string from) {
  settings_[name] = {std::move(values), std::move(from)};
}

std::string Settings::text(const std::string& name) const {
  const Setting& setting = get(name);
  return setting.values.empty() ? "" : setting.values.back();
}

int Settings::number(const std::string& name) const {
  int value = 0;
  return absl::SimpleAtoi(text(name), &value) ? value : 0;
}

}  // namespace crosscheck
