// Brings rule files from where they lie: compiled into the program, or in folders of the user.
#pragma once

#include <string>
#include <vector>

#include "base/disk.h"
#include "rules/rulebook.h"

namespace crosscheck {

// The files of rules/ as they were when the program was built, paths like "rules/lang/fr/numbers.yaml".
std::vector<RuleFile> shipped_rule_files();
// What the build made of them.
const PreparedRules& prepared_rules();

// The YAML files of a folder laid out like rules/, or one file, which is taken for a pack.
std::vector<RuleFile> read_rule_files(const std::string& path, const Disk& disk, Problems* problems);

}  // namespace crosscheck
