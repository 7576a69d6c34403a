#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "base/embedded.h"
#include "rules/load.h"

namespace crosscheck {

absl::Span<const EmbeddedFile> embedded_rules();

std::vector<RuleFile> shipped_rule_files() {
  std::vector<RuleFile> out;
  for (const EmbeddedFile& file : embedded_rules()) {
    out.push_back({absl::StrCat("rules/", file.path), std::string(file.path), std::string(file.bytes)});
  }
  return out;
}

}  // namespace crosscheck
