// What a user can cause and mend: a file, a place in it, what is wrong and what to do. Functions of the
// library that can meet bad input return or collect Problems; they never print, throw across the interface,
// or exit.
#pragma once

#include <string>
#include <vector>

namespace crosscheck {

// Shared by problems and findings. Order matters: a gate compares with >=.
enum class Severity { note, warning, error };

struct Problem {
  Severity severity = Severity::error;
  std::string path;     // as the user named it; "-" is standard input; empty when no file is at fault
  int line = 0;         // counts from 1; 0 when no line is at fault
  int column = 0;       // counts from 1, in Unicode code points; 0 when unknown
  std::string what;     // what is wrong: one clause without a full stop
  std::string fix;      // what to do about it: one clause without a full stop; may be empty
  std::string excerpt;  // the line at fault, without its line end; empty when there is none to show
};

using Problems = std::vector<Problem>;

// "path:line:column: error: what" and, each on its own line, the excerpt with a caret and the fix. Ends with
// a newline. Control characters of the excerpt are shown, not obeyed.
std::string to_text(const Problem& problem);

const char* to_string(Severity severity);

}  // namespace crosscheck
