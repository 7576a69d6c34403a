#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/types/span.h"
#include "base/embedded.h"
#include "rules/load.h"

namespace crosscheck {

absl::Span<const EmbeddedFile> embedded_rules();

std::vector<RuleFile> shipped_rule_files() {
  std::vector<RuleFile> out;
  for (const EmbeddedFile& file : embedded_rules()) {
    if (absl::StartsWith(file.path, "prepared/")) continue;
    out.push_back({absl::StrCat("rules/", file.path), std::string(file.path), "", &file});
  }
  return out;
}

const PreparedRules& prepared_rules() {
  static const auto& prepared = *[] {
    auto* out = new PreparedRules();
    for (const EmbeddedFile& file : embedded_rules()) {
      absl::string_view code = file.path;
      if (file.path == "prepared/digest") out->digest = std::string(file.bytes);
      if (absl::ConsumePrefix(&code, "prepared/words/")) out->words[std::string(code)] = file.image;
    }
    return out;
  }();
  return prepared;
}

}  // namespace crosscheck
