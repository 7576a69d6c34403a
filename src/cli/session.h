// What every verb needs: rules loaded, problems shown, output written whole.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/disk.h"
#include "cli/verbs.h"
#include "crosscheck/check.h"

namespace crosscheck {

// The rules that the call names; nullptr after showing what is wrong with them.
std::shared_ptr<const Rulebook> rules_of(const Call& call);
CheckOptions options_of(const Call& call);

// To standard error, errors and warnings alike.
void show(const Problems& problems);
// Whether some input was not read.
bool has_error(const Problems& problems);

// To a file, replaced whole or not at all, or to standard output when `path` is empty. False when it cannot
// be written.
bool write_output(const std::string& path, const std::string& text);
// The same of a text that `make` hands over piece by piece, and says whether it is whole.
bool write_pieces(const std::string& path, const std::function<bool(const Put&)>& make);

}  // namespace crosscheck
