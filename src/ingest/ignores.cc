#include "ingest/ignores.h"

#include "absl/strings/ascii.h"

namespace crosscheck {

std::vector<Ignore> read_ignores(const YamlNode& list, const std::string& path, Problems* problems) {
  std::vector<Ignore> out;
  for (const YamlNode& entry : list.items(problems)) {
    if (entry.type() != YamlNode::Type::map) {
      entry.report("to ignore a rule takes its id and a reason", "write '{rule: ID, reason: \"…\"}'",
                   problems);
      continue;
    }
    const size_t before = problems->size();
    entry.expect_keys({"rule", "reason"}, problems);
    Ignore ignore;
    ignore.rule = entry.at("rule").text(problems);
    ignore.reason = entry.at("reason").text(problems);
    ignore.path = path;
    ignore.line = entry.line();
    ignore.column = entry.column();
    for (const char* name : {"rule", "reason"}) {
      const YamlNode field = entry.at(name);
      if (field.type() == YamlNode::Type::scalar && absl::StripAsciiWhitespace(field.text(problems)).empty())
        field.report("this says nothing", "say which rule, and why", problems);
    }
    if (problems->size() == before) out.push_back(std::move(ignore));
  }
  return out;
}

}  // namespace crosscheck
