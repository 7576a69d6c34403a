// What an article asks of the rules: `ignore: [{rule: …, reason: …}]`, in its front matter or in
// documents.yml.
#pragma once

#include <string>
#include <vector>

#include "base/yaml.h"
#include "crosscheck/ignore.h"

namespace crosscheck {

// `list` may be missing. An entry without a rule or a reason is a problem and asks for nothing.
std::vector<Ignore> read_ignores(const YamlNode& list, const std::string& path, Problems* problems);

}  // namespace crosscheck
